import type { CorrectionPreview, RowPreview } from './correction-preview';
import { rowText } from './preview-texts';
import { totalsOf } from './preview-totals';

const certificateNo = '7Q4K-9M2X-T';

const rows: readonly RowPreview[] = [
  {
    row: 1,
    studentNo: 'S260007',
    outcome: 'APPLIED',
    coursePoints: {
      before: { status: 'AWARDED', points: 60, reasons: [] },
      after: { status: 'NOT_MET', points: 0, reasons: ['ASSESSMENT_NOT_PASSED'] },
    },
    ectsCredits: {
      before: { status: 'AWARDED', points: 5, reasons: [] },
      after: { status: 'NOT_MET', points: 0, reasons: ['ASSESSMENT_NOT_PASSED'] },
    },
    certificates: [{ certificateNo, change: 'REVOKED', version: 2, reasonCode: 'RESULT_CHANGED' }],
    lines: [
      {
        certificateNo,
        lineNo: 1,
        delivered: { action: 'ADD', version: 1, points: 60 },
        next: { action: 'REVOKE', version: 2, points: 0, reasonCode: 'RESULT_CHANGED' },
      },
    ],
    letters: [
      {
        certificateNo,
        version: 2,
        subject: 'CERTIFICATE_REVOKED',
        language: 'nb',
        heading: 'Viktig om kursbeviset ditt',
      },
    ],
  },
  {
    row: 2,
    studentNo: 'S260016',
    outcome: 'SECOND_APPROVER_REQUIRED',
    certificates: [],
    lines: [],
    letters: [],
  },
];

/** What is shown in the description of the API. */
export const examplePreview: CorrectionPreview = {
  version: 23,
  rows: rows.map((row) => ({ ...row, message: rowText(row, 'nb') })),
  totals: totalsOf(rows),
};
