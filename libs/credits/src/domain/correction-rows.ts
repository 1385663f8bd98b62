import { type HalfHours, type Instant, isCode, parseHours, parseInstant } from '@kull/kernel';
import type { CorrectionKind, CorrectionRefusal } from './corrections';
import { assessmentsOf, type CourseTerms } from './course-terms';
import { type Grade, isGradeOn } from './grades';

/** One row of `corrections.csv` as it stands in the file; rows are numbered from 1. */
export interface CorrectionRow {
  readonly row: number;
  readonly at: string;
  readonly kind: string;
  readonly studentNo: string;
  readonly value: string;
  readonly reason: string;
  readonly recordedBy: string;
  readonly approvedBy: string;
}

/** What a row asks for. Names and numbers are personal: they go to `people` to be sealed, never into an event as they are. */
export type RequestedChange =
  | { readonly kind: 'NAME_CHANGE'; readonly familyName: string }
  /** Without a number: it was wrong and there is none. */
  | { readonly kind: 'HPR_NUMBER'; readonly hprNumber?: string }
  | {
      readonly kind: 'ATTENDANCE';
      readonly hours: readonly { readonly session: string; readonly halfHours: HalfHours }[];
    }
  | { readonly kind: 'RESULT'; readonly assessment: string; readonly result: Grade };

/**
 * Why a row of corrections leads to nothing: the two refusals of credits.md 4, or what makes it no correction at all:
 * a student or session that the class has not, hours that are none, or a kind, value, time or signature that cannot be
 * read.
 */
export type CorrectionRowCode =
  | 'UNKNOWN_STUDENT'
  | 'INVALID_CORRECTION'
  | 'UNKNOWN_SESSION'
  | 'INVALID_HOURS'
  | CorrectionRefusal;

/** A row that can be tried. */
export interface RequestedCorrection {
  readonly row: CorrectionRow;
  readonly at: Instant;
  readonly change: RequestedChange;
}

export interface ReadCorrections {
  /** In order of `at`, then of the file. */
  readonly corrections: readonly RequestedCorrection[];
  readonly rejected: readonly { readonly row: number; readonly studentNo: string; readonly code: CorrectionRowCode }[];
}

type Unreadable = Exclude<CorrectionRowCode, CorrectionRefusal | 'UNKNOWN_STUDENT'>;

const readHours = (value: string, terms: CourseTerms): RequestedChange | Unreadable => {
  const sessions = new Set(terms.sessions.map(({ code }) => code));
  const entries = value.split(',').map((entry) => entry.trim().split('='));
  if (entries.some((entry) => entry.length !== 2)) return 'INVALID_CORRECTION';
  const codes = entries.map(([code]) => code!.trim());
  if (new Set(codes).size < codes.length) return 'INVALID_CORRECTION';
  if (codes.some((code) => !sessions.has(code))) return 'UNKNOWN_SESSION';
  const hours: { session: string; halfHours: HalfHours }[] = [];
  for (const [code, text] of entries) {
    const halfHours = parseHours(text!);
    if (halfHours === undefined) return 'INVALID_HOURS';
    hours.push({ session: code!.trim(), halfHours });
  }
  return { kind: 'ATTENDANCE', hours };
};

/** `C` where the course has one assessment; `PROJECT_PAPER=C` where its requirements are listed. */
const readResult = (value: string, terms: CourseTerms): RequestedChange | Unreadable => {
  const assessments = assessmentsOf(terms);
  const at = terms.requirements ? value.lastIndexOf('=') : -1;
  const named = at < 0 ? undefined : value.slice(0, at).trim();
  const about = named === undefined ? assessments : assessments.filter(({ code }) => code === named);
  const grade = value.slice(at + 1).trim();
  const [required] = about;
  return about.length === 1 && isGradeOn(required!.scale, grade)
    ? { kind: 'RESULT', assessment: required!.code, result: grade }
    : 'INVALID_CORRECTION';
};

const readChange = (kind: CorrectionKind, text: string, terms: CourseTerms): RequestedChange | Unreadable => {
  const value = text.trim();
  switch (kind) {
    case 'NAME_CHANGE':
      return value === '' ? 'INVALID_CORRECTION' : { kind, familyName: value };
    case 'HPR_NUMBER':
      return value === '' ? { kind } : { kind, hprNumber: value };
    case 'ATTENDANCE':
      return readHours(value, terms);
    case 'RESULT':
      return readResult(value, terms);
  }
};

const isKind = (text: string): text is CorrectionKind =>
  text === 'NAME_CHANGE' || text === 'ATTENDANCE' || text === 'HPR_NUMBER' || text === 'RESULT';

const isSigned = ({ recordedBy, approvedBy }: CorrectionRow): boolean =>
  isCode(recordedBy) && (approvedBy === '' || isCode(approvedBy));

const inOrder = (one: RequestedCorrection, other: RequestedCorrection): number => {
  if (one.at === other.at) return one.row.row - other.row.row;
  return one.at < other.at ? -1 : 1;
};

/** Reads the rows and puts those that can be tried in the order in which they are applied (credits.md 4). */
export const readCorrectionRows = (
  rows: readonly CorrectionRow[],
  students: ReadonlySet<string>,
  terms: CourseTerms,
): ReadCorrections => {
  const read = (row: CorrectionRow): RequestedCorrection | CorrectionRowCode => {
    if (!students.has(row.studentNo)) return 'UNKNOWN_STUDENT';
    const at = parseInstant(row.at);
    if (at === undefined || !isKind(row.kind) || !isSigned(row)) return 'INVALID_CORRECTION';
    const change = readChange(row.kind, row.value, terms);
    return typeof change === 'string' ? change : { row, at, change };
  };

  const corrections: RequestedCorrection[] = [];
  const rejected: ReadCorrections['rejected'][number][] = [];
  for (const row of rows) {
    const correction = read(row);
    if (typeof correction === 'string') rejected.push({ row: row.row, studentNo: row.studentNo, code: correction });
    else corrections.push(correction);
  }
  return { corrections: corrections.sort(inOrder), rejected };
};
