import { type Instant, isCode, parseInstant } from '@kull/kernel';
import type { RequiredAssessment } from './course-terms';
import { type Grade, isGradeOn } from './grades';

/** One row of `results.csv` as it stands in the file; rows are numbered from 1. */
export interface ResultRow {
  readonly row: number;
  readonly studentNo: string;
  readonly assessment: string;
  readonly result: string;
  readonly gradedBy: string;
  readonly attestedBy: string;
  readonly attestedAt: string;
  /** The account that sends the row. Absent: the operator, who repeats what others did. */
  readonly registeredBy?: string;
}

/** A result as it was registered; without an attestation it does not count yet. */
export interface RegisteredResult {
  readonly assessment: string;
  readonly result: Grade;
  readonly gradedBy: string;
  /** The account that typed it in. Absent: it was taken in from a folder. */
  readonly registeredBy?: string;
  readonly attestation?: { readonly by: string; readonly at: Instant };
}

/**
 * Why a row was not taken in: the codes of credits.md 1 in its order, then what the rules leave open:
 * nobody named who graded, a result that is no grade of the scale, an assessment that the course has not, an attestation
 * without a time.
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

/** What each student of the class already has, as first registered, by assessment. */
export type ResultsOfClass = ReadonlyMap<string, ReadonlyMap<string, RegisteredResult>>;

/** Grading and attestation are done by two people; whoever types in a result has had a hand in it (reliability.md S30). */
export const gradedAndAttestedByOne = ({
  gradedBy,
  attestedBy,
  registeredBy,
}: Pick<ResultRow, 'gradedBy' | 'attestedBy' | 'registeredBy'>): boolean =>
  attestedBy !== '' && (gradedBy === attestedBy || registeredBy === attestedBy);

/** A result of an assessment that the course has not is looked at on the scales that it has. */
const gradeIn = (row: ResultRow, assessments: readonly RequiredAssessment[]): Grade | undefined => {
  const about = assessments.filter(({ code }) => code === row.assessment);
  const scales = (about.length > 0 ? about : assessments).map(({ scale }) => scale);
  const { result } = row;
  return scales.some((scale) => isGradeOn(scale, result)) ? (result as Grade) : undefined;
};

/** The result that a row names, or why it names none. */
const resultIn = (row: ResultRow, assessments: readonly RequiredAssessment[]): RegisteredResult | ResultRowCode => {
  const { assessment, gradedBy, attestedBy, registeredBy } = row;
  if (gradedAndAttestedByOne(row)) return 'SAME_PERSON_GRADED_AND_ATTESTED';
  if (!isCode(gradedBy) || (attestedBy !== '' && !isCode(attestedBy))) return 'INVALID_GRADER';
  const result = gradeIn(row, assessments);
  if (result === undefined) return 'INVALID_RESULT';
  if (!assessments.some(({ code }) => code === assessment)) return 'UNKNOWN_ASSESSMENT';
  const registered = { assessment, result, gradedBy, ...(registeredBy !== undefined && { registeredBy }) };
  if (attestedBy === '') return registered;
  const at = parseInstant(row.attestedAt);
  return at === undefined ? 'INVALID_TIMESTAMP' : { ...registered, attestation: { by: attestedBy, at } };
};

/** Whether two registered results say the same, whoever typed them in. */
export const isSameResult = (one: RegisteredResult, other: RegisteredResult): boolean =>
  one.assessment === other.assessment &&
  one.result === other.result &&
  one.gradedBy === other.gradedBy &&
  one.attestation?.by === other.attestation?.by &&
  one.attestation?.at === other.attestation?.at;

/** Whether a row says what was registered: the attestation may have been given afterwards. */
const saysAgain = (registered: RegisteredResult, row: RegisteredResult): boolean =>
  isSameResult(registered, row.attestation ? row : { ...row, attestation: registered.attestation });

/**
 * Sorts the rows in file order (credits.md 1). A student has one result per assessment; in a course of one assessment
 * every row of a student is about that one. `registered` has every student of the class; a stranger is not in it.
 * The same file again finds every row unchanged or rejected as before: rows ahead of the one that was taken are judged
 * as they were then, before there was a result.
 */
export const sortResultRows = (
  rows: readonly ResultRow[],
  assessments: readonly RequiredAssessment[],
  registered: ResultsOfClass,
): SortedResults => {
  const sole = assessments.length === 1 ? assessments[0]!.code : undefined;
  const about = ({ assessment }: ResultRow): string => sole ?? assessment;
  const before = (row: ResultRow) => registered.get(row.studentNo)?.get(about(row));
  const placeKey = (row: ResultRow): string => JSON.stringify([row.studentNo, about(row)]);

  const rowOfResult = new Map<string, number>();
  for (const row of rows) {
    const recorded = before(row);
    const result = resultIn(row, assessments);
    if (recorded && typeof result !== 'string' && saysAgain(recorded, result) && !rowOfResult.has(placeKey(row)))
      rowOfResult.set(placeKey(row), row.row);
  }
  const seen = new Set<string>();

  const placeOf = (row: ResultRow): ResultRowCode | 'unchanged' | RegisteredResult => {
    if (!registered.has(row.studentNo)) return 'UNKNOWN_STUDENT';
    const key = placeKey(row);
    const taken = rowOfResult.get(key);
    if (row.row === taken) return 'unchanged';
    const recorded = before(row) !== undefined;
    if (seen.has(key) || (recorded && (taken === undefined || taken < row.row))) return 'ALREADY_RECORDED';
    const result = resultIn(row, assessments);
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
      seen.add(placeKey(row));
      taken.push({ studentNo, result: place });
    }
  }
  return { taken, unchanged, rejected };
};
