import type { CsvFile } from '@kull/http';
import type { CorrectionRow } from '../domain/correction-rows';

/** The columns of `corrections.csv`. */
export const correctionColumns = ['at', 'kind', 'student_no', 'value', 'reason', 'recorded_by', 'approved_by'] as const;

/** A file of corrections as it came in. */
export type CorrectionFile = CsvFile<(typeof correctionColumns)[number]>;

export const correctionRowsIn = ({ records }: CorrectionFile): readonly CorrectionRow[] =>
  records.map(({ row, values }) => ({
    row,
    at: values.at,
    kind: values.kind,
    studentNo: values.student_no,
    value: values.value,
    reason: values.reason,
    recordedBy: values.recorded_by,
    approvedBy: values.approved_by,
  }));
