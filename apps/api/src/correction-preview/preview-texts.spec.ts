import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { correctionMessages } from '@kull/credits';
import { languages } from '@kull/kernel';
import type { LedgerChange, LedgerView, LetterView, LineView, RowPreview } from './correction-preview';
import { rowText } from './preview-texts';

const nothing = { row: 1, studentNo: 'S260007', outcome: 'APPLIED', certificates: [], lines: [], letters: [] } as const;
const certificateNo = '7Q4K-9M2X-T';
const another = 'H4FE-0C2V-8';

const ledger = (status: LedgerView['status'], points = 0): LedgerView => ({ status, points, reasons: [] });
const from = (before: LedgerView, after: LedgerView): LedgerChange => ({ before, after });
const line = (said: Partial<LineView>): LineView => ({ certificateNo, lineNo: 1, ...said });
const delivered = { action: 'ADD', version: 1, points: 60 } as const;
const letter = (said: Partial<Extract<LetterView, { readonly version: number }>>): LetterView => ({
  certificateNo,
  version: 2,
  subject: 'CERTIFICATE_REPLACED',
  ...said,
});
const onAttendance = { subject: 'ATTENDANCE_AT_RISK', award: 'coursePoints' } as const;
const notSent = (
  ['SETTLED', 'MOVED', 'WITHDRAWN', 'SWITCHED_OFF', 'DECLINED', 'TOO_LATE', 'NO_ADDRESS', 'FORGOTTEN'] as const
).map((reason) => letter({ notSent: reason }));

const rows: Readonly<Record<string, RowPreview>> = {
  'nothing follows': nothing,
  'done before': { ...nothing, outcome: 'UNCHANGED' },
  'points fall away': {
    ...nothing,
    coursePoints: from(ledger('AWARDED', 60), ledger('NOT_MET')),
    ectsCredits: from(ledger('AWARDED', 5), ledger('NOT_MET')),
    certificates: [{ certificateNo, change: 'REVOKED', version: 2, reasonCode: 'RESULT_CHANGED' }],
    lines: [line({ delivered, next: { action: 'REVOKE', version: 2, points: 0, reasonCode: 'RESULT_CHANGED' } })],
    letters: [letter({ subject: 'CERTIFICATE_REVOKED', language: 'nb', heading: 'Viktig om kursbeviset ditt' })],
  },
  'a delivery that is prepared waits': {
    ...nothing,
    lines: [
      line({
        delivered,
        next: { action: 'REVOKE', version: 2, points: 0, reasonCode: 'RESULT_CHANGED' },
        waitsUntil: '2026-07-23T22:00:00.000Z',
      }),
    ],
  },
  'points are awarded': {
    ...nothing,
    coursePoints: from(ledger('HELD'), ledger('AWARDED', 60)),
    ectsCredits: from(ledger('AWARDED', 5), ledger('AWARDED', 5)),
    certificates: [{ certificateNo, change: 'ISSUED', version: 1 }],
    lines: [line({ next: { action: 'ADD', version: 1, points: 60 } })],
    letters: [
      letter({ version: 1, subject: 'CERTIFICATE_ISSUED', language: 'nn', heading: 'Kursbeviset ditt er klart' }),
    ],
  },
  'only the status changes': { ...nothing, coursePoints: from(ledger('NOT_MET'), ledger('HELD')) },
  'another name': {
    ...nothing,
    certificates: [{ certificateNo, change: 'REPLACED', version: 2, reasonCode: 'NAME_CHANGE' }],
    lines: [line({ delivered, next: { action: 'CORRECT', version: 2, points: 60, reasonCode: 'NAME_CHANGE' } })],
    letters: [letter({ language: 'en', heading: 'You have got a new course certificate' })],
  },
  'another HPR number, before anything has left': {
    ...nothing,
    certificates: [
      { certificateNo, change: 'REVOKED', version: 2, reasonCode: 'DATA_ERROR' },
      { certificateNo: another, change: 'REISSUED', version: 1 },
    ],
    lines: [
      line({ without: { action: 'ADD', version: 1, points: 60 } }),
      line({ certificateNo: another, next: { action: 'ADD', version: 1, points: 60 } }),
    ],
  },
  'a line is kept out': { ...nothing, lines: [line({ next: { version: 2, keptOut: ['E403'] } })] },
  'a certificate cannot be made': { ...nothing, certificateRefused: 'OTHER_CERTIFICATE_LIVE' },
  'attendance is not enough any more': {
    ...nothing,
    coursePoints: from(ledger('AWARDED', 60), ledger('NOT_MET')),
    letters: [
      { ...onAttendance, language: 'nb', heading: 'Om timene dine i klasse NLA-2026V-1' },
      { ...onAttendance, award: 'ectsCredits', notSent: 'NO_ADDRESS' },
    ],
  },
  'letters are not sent': { ...nothing, letters: notSent },
  ...Object.fromEntries(
    (Object.keys(correctionMessages) as (keyof typeof correctionMessages)[]).map((outcome) => [
      outcome,
      { ...nothing, outcome },
    ]),
  ),
};

it.each(languages)('says what a row leads to, the result first, as it is kept, in %s', (language) => {
  const all = Object.entries(rows)
    .map(([name, row]) => `=== ${name}\n${rowText(row, language)}\n`)
    .join('\n');
  const file = join(__dirname, 'golden', `messages.${language}.txt`);
  if (process.env.WRITE_GOLDEN === 'messages') writeFileSync(file, all);
  expect(all).toBe(readFileSync(file, 'utf8'));
});

it.each(Object.entries(rows))('%s: ends as a sentence, without the code of the outcome', (_, row) => {
  for (const language of languages) {
    expect(rowText(row, language)).toMatch(/^[A-ZÆØÅ].*[^.]\.$/);
    if (row.outcome !== 'APPLIED') expect(rowText(row, language)).not.toContain(row.outcome);
  }
});
