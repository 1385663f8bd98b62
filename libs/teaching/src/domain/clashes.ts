import type { Instant } from '@kull/kernel';
import type { GatheringRule, Session } from './class-plan';
import { type ClassPeriod, endOf, faultOf, type Gathering, type GatheringFault } from './gathering';

/** A session as it stands on the timetable, or would stand there. */
export interface TimetableEntry {
  readonly classId: string;
  readonly classCode: string;
  /** Null: a session that is part of no gathering. */
  readonly gathering: number | null;
  readonly session: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly room?: string;
  readonly teachers: readonly string[];
}

/** One room or one teacher would be needed by two gatherings at once: the log refuses the later of them. */
export interface Clash {
  readonly code: 'ROOM_TAKEN' | 'TEACHER_TAKEN';
  /** The room, or the teacher. */
  readonly who: string;
  readonly entry: TimetableEntry;
  /** Who has it, or wants it too. */
  readonly other: TimetableEntry;
}

/** A gathering that its class cannot have: with which class, and why. */
export interface ClassClash {
  readonly code: GatheringFault;
  readonly classCode: string;
  readonly gathering: number;
}

const HALF_HOUR = 1_800_000;

/** An entry and the half hours that it touches, as the log claims them: from the first, to before the last. */
interface Booking {
  readonly entry: TimetableEntry;
  readonly isWanted: boolean;
  readonly from: number;
  readonly to: number;
}

const gatheringOf = ({ classId, gathering }: TimetableEntry): string => `${classId}:${gathering}`;

const bookingOf = (entry: TimetableEntry, isWanted: boolean): Booking => ({
  entry,
  isWanted,
  from: Math.floor(Date.parse(entry.startsAt) / HALF_HOUR),
  to: Math.ceil(Date.parse(entry.endsAt) / HALF_HOUR),
});

/** Two bookings of one thing that are at once, the earlier first. */
const pairsAtOnce = (bookings: readonly Booking[]): readonly (readonly [Booking, Booking])[] => {
  const inOrder = [...bookings].sort((one, other) => one.from - other.from);
  return inOrder.flatMap((one, i) => {
    const later = inOrder.slice(i + 1);
    const end = later.findIndex(({ from }) => from >= one.to);
    return (end < 0 ? later : later.slice(0, end)).map((other) => [one, other] as const);
  });
};

const clashesOver = (code: Clash['code'], who: string, bookings: readonly Booking[]): readonly Clash[] =>
  pairsAtOnce(bookings).flatMap(([one, other]) => {
    if (gatheringOf(one.entry) === gatheringOf(other.entry) || !(one.isWanted || other.isWanted)) return [];
    const [first, second] = one.isWanted ? [one, other] : [other, one];
    return [{ code, who, entry: first.entry, other: second.entry }];
  });

/** The bookings of each room or each teacher. */
const byWhom = (
  bookings: readonly Booking[],
  namesOf: (entry: TimetableEntry) => readonly string[],
): ReadonlyMap<string, readonly Booking[]> => {
  const lists = new Map<string, Booking[]>();
  for (const booking of bookings) {
    for (const name of new Set(namesOf(booking.entry))) {
      const list = lists.get(name);
      if (list) list.push(booking);
      else lists.set(name, [booking]);
    }
  }
  return lists;
};

/**
 * Every clash of rooms and teachers among the wanted entries, and between them and the others, in order of time. Others
 * of the same gathering are what the wanted ones replace.
 */
export const clashesOf = (wanted: readonly TimetableEntry[], others: readonly TimetableEntry[]): readonly Clash[] => {
  const replaced = new Set(wanted.map(gatheringOf));
  const bookings = [
    ...wanted.map((entry) => bookingOf(entry, true)),
    ...others.filter((other) => !replaced.has(gatheringOf(other))).map((entry) => bookingOf(entry, false)),
  ];
  const rooms = byWhom(bookings, ({ room }) => (room === undefined ? [] : [room]));
  const teachers = byWhom(bookings, (entry) => entry.teachers);
  return [
    ...[...rooms].flatMap(([room, list]) => clashesOver('ROOM_TAKEN', room, list)),
    ...[...teachers].flatMap(([teacher, list]) => clashesOver('TEACHER_TAKEN', teacher, list)),
  ].sort((one, other) => one.entry.startsAt.localeCompare(other.entry.startsAt));
};

/** The sessions of a gathering as entries of the timetable. */
export const entriesOf = (
  of: Pick<TimetableEntry, 'classId' | 'classCode'>,
  { number, sessions }: { readonly number: number; readonly sessions: readonly Session[] },
): readonly TimetableEntry[] =>
  sessions.map((session) => ({
    ...of,
    gathering: number,
    session: session.code,
    startsAt: session.startsAt,
    endsAt: endOf(session),
    ...(session.room !== undefined && { room: session.room }),
    teachers: session.teachers ?? [],
  }));

/** Every gathering of a class that cannot stand beside those before it. */
export const classClashesOf = (
  planned: ClassPeriod & { readonly code: string; readonly gatherings: readonly Gathering[] },
  rule: GatheringRule,
): readonly ClassClash[] =>
  planned.gatherings.flatMap((gathering, i) => {
    const code = faultOf(gathering, planned.gatherings.slice(0, i), rule, planned);
    return code === undefined ? [] : [{ code, classCode: planned.code, gathering: gathering.number }];
  });
