import { holidaysOn, type LocalDate } from '@kull/kernel';
import type { GatheringRule, Site } from './class-plan';
import { daysOf, type Gathering, isEquivalent } from './gathering';
import { isWinterHoliday, usualWinterHolidays, type WinterHolidays } from './winter-holidays';

/**
 * What somebody should know before a plan is used; none of it refuses the plan (I-25).
 * - `PUBLIC_HOLIDAY`, `WINTER_HOLIDAY`, `WEEKEND`: the gathering has such a day.
 * - `GATHERING_NOT_EQUIVALENT`: its sessions are others than those of the first class: it cannot be made up there (W16).
 * - `GATHERINGS_MISSING`: the class cannot open before the year has all its gatherings (I-24).
 */
export type PlanWarning =
  | ({ readonly classCode: string; readonly gathering: number } & (
      | { readonly code: 'PUBLIC_HOLIDAY'; readonly on: LocalDate; readonly holiday: string }
      | { readonly code: 'WINTER_HOLIDAY' | 'WEEKEND'; readonly on: LocalDate }
      | { readonly code: 'GATHERING_NOT_EQUIVALENT'; readonly otherClassCode: string }
    ))
  | { readonly code: 'GATHERINGS_MISSING'; readonly classCode: string; readonly missing: number };

interface PlannedYear {
  readonly code: string;
  readonly site: Site;
  readonly gatherings: readonly Gathering[];
}

const isWeekend = (day: LocalDate): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The days of a gathering on which people would rather be elsewhere. */
export const warningsOfDays = (
  { code: classCode, site }: Pick<PlannedYear, 'code' | 'site'>,
  gathering: Pick<Gathering, 'number' | 'sessions'>,
  holidays: WinterHolidays = usualWinterHolidays,
): readonly PlanWarning[] =>
  daysOf(gathering).flatMap((on) => {
    const at = { classCode, gathering: gathering.number, on };
    return [
      ...holidaysOn(on).map((holiday) => ({ code: 'PUBLIC_HOLIDAY', ...at, holiday }) as const),
      ...(isWinterHoliday(on, site, holidays) ? [{ code: 'WINTER_HOLIDAY', ...at } as const] : []),
      ...(isWeekend(on) ? [{ code: 'WEEKEND', ...at } as const] : []),
    ];
  });

const differences = ([first, ...others]: readonly PlannedYear[]): readonly PlanWarning[] =>
  others.flatMap(({ code: classCode, gatherings }) =>
    gatherings.flatMap(({ number, sessions }) => {
      const same = first!.gatherings.find((one) => one.number === number);
      return same && isEquivalent(same.sessions, sessions)
        ? []
        : [{ code: 'GATHERING_NOT_EQUIVALENT', classCode, gathering: number, otherClassCode: first!.code } as const];
    }),
  );

/** Everything that somebody should know of the plan of a cohort's classes. */
export const warningsOf = (
  classes: readonly PlannedYear[],
  { count }: GatheringRule,
  holidays: WinterHolidays = usualWinterHolidays,
): readonly PlanWarning[] => [
  ...classes.flatMap((one) => one.gatherings.flatMap((gathering) => warningsOfDays(one, gathering, holidays))),
  ...differences(classes),
  ...classes.flatMap(({ code: classCode, gatherings }) =>
    gatherings.length < count
      ? [{ code: 'GATHERINGS_MISSING', classCode, missing: count - gatherings.length } as const]
      : [],
  ),
];
