import type { Calendar, CalendarEntry } from '../domain/calendar';
import type { ClassPlan } from '../domain/class-plan';
import { calendarFile } from '../http/calendar-file';

type KeptEntry = Pick<CalendarEntry, 'session' | 'uid' | 'status' | 'sequence' | 'changedAt'>;

/** What a calendar file of one gathering is made from. */
export interface KeptGathering {
  readonly classId: string;
  readonly plan: Pick<ClassPlan, 'code' | 'site' | 'capacity' | 'programme'>;
  readonly gathering: Omit<NonNullable<CalendarEntry['gathering']>, 'sessions'>;
  readonly isGuest: boolean;
  readonly entries: readonly KeptEntry[];
}

/** What to keep of the entries of one gathering; undefined when there are none. */
export const keptGathering = (entries: Calendar, isGuest: boolean): KeptGathering | undefined => {
  const last = entries.at(-1);
  if (!last?.gathering) return undefined;
  const { code, site, capacity, programme } = last.plan;
  const { sessions: _sessions, ...gathering } = last.gathering;
  const kept = entries.map(({ session, uid, status, sequence, changedAt }) => ({
    session,
    uid,
    status,
    sequence,
    changedAt,
  }));
  return { classId: last.classId, plan: { code, site, capacity, programme }, gathering, isGuest, entries: kept };
};

/** The calendar file of one gathering: as the feed of its class shows it, with the same UID and SEQUENCE. */
export const gatheringFile = (
  { classId, plan, gathering, isGuest, entries }: KeptGathering,
  language: Parameters<typeof calendarFile>[2],
): string => {
  const whole = { ...gathering, sessions: entries.map(({ session }) => session) };
  const shown = entries.map((entry): CalendarEntry => ({ ...entry, classId, plan, gathering: whole, isGuest }));
  return calendarFile(`${plan.code}, ${gathering.title}`, shown, language);
};
