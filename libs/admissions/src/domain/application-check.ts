import type { NationalIdPolicy } from '@kull/people/national-id';
import type { ApplicationRecord } from './application-facts';
import { type CheckedRows, checkRows } from './application-rows';
import type { IntakeDefinition } from './intake-definition';
import { latestOfEachPerson } from './one-per-person';

/** A row whose person sent another application later: it is taken in, and will not count (selection.md 2). */
export interface ReplacedRow {
  readonly row: number;
  readonly applicationNo: string;
  /** The application that counts, and its row. */
  readonly by: { readonly row: number; readonly applicationNo: string };
}

export interface CheckedFile extends CheckedRows {
  readonly replaced: readonly ReplacedRow[];
}

/** What taking in these rows would lead to; the rows that are replaced are among those taken in. */
export const checkFile = (
  records: readonly ApplicationRecord[],
  intake: Pick<IntakeDefinition, 'window' | 'classes'>,
  policy: NationalIdPolicy,
): CheckedFile => {
  const { takenIn, rejected } = checkRows(records, intake, policy);
  const sent = takenIn.map(({ row, facts, details }) => ({ row, facts, person: details.nationalId.digits }));
  const latest = latestOfEachPerson(sent);
  const replaced = sent.flatMap(({ row, facts, person }) => {
    const counts = latest.get(person)!;
    return counts.row === row
      ? []
      : [
          {
            row,
            applicationNo: facts.applicationNo,
            by: { row: counts.row, applicationNo: counts.facts.applicationNo },
          },
        ];
  });
  return { takenIn, rejected, replaced };
};
