import { addDays, type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';
import type { GatheringRule, Session } from './class-plan';

/** Three or four days on which a class meets: where, and which sessions. Times and rooms are those of the sessions. */
export interface Gathering {
  /** 1 for the first of the year. */
  readonly number: number;
  readonly title: string;
  readonly venue: string;
  readonly sessions: readonly Session[];
}

/** A gathering that is on the timetable, or was until it was cancelled. */
export interface ScheduledGathering extends Gathering {
  readonly status: 'scheduled' | 'cancelled';
  /** 0 when first scheduled, one more with each change: the SEQUENCE of its calendar entry. */
  readonly revision: number;
}

/** When the session is over. */
export const endOf = ({ startsAt, halfHours }: Session): Instant =>
  new Date(Date.parse(startsAt) + halfHours * 1_800_000).toISOString();

/** When attendance of a session may be marked first (I-28): an hour before it. */
export const doorsOpenAt = (startsAt: Instant): Instant => new Date(Date.parse(startsAt) - 3_600_000).toISOString();

/** The days on which a gathering meets, in order. */
export const daysOf = ({ sessions }: Pick<Gathering, 'sessions'>): LocalDate[] =>
  [...new Set(sessions.map(({ startsAt }) => localDateInOslo(startsAt)))].sort();

/** The first and the last day of a gathering. */
export const periodOf = (
  gathering: Pick<Gathering, 'sessions'>,
): { readonly startsOn: LocalDate; readonly endsOn: LocalDate } => {
  const days = daysOf(gathering);
  return { startsOn: days[0]!, endsOn: days.at(-1)! };
};

/**
 * Why a gathering cannot stand on the timetable as it is (I-24, I-25), in this order:
 * - `UNKNOWN_GATHERING`: the year has no gathering of that number.
 * - `GATHERING_LENGTH`: fewer or more days than the programme allows, or days with a gap between them.
 * - `SESSION_CODE_TAKEN`: two sessions of the class bear one code.
 * - `SESSIONS_OVERLAP`: two of its sessions are at the same time.
 * - `OUTSIDE_CLASS_PERIOD`: before the class begins or after it ends.
 * - `GATHERINGS_OVERLAP`: the class meets for another gathering on one of its days.
 */
export type GatheringFault =
  | 'UNKNOWN_GATHERING'
  | 'GATHERING_LENGTH'
  | 'SESSION_CODE_TAKEN'
  | 'SESSIONS_OVERLAP'
  | 'OUTSIDE_CLASS_PERIOD'
  | 'GATHERINGS_OVERLAP';

export interface ClassPeriod {
  readonly startsOn?: LocalDate;
  readonly endsOn?: LocalDate;
}

const hasWrongLength = (gathering: Gathering, { minDays, maxDays }: GatheringRule): boolean => {
  const days = daysOf(gathering);
  if (days.length < minDays || days.length > maxDays) return true;
  return days.some((day, i) => i > 0 && addDays(days[i - 1]!, 1) !== day);
};

const overlap = (sessions: readonly Session[]): boolean => {
  const inOrder = [...sessions].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  return inOrder.some((session, i) => i > 0 && endOf(inOrder[i - 1]!) > session.startsAt);
};

/** The first reason why the gathering cannot stand beside the others of its class; undefined when it can. */
export const faultOf = (
  gathering: Gathering,
  others: readonly Gathering[],
  rule: GatheringRule,
  { startsOn, endsOn }: ClassPeriod,
): GatheringFault | undefined => {
  if (gathering.number < 1 || gathering.number > rule.count) return 'UNKNOWN_GATHERING';
  if (gathering.sessions.length === 0 || hasWrongLength(gathering, rule)) return 'GATHERING_LENGTH';
  const codes = [gathering, ...others].flatMap(({ sessions }) => sessions.map(({ code }) => code));
  if (new Set(codes).size < codes.length) return 'SESSION_CODE_TAKEN';
  if (overlap(gathering.sessions)) return 'SESSIONS_OVERLAP';
  const period = periodOf(gathering);
  if ((startsOn ?? period.startsOn) > period.startsOn || (endsOn ?? period.endsOn) < period.endsOn)
    return 'OUTSIDE_CLASS_PERIOD';
  const meets = others
    .map(periodOf)
    .some((other) => other.startsOn <= period.endsOn && period.startsOn <= other.endsOn);
  return meets ? 'GATHERINGS_OVERLAP' : undefined;
};

/** Whether the two have the same sessions for as long: then attendance of one counts as that of the other (W16). */
export const isEquivalent = (one: readonly Session[], other: readonly Session[]): boolean => {
  const lengths = new Map(one.map(({ code, halfHours }) => [code, halfHours] as const));
  return one.length === other.length && other.every(({ code, halfHours }) => lengths.get(code) === halfHours);
};

/** Every half hour that the session touches, as instants. */
const slotsOf = ({ startsAt, halfHours }: Session): Instant[] => {
  const first = Math.floor(Date.parse(startsAt) / 1_800_000);
  const last = Math.ceil(Date.parse(startsAt) / 1_800_000) + halfHours - 1;
  return Array.from({ length: last - first + 1 }, (_, i) => new Date((first + i) * 1_800_000).toISOString());
};

/** What a gathering takes for itself: rooms and teachers by the half hour. A room or a teacher is in one place at a time. */
export const takenBy = (sessions: readonly Session[]): readonly string[] =>
  sessions.flatMap((session) =>
    slotsOf(session).flatMap((slot) => [
      ...(session.room === undefined ? [] : [`room:${session.room}:${slot}`]),
      ...(session.teachers ?? []).map((teacher) => `teacher:${teacher}:${slot}`),
    ]),
  );

/** Who or what is taken by a key of `takenBy`, and from when. Codes may have colons in them. */
export const takenSlot = (key: string): { readonly who: string; readonly at: Instant } => {
  const at = key.slice(-'2026-09-14T07:00:00.000Z'.length);
  return { who: key.slice(key.indexOf(':') + 1, -at.length - 1), at };
};
