import type { Instant } from '@kull/kernel';
import { type Attendance, type ChangeReason, isAgreed, type Mark, type MarkSource } from './mark';

/** The id of the mark that a row of a file made: a student has at most one in a register (credits.md 1). */
export const FILE_MARK = 'FILE';

/** One mark of one student, as the register holds it. */
export interface Observation extends Attendance {
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
  readonly source: MarkSource;
  readonly device?: string;
  readonly replaces?: string;
}

/** What a person said when marks disagreed, or when what was recorded was wrong. */
export interface Ruling extends Attendance {
  readonly kind: 'SETTLED' | 'CORRECTED';
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
  /** Absent: a correction with the credits (credits.md 4), which keep the reason. */
  readonly reasonClass?: ChangeReason;
  /** Whether credits had been judged on the register by then. */
  readonly afterAwards: boolean;
}

/** What counts now. */
export interface WhatCounts extends Attendance {
  readonly by: string;
  readonly at: Instant;
  /** The marks that disagree and that nobody has settled. Meanwhile the least of what is said counts. */
  readonly conflict?: readonly string[];
}

/** What a register holds of one student. Nothing is ever taken away; `counts` follows from the rest. */
export interface StudentRecord {
  /** In order of time and id, in whatever order they arrived. */
  readonly observations: readonly Observation[];
  /** In the order in which they were made: the last one holds. */
  readonly rulings: readonly Ruling[];
  /** The marks that rulings were made about. */
  readonly covered: ReadonlySet<string>;
  readonly counts: WhatCounts;
}

/** What it says of attendance, and nothing else. */
export const attendanceOf = ({
  presence,
  halfHours,
  lateHalfHours,
  leftEarlyHalfHours,
  excuse,
}: Attendance): Attendance => ({
  presence,
  halfHours,
  ...(lateHalfHours !== undefined && { lateHalfHours }),
  ...(leftEarlyHalfHours !== undefined && { leftEarlyHalfHours }),
  ...(excuse !== undefined && { excuse }),
});

/** Marks and corrections from before there were kinds of presence say it by their hours. */
export const withPresence = <T extends Omit<Attendance, 'presence'> & { readonly presence?: Attendance['presence'] }>(
  one: T,
): T & Attendance => ({ ...one, presence: one.presence ?? (one.halfHours > 0 ? 'PRESENT' : 'ABSENT') });

export const observationOf = (mark: Mark): Observation => ({
  ...attendanceOf(withPresence(mark)),
  id: mark.markId ?? FILE_MARK,
  by: mark.observedBy,
  at: mark.observedAt,
  source: mark.source ?? 'FILE',
  ...(mark.device !== undefined && { device: mark.device }),
  ...(mark.replaces !== undefined && { replaces: mark.replaces }),
});

const isReplaced = ({ id, by, device }: Observation, all: readonly Observation[]): boolean =>
  all.some((other) => other.id !== id && other.replaces === id && other.by === by && other.device === device);

/** The marks that no other takes the place of; all of them when each is said to replace another. */
const lastOf = (all: readonly Observation[]): readonly Observation[] => {
  const last = all.filter((one) => !isReplaced(one, all));
  return last.length === 0 ? all : last;
};

/**
 * A function of the set of marks and of the rulings, never of the order in which marks arrived (W14). Marks that agree
 * stand, the earliest in front; so does a ruling, with the marks that agree with it. Otherwise there is a conflict, and
 * the least of what is said counts until a person settles it.
 */
const whatCounts = ({ observations, rulings, covered }: Omit<StudentRecord, 'counts'>): WhatCounts => {
  const open = lastOf(observations).filter(({ id }) => !covered.has(id));
  const voices: readonly (Observation | Ruling)[] = [...rulings.slice(-1), ...open];
  const least = voices.reduce((one, other) => (other.halfHours < one.halfHours ? other : one));
  const { by, at } = least;
  if (voices.every((one) => isAgreed(one, least))) return { ...attendanceOf(least), by, at };
  return { ...attendanceOf(least), by, at, conflict: open.map(({ id }) => id) };
};

const recordOf = (parts: Omit<StudentRecord, 'counts'>): StudentRecord => ({ ...parts, counts: whatCounts(parts) });

const none: Omit<StudentRecord, 'counts'> = { observations: [], rulings: [], covered: new Set() };

const isBefore = (one: Observation, other: Observation): boolean =>
  one.at === other.at ? one.id < other.id : one.at < other.at;

/** The record with one more mark. */
export const withObservation = (record: StudentRecord | undefined, one: Observation): StudentRecord => {
  const { observations, rulings, covered } = record ?? none;
  const at = observations.findIndex((other) => isBefore(one, other));
  return recordOf({
    observations: observations.toSpliced(at < 0 ? observations.length : at, 0, one),
    rulings,
    covered,
  });
};

/** The record with a ruling about these marks. */
export const withRuling = (
  record: StudentRecord | undefined,
  { marks, ...ruling }: Ruling & { readonly marks: readonly string[] },
): StudentRecord => {
  const { observations, rulings, covered } = record ?? none;
  return recordOf({ observations, rulings: [...rulings, ruling], covered: new Set([...covered, ...marks]) });
};
