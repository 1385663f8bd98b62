import { type Instant, isCode, parseInstant } from '@kull/kernel';
import type { Grade } from './awards';

/** One row of `results.csv` as it stands in the file; rows are numbered from 1. */
export interface ResultRow {
  readonly row: number;
  readonly studentNo: string;
  readonly assessment: string;
  readonly result: string;
  readonly gradedBy: string;
  readonly attestedBy: string;
  readonly attestedAt: string;
}

/** A result as it was registered; without an attestation it does not count yet. */
export interface RegisteredResult {
  readonly assessment: string;
  readonly result: Grade;
  readonly gradedBy: string;
  readonly attestation?: { readonly by: string; readonly at: Instant };
}

/**
 * Why a row was not taken in: the codes of credits.md 1 in its order, then what the rules leave open:
 * nobody named who graded, a result that is neither `PASSED` nor `FAILED`, another assessment than the course's, an
 * attestation without a time.
 */
export type ResultRowCode =
  | 'UNKNOWN_STUDENT'
  | 'ALREADY_RECORDED'
  | 'SAME_PERSON_GRADED_AND_ATTESTED'
  | 'INVALID_GRADER'
  | 'INVALID_RESULT'
  | 'UNKNOWN_ASSESSMENT'
  | 'INVALID_TIMESTAMP';

/** What becomes of the rows of a file: each is taken, was taken before, or is rejected with one code. */
export interface SortedResults {
  readonly taken: readonly { readonly studentNo: string; readonly result: RegisteredResult }[];
  readonly unchanged: number;
  readonly rejected: readonly { readonly row: number; readonly studentNo: string; readonly code: ResultRowCode }[];
}

export const isGrade = (text: string): text is Grade => text === 'PASSED' || text === 'FAILED';

/** Grading and attestation are done by two people. */
export const gradedAndAttestedByOne = ({ gradedBy, attestedBy }: { gradedBy: string; attestedBy: string }): boolean =>
  attestedBy !== '' && gradedBy === attestedBy;

/** The result that a row names, or why it names none. */
const resultIn = (row: ResultRow, assessment: string): RegisteredResult | ResultRowCode => {
  if (gradedAndAttestedByOne(row)) return 'SAME_PERSON_GRADED_AND_ATTESTED';
  if (!isCode(row.gradedBy) || (row.attestedBy !== '' && !isCode(row.attestedBy))) return 'INVALID_GRADER';
  if (!isGrade(row.result)) return 'INVALID_RESULT';
  if (row.assessment !== assessment) return 'UNKNOWN_ASSESSMENT';
  const registered = { assessment, result: row.result, gradedBy: row.gradedBy };
  if (row.attestedBy === '') return registered;
  const at = parseInstant(row.attestedAt);
  return at === undefined ? 'INVALID_TIMESTAMP' : { ...registered, attestation: { by: row.attestedBy, at } };
};

/** Whether two registered results say the same. */
export const isSameResult = (one: RegisteredResult, other: RegisteredResult): boolean =>
  one.assessment === other.assessment &&
  one.result === other.result &&
  one.gradedBy === other.gradedBy &&
  one.attestation?.by === other.attestation?.by &&
  one.attestation?.at === other.attestation?.at;

/**
 * Sorts the rows in file order (credits.md 1). `registered` holds what each student of the class already has, as first
 * registered; a student without a result maps to `undefined`, a stranger is not in it.
 * The same file again finds every row unchanged or rejected as before: rows ahead of the one that was taken are judged
 * as they were then, before there was a result.
 */
export const sortResultRows = (
  rows: readonly ResultRow[],
  assessment: string,
  registered: ReadonlyMap<string, RegisteredResult | undefined>,
): SortedResults => {
  const rowOfResult = new Map<string, number>();
  for (const row of rows) {
    const before = registered.get(row.studentNo);
    const result = resultIn(row, assessment);
    if (before && typeof result !== 'string' && isSameResult(before, result) && !rowOfResult.has(row.studentNo))
      rowOfResult.set(row.studentNo, row.row);
  }
  const seen = new Set<string>();

  const placeOf = (row: ResultRow): ResultRowCode | 'unchanged' | RegisteredResult => {
    const { studentNo } = row;
    if (!registered.has(studentNo)) return 'UNKNOWN_STUDENT';
    const taken = rowOfResult.get(studentNo);
    if (row.row === taken) return 'unchanged';
    const recorded = registered.get(studentNo) !== undefined;
    if (seen.has(studentNo) || (recorded && (taken === undefined || taken < row.row))) return 'ALREADY_RECORDED';
    const result = resultIn(row, assessment);
    return recorded && typeof result !== 'string' ? 'ALREADY_RECORDED' : result;
  };

  const taken: SortedResults['taken'][number][] = [];
  const rejected: SortedResults['rejected'][number][] = [];
  let unchanged = 0;
  for (const row of rows) {
    const { studentNo } = row;
    const place = placeOf(row);
    if (place === 'unchanged') unchanged++;
    else if (typeof place === 'string') rejected.push({ row: row.row, studentNo, code: place });
    else {
      seen.add(studentNo);
      taken.push({ studentNo, result: place });
    }
  }
  return { taken, unchanged, rejected };
};
