import type { Session } from '@kull/teaching/contracts';
import { type Attendance, isAgreed } from './mark';
import type { LockReason } from './register.events';
import type { OpenRegister } from './register.state';
import { attendanceOf, type Observation, type Ruling, type StudentRecord, type WhatCounts } from './student-record';

/** How many were there. `absent` of a locked register: with those whom nobody marked. */
export interface RegisterCounts {
  readonly expected: number;
  readonly present: number;
  readonly absent: number;
  readonly excused: number;
  readonly unmarked: number;
  /** Students about whom marks disagree; they are counted above by what counts meanwhile. */
  readonly conflicts: number;
}

/** Where the register of a session stands. */
export type RegisterStatus =
  | { readonly status: 'unopened' | 'open' }
  | { readonly status: 'locked'; readonly lockedFor: LockReason };

export const statusOf = (register: OpenRegister | undefined): RegisterStatus => {
  if (!register) return { status: 'unopened' };
  return register.status === 'open'
    ? { status: 'open' }
    : { status: 'locked', lockedFor: register.lockedFor ?? 'AWARDS_JUDGED' };
};

/** Everybody in the register, in order. */
export const studentsIn = ({ expected, records }: OpenRegister): readonly string[] =>
  [...new Set([...expected, ...records.keys()])].sort();

export const countsOf = (register: OpenRegister): RegisterCounts => {
  const standings = [...register.records.values()].map(({ counts }) => counts);
  const count = (presence: Attendance['presence']): number =>
    standings.filter((counts) => counts.presence === presence).length;
  const expected = studentsIn(register).length;
  const unmarked = expected - standings.length;
  return {
    expected,
    present: count('PRESENT'),
    absent: count('ABSENT') + (register.status === 'locked' ? unmarked : 0),
    excused: count('EXCUSED'),
    unmarked,
    conflicts: standings.filter(({ conflict }) => conflict !== undefined).length,
  };
};

/**
 * How a conflict might be settled: whoever was seen was there, and an excuse that one of them knew of holds. A person
 * decides.
 */
export interface ProposedSettlement extends Attendance {
  readonly because: 'SEEN_PRESENT' | 'EXCUSE_KNOWN';
}

/** Marks about one student that disagree. */
export interface Conflict {
  readonly session: Session;
  readonly studentNo: string;
  /** What counts meanwhile: the least. */
  readonly counts: WhatCounts;
  readonly marks: readonly Observation[];
  /** What a person said before the last of these marks arrived. */
  readonly ruling?: Ruling;
  readonly proposed?: ProposedSettlement;
}

const proposedOf = (voices: readonly Attendance[]): ProposedSettlement | undefined => {
  const seen = voices.filter(({ presence }) => presence === 'PRESENT');
  if (seen.length > 0 && seen.every((one) => isAgreed(one, seen[0]!)))
    return { ...attendanceOf(seen[0]!), because: 'SEEN_PRESENT' };
  const excused = voices.find(({ presence }) => presence === 'EXCUSED');
  return seen.length === 0 && excused ? { ...attendanceOf(excused), because: 'EXCUSE_KNOWN' } : undefined;
};

/** What is to be settled about a student; undefined when nothing is. */
export const conflictIn = (session: Session, studentNo: string, record: StudentRecord): Conflict | undefined => {
  const { counts, observations, rulings } = record;
  if (!counts.conflict) return undefined;
  const marks = observations.filter(({ id }) => counts.conflict?.includes(id));
  const ruling = rulings.at(-1);
  const proposed = proposedOf(ruling ? [ruling, ...marks] : marks);
  return { session, studentNo, counts, marks, ...(ruling && { ruling }), ...(proposed && { proposed }) };
};
