import { ruleFile } from '@kull/kernel/rule-file';
import { z } from 'zod';

/** A row that an import could not take in, as the service says it. */
export const rejectedApplication = z.looseObject({
  row: z.number(),
  applicationNo: z.string(),
  code: z.string(),
  message: z.string(),
});

/** The same for the files of a course. */
export const rejectedRecord = z.looseObject({
  row: z.number(),
  studentNo: z.string(),
  code: z.string(),
  message: z.string(),
});

interface RejectedRow {
  readonly file: string;
  readonly row: number;
  readonly subject: string;
  readonly code: string;
  readonly message: string;
}

/** `rejected-rows.csv`: what was not taken in, by file and row. `subject` names the column that says whose row it was. */
export const rejectedRowsFile = (subject: 'application_no' | 'student_no', rows: readonly RejectedRow[]): Buffer =>
  Buffer.from(
    ruleFile({
      columns: ['file', 'row', subject, 'code', 'message'],
      rows: [...rows]
        .sort((a, b) => (a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1))
        .map(({ file, row, subject: whose, code, message }) => [file, row, whose, code, message]),
    }),
  );
