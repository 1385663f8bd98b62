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

/** The half hours that the entry touches, as the log claims them: from the first, to before the last. */
const slots = ({ startsAt, endsAt }: TimetableEntry): readonly [from: number, to: number] => [
  Math.floor(Date.parse(startsAt) / HALF_HOUR),
  Math.ceil(Date.parse(endsAt) / HALF_HOUR),
];

const isAtOnce = (one: TimetableEntry, other: TimetableEntry): boolean => {
  const [from, to] = slots(one);
  const [otherFrom, otherTo] = slots(other);
  return from < otherTo && otherFrom < to;
};

const isOneGathering = (one: TimetableEntry, other: TimetableEntry): boolean =>
  one.classId === other.classId && one.gathering === other.gathering;

const between = (entry: TimetableEntry, other: TimetableEntry): readonly Clash[] => {
  if (isOneGathering(entry, other) || !isAtOnce(entry, other)) return [];
  const teachers = entry.teachers.filter((teacher) => other.teachers.includes(teacher));
  return [
    ...(entry.room !== undefined && entry.room === other.room
      ? [{ code: 'ROOM_TAKEN', who: entry.room, entry, other } as const]
      : []),
    ...teachers.map((who) => ({ code: 'TEACHER_TAKEN', who, entry, other }) as const),
  ];
};

/**
 * Every clash of rooms and teachers among the wanted entries, and between them and the others. Others of the same
 * gathering are what the wanted ones replace.
 */
export const clashesOf = (wanted: readonly TimetableEntry[], others: readonly TimetableEntry[]): readonly Clash[] => {
  const staying = others.filter((other) => !wanted.some((entry) => isOneGathering(entry, other)));
  return wanted.flatMap((entry, i) => [...wanted.slice(i + 1), ...staying].flatMap((other) => between(entry, other)));
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
