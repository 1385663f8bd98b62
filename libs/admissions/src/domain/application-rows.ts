import { type Instant, parseInstant } from '@kull/kernel';
import { type NationalIdPolicy, parseNationalId } from '@kull/people/national-id';
import {
  type ApplicantDetails,
  type ApplicationFacts,
  type ApplicationRecord,
  detailsOf,
  factsOf,
  wishesOf,
} from './application-facts';
import type { IntakeDefinition } from './intake-definition';

/** Why a row cannot be taken in; the first that applies (selection.md 1). */
export type RowRejectionCode =
  | 'DUPLICATE_APPLICATION_NO'
  | 'MISSING_NAME'
  | 'INVALID_NATIONAL_ID'
  | 'INVALID_TIMESTAMP'
  | 'UNKNOWN_CLASS'
  | 'OUTSIDE_WINDOW';

/** A row that was not taken in. `row` counts from 1, the header not counted. */
export interface RejectedRow {
  readonly row: number;
  readonly applicationNo: string;
  readonly code: RowRejectionCode;
}

/** A row that was taken in. */
export interface TakenInRow {
  readonly row: number;
  readonly facts: ApplicationFacts;
  readonly details: ApplicantDetails;
}

export interface CheckedRows {
  readonly takenIn: readonly TakenInRow[];
  readonly rejected: readonly RejectedRow[];
}

type WindowAndClasses = Pick<IntakeDefinition, 'window' | 'classes'>;

const knowsEachOnce = (wishes: readonly string[], classes: ReadonlySet<string>): boolean =>
  wishes.length > 0 && new Set(wishes).size === wishes.length && wishes.every((wish) => classes.has(wish));

/** An application number is kept as it is, so it must be one line of at most 64 characters. */
const canBeKept = (applicationNo: string): boolean => /^\P{Cc}{0,64}$/u.test(applicationNo);

const isWithin = ({ opensAt, closesAt }: IntakeDefinition['window'], instant: Instant): boolean =>
  opensAt <= instant && instant <= closesAt;

/**
 * Sorts the rows of `applications.csv` into those that are taken in and those that are not, each with the first code
 * that applies (selection.md 1). Every row comes out on exactly one side, and no row stops another.
 */
export const checkRows = (
  records: readonly ApplicationRecord[],
  intake: WindowAndClasses,
  policy: NationalIdPolicy,
): CheckedRows => {
  const classes = new Set(intake.classes.map(({ code }) => code));
  const seen = new Set<string>();
  const takenIn: TakenInRow[] = [];
  const rejected: RejectedRow[] = [];

  const check = (record: ApplicationRecord, row: number): TakenInRow | RowRejectionCode => {
    if (seen.has(record.application_no) || !canBeKept(record.application_no)) return 'DUPLICATE_APPLICATION_NO';
    if (record.family_name.trim() === '' || record.given_names.trim() === '') return 'MISSING_NAME';
    const nationalId = parseNationalId(record.national_id, policy);
    if (!nationalId) return 'INVALID_NATIONAL_ID';
    const submittedAt = parseInstant(record.submitted_at);
    if (!submittedAt) return 'INVALID_TIMESTAMP';
    if (!knowsEachOnce(wishesOf(record.class_wishes), classes)) return 'UNKNOWN_CLASS';
    if (!isWithin(intake.window, submittedAt)) return 'OUTSIDE_WINDOW';
    return { row, facts: factsOf(record, submittedAt), details: detailsOf(record, nationalId) };
  };

  records.forEach((record, index) => {
    const checked = check(record, index + 1);
    seen.add(record.application_no);
    if (typeof checked !== 'string') {
      takenIn.push(checked);
      return;
    }
    rejected.push({ row: index + 1, applicationNo: record.application_no, code: checked });
  });
  return { takenIn, rejected };
};
