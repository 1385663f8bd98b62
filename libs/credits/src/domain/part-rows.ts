import { type Instant, isCode, isSame, parseInstant } from '@kull/kernel';
import { type CourseTerms, partsOf } from './course-terms';
import type { PartFulfilment } from './part.events';
import { isReported } from './parts';
import type { Part } from './student-course.state';

/** One row of a file of mandatory parts that were done, as it stands in the file; rows are numbered from 1. */
export interface PartRow {
  readonly row: number;
  readonly studentNo: string;
  readonly part: string;
  readonly fulfilledAt: string;
  readonly reportedBy: string;
}

/** Why a row was not taken in: the first code that applies. `ALREADY_RECORDED`: the part is done, by another report. */
export type PartRowCode =
  | 'UNKNOWN_STUDENT'
  | 'UNKNOWN_PART'
  | 'INVALID_TIMESTAMP'
  | 'INVALID_REPORTER'
  | 'ALREADY_RECORDED';

/** A part that a row reports as done. */
export interface ReportedPart {
  readonly studentNo: string;
  readonly part: string;
  readonly fulfilment: PartFulfilment;
}

/** What becomes of the rows of a file: each is taken, was taken before, or is rejected with one code. */
export interface SortedParts {
  readonly taken: readonly ReportedPart[];
  readonly unchanged: number;
  readonly rejected: readonly { readonly row: number; readonly studentNo: string; readonly code: PartRowCode }[];
}

const fulfilmentIn = (row: PartRow, terms: CourseTerms): PartFulfilment | PartRowCode => {
  const required = partsOf(terms).find(({ code }) => code === row.part);
  if (!required) return 'UNKNOWN_PART';
  const at: Instant | undefined = parseInstant(row.fulfilledAt);
  if (at === undefined) return 'INVALID_TIMESTAMP';
  return isCode(row.reportedBy) ? { by: required.fulfilledBy, at, reportedBy: row.reportedBy } : 'INVALID_REPORTER';
};

/**
 * Sorts the rows in file order. A file says nothing of the way: a part is done in the way that its requirement names.
 * `known` has every student of the class with what was reported before, by part; a stranger is not in it.
 */
export const sortPartRows = (
  rows: readonly PartRow[],
  terms: CourseTerms,
  known: ReadonlyMap<string, ReadonlyMap<string, Part>>,
): SortedParts => {
  const taken = new Map<string, ReportedPart>();
  const rejected: SortedParts['rejected'][number][] = [];
  let unchanged = 0;
  for (const row of rows) {
    const { studentNo, part } = row;
    const parts = known.get(studentNo);
    const fulfilment = parts ? fulfilmentIn(row, terms) : 'UNKNOWN_STUDENT';
    const key = JSON.stringify([studentNo, part]);
    const before = taken.get(key)?.fulfilment ?? parts?.get(part)?.fulfilled;
    if (typeof fulfilment === 'string') rejected.push({ row: row.row, studentNo, code: fulfilment });
    else if (isSame(before, fulfilment) || isReported(parts?.get(part), fulfilment)) unchanged++;
    else if (before) rejected.push({ row: row.row, studentNo, code: 'ALREADY_RECORDED' });
    else taken.set(key, { studentNo, part, fulfilment });
  }
  return { taken: [...taken.values()], unchanged, rejected };
};
