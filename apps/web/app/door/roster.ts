import type { DoorRoster } from '../../../../libs/attendance/src/domain/door-roster';
import type { RegisterAnswer } from './orders';

export type { DoorRoster };

/** What a signed list says. It came from the service itself; the codes held up to it are what is checked. */
export const rosterIn = (jws: string): DoorRoster => {
  const payload = jws.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as DoorRoster;
};

/** One row of the list at a door. */
export interface RosterRow {
  readonly studentNo: string;
  readonly listName: string;
  /** The class that a guest comes from. */
  readonly guestFrom?: string;
  readonly isOnLeave: boolean;
}

/** Everybody of the list and of the register, by name. */
export const rowsOf = (
  roster: DoorRoster | undefined,
  register: RegisterAnswer | undefined,
  byAlphabet: (one: string, other: string) => number,
): readonly RosterRow[] => {
  const leaves = new Set(register?.students.filter(({ onLeave }) => onLeave).map(({ studentNo }) => studentNo));
  const expected = (roster?.expected ?? []).map(({ studentNo, listName, classCode }) => ({
    studentNo,
    listName,
    ...(classCode !== roster!.class.code && { guestFrom: classCode }),
  }));
  const known = new Set(expected.map(({ studentNo }) => studentNo));
  const others = (register?.students ?? [])
    .filter(({ studentNo }) => !known.has(studentNo))
    .map(({ studentNo }) => ({ studentNo, listName: studentNo }));
  return [...expected, ...others]
    .map((row) => ({ ...row, isOnLeave: leaves.has(row.studentNo) }))
    .sort((one, other) => byAlphabet(one.listName, other.listName));
};
