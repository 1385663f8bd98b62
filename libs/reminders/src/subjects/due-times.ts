import { addDays, type Instant, instantInOslo, type LocalDate, localDateInOslo } from '@kull/kernel';
import type { CancelReason, Occasion, OccasionName } from '../domain/occasion';
import { recipientKey } from '../domain/occasion';
import type { Plan } from '../domain/plan';
import type { Standing } from '../occasion-source';

/** Something to be told of, with the date that the steps of a plan count back from. */
export interface Matter
  extends Pick<Occasion, 'subject' | 'recipient' | 'about' | 'version' | 'programmeCode' | 'facts'> {
  readonly date: LocalDate;
  /** From then on there is nothing to be reminded of. */
  readonly endsAt: Instant;
  /** A step that would have come before then is left out: there was nothing to tell of yet. */
  readonly notBefore?: Instant;
}

/** The dates that occasions due after `from` and not after `to` may count back from; undefined: the plan has no steps. */
export const datesSearched = (
  { steps }: Plan,
  from: Instant,
  to: Instant,
): { readonly first: LocalDate; readonly last: LocalDate } | undefined => {
  if (steps.length === 0 || from >= to) return undefined;
  const days = steps.map(({ daysBefore }) => daysBefore);
  return {
    first: addDays(localDateInOslo(from), Math.min(...days)),
    last: addDays(localDateInOslo(to), Math.max(...days)),
  };
};

/** The same as instants: from the beginning of the first day to the end of the last. */
export const instantsSearched = (
  plan: Plan,
  from: Instant,
  to: Instant,
): { readonly after: Instant; readonly by: Instant } | undefined => {
  const dates = datesSearched(plan, from, to);
  if (!dates) return undefined;
  const { first, last } = dates;
  return { after: justBefore(instantInOslo(first)), by: justBefore(instantInOslo(addDays(last, 1))) };
};

const justBefore = (instant: Instant): Instant => new Date(Date.parse(instant) - 1).toISOString();

const hoursAfter = (instant: Instant, hours: number): Instant =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

/** Until when what was due then still says something new. */
export const validUntil = ({ validForHours }: Plan, dueAt: Instant, endsAt: Instant = '9999'): Instant => {
  const until = hoursAfter(dueAt, validForHours);
  return until < endsAt ? until : endsAt;
};

type DueStep = Pick<Occasion, 'step' | 'dueAt' | 'validUntil'>;
type DueTimes = (date: LocalDate) => readonly DueStep[];

/** When the steps of the plan are due, by the date they count back from; each date is reckoned once. */
const dueTimes = (plan: Plan): DueTimes => {
  const known = new Map<LocalDate, readonly DueStep[]>();
  return (date) => {
    const before = known.get(date);
    if (before) return before;
    const times = plan.steps.map(({ step, daysBefore, at }) => {
      const dueAt = instantInOslo(addDays(date, -daysBefore), at);
      return { step, dueAt, validUntil: validUntil(plan, dueAt) };
    });
    known.set(date, times);
    return times;
  };
};

/** What is told of a matter by the steps of the plan. */
const occasionsAbout = (due: DueTimes, matter: Matter): readonly Occasion[] => {
  const { date, endsAt, notBefore = '', ...told } = matter;
  return due(date)
    .filter(({ dueAt }) => notBefore <= dueAt && dueAt < endsAt)
    .map((step) => ({ ...told, ...step, ...(endsAt < step.validUntil && { validUntil: endsAt }) }));
};

/** What falls due of these after `from` and not after `to`, in order of time. */
export const dueAmong = (plan: Plan, matters: readonly Matter[], from: Instant, to: Instant): readonly Occasion[] => {
  const due = dueTimes(plan);
  return matters
    .flatMap((matter) => occasionsAbout(due, matter))
    .filter(({ dueAt }) => from < dueAt && dueAt <= to)
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0));
};

const keyOf = ({ about, recipient }: Pick<OccasionName, 'about' | 'recipient'>): string =>
  `${about} ${recipientKey(recipient)}`;

/**
 * How each of the names stands, among the matters that there are now. `gone`: why there is none any more. A matter of
 * another version has moved; a step that the plan has no more is off.
 */
export const standingsAmong = (
  plan: Plan,
  names: readonly OccasionName[],
  matters: readonly Matter[],
  gone: (name: OccasionName) => CancelReason,
): readonly Standing[] => {
  const due = dueTimes(plan);
  const now = new Map(matters.map((matter) => [keyOf(matter), matter] as const));
  return names.map((name) => {
    const matter = now.get(keyOf(name));
    if (!matter) return { cancelled: gone(name) };
    if (matter.programmeCode !== plan.programmeCode) return { cancelled: 'SWITCHED_OFF' };
    if (matter.version !== name.version) return { cancelled: 'MOVED' };
    if (!plan.steps.some(({ step }) => step === name.step)) return { cancelled: 'SWITCHED_OFF' };
    const stands = occasionsAbout(due, matter).find(({ step }) => step === name.step);
    return stands ? { stands } : { cancelled: 'TOO_LATE' };
  });
};
