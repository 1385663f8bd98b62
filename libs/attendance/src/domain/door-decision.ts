/** What a door code says: whose it is, by a reference that is no name and no number of anybody, and which issue. */
export interface DoorCodePayload {
  readonly s: string;
  readonly n: number;
}

/** A student who is let in: one of the class, or a guest at the gathering. */
export interface ExpectedAtDoor {
  readonly reference: string;
  /** The issue that was good when the roster was made. */
  readonly issue: number;
  /** The student's own class: that of a guest is another. */
  readonly classCode: string;
  readonly studentNo: string;
  readonly name: string;
  /** As an alphabetical list has it: `Testesen, Kari`. */
  readonly listName: string;
}

/** A student of another class of the cohort: where to, and nothing else about anybody. */
export type ElsewhereAtDoor = Pick<ExpectedAtDoor, 'reference' | 'issue' | 'classCode'>;

/**
 * Why a code does not open the door:
 * - `NOT_A_CODE`: nothing that the door's key signed as a code, or changed since.
 * - `UNKNOWN_CODE`: a code of ours, of nobody in the cohort.
 * - `REVOKED_CODE`: a later code took its place.
 * - `OTHER_CLASS`: a student of another class of the cohort.
 */
export type DoorRefusal = 'NOT_A_CODE' | 'UNKNOWN_CODE' | 'REVOKED_CODE' | 'OTHER_CLASS';

export type DoorDecision<Student> =
  | { readonly outcome: 'EXPECTED'; readonly student: Student }
  | { readonly outcome: 'OTHER_CLASS'; readonly class: string }
  | { readonly outcome: Exclude<DoorRefusal, 'OTHER_CLASS'> };

/** Who may stand at a door, by reference: those who are let in, and those who are sent elsewhere. */
export interface AtDoor<Student> {
  readonly expected: readonly Student[];
  readonly elsewhere: readonly ElsewhereAtDoor[];
}

/**
 * What a code means at this door. A later issue than the one known here is good: it was signed after the list was made,
 * and only because the one known here was revoked.
 */
export const decideOn = <Student extends ElsewhereAtDoor>(
  { expected, elsewhere }: AtDoor<Student>,
  code: DoorCodePayload | undefined,
): DoorDecision<Student> => {
  if (!code) return { outcome: 'NOT_A_CODE' };
  const student = expected.find(({ reference }) => reference === code.s);
  const stranger = elsewhere.find(({ reference }) => reference === code.s);
  const known = student ?? stranger;
  if (!known) return { outcome: 'UNKNOWN_CODE' };
  if (code.n < known.issue) return { outcome: 'REVOKED_CODE' };
  return student ? { outcome: 'EXPECTED', student } : { outcome: 'OTHER_CLASS', class: known.classCode };
};
