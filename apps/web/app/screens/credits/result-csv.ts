import type { ResultPreviewRow } from '../../../../../libs/credits/src/http/class-results.dto';

const HEADER = 'student_no;assessment;result;graded_by;attested_by;attested_at';

const cell = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The rows as `results.csv`; `matched` puts a student number in the place of a candidate number. */
export const resultsCsv = (rows: readonly ResultPreviewRow[], matched: Readonly<Record<string, string>> = {}): Blob => {
  const lines = rows.map(({ studentNo, assessment, result, gradedBy, attestedBy, attestedAt }) =>
    [matched[studentNo] ?? studentNo, assessment, result, gradedBy, attestedBy, attestedAt].map(cell).join(';'),
  );
  return new Blob([[HEADER, ...lines, ''].join('\r\n')], { type: 'text/csv' });
};
