import { type CsvFile, Problem, readCsv, withMessages } from '@kull/http';
import type { Language } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { Acknowledged } from '../commands/receive-acknowledgements';
import type { ReceiptRow } from '../domain/receipt-rows';
import { inWords } from './preview.dto';
import { receiptMessages } from './receipt-messages';

const receivedAt = z.string().min(1).max(40);

const record = z.strictObject({
  certificateId: z.string().min(1).max(64),
  lineNo: z.int().min(1),
  version: z.int().min(1),
  result: z.string().min(1).max(40),
  code: z.string().max(10).optional(),
  message: z.string().max(500).optional(),
  receivedAt,
});

/** Receipts per line, as domain.md 9.1 names them; or the refusal of the whole file. */
export class AcknowledgeBody extends createZodDto(
  z.strictObject({
    records: z.array(record).max(20_000).optional(),
    batch: z
      .strictObject({
        result: z.literal('REJECTED'),
        code: z.enum(['E001', 'E002', 'E003', 'E004']),
        receivedAt: z.iso.datetime({ offset: true }),
      })
      .optional(),
  }),
) {}

export const rowsOf = ({ records = [] }: AcknowledgeBody): readonly ReceiptRow[] =>
  records.map(({ certificateId, lineNo, version, result, code = '', message = '', receivedAt: at }, i) => ({
    row: i + 1,
    certificateNo: certificateId,
    lineNo: String(lineNo),
    version: String(version),
    result,
    code,
    message,
    receivedAt: at,
  }));

/** The columns of a receipt file. */
export const receiptColumns = [
  'certificate_id',
  'line_no',
  'version',
  'result',
  'code',
  'message',
  'received_at',
] as const;

/** The receipts in a file of the receiver, row by row. */
export const rowsOfFile = (file: CsvFile<(typeof receiptColumns)[number]>): readonly ReceiptRow[] =>
  file.records.map(({ row, values }) => ({
    row,
    certificateNo: values.certificate_id,
    lineNo: values.line_no,
    version: values.version,
    result: values.result,
    code: values.code,
    message: values.message.slice(0, 500),
    receivedAt: values.received_at,
  }));

/** The receipts in the bytes of a file; undefined when it is no receipt file. */
export const receiptRowsIn = async (bytes: Uint8Array): Promise<readonly ReceiptRow[] | undefined> => {
  try {
    return rowsOfFile(await readCsv(bytes, receiptColumns));
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
};

const acknowledged = z.strictObject({
  rows: z.int(),
  taken: z.int(),
  unchanged: z.int(),
  rejected: z.array(z.strictObject({ row: z.int(), certificateNo: z.string(), code: z.string(), message: z.string() })),
});
export class AcknowledgedView extends createZodDto(acknowledged) {}

export const acknowledgedView = ({ rejected, ...counts }: Acknowledged, language: Language): AcknowledgedView => ({
  ...counts,
  rejected: [...withMessages(rejected, receiptMessages, language)],
});

export const acknowledgedExample: AcknowledgedView = acknowledgedView(
  {
    rows: 20,
    taken: 19,
    unchanged: 0,
    rejected: [{ row: 7, certificateNo: '7Q4K-9M2X-T', code: 'VERSION_DIFFERS' }],
  },
  'nb',
);

const codeInWords = z.strictObject({ code: z.string(), means: z.string(), action: z.string() });
const receiptsOfLine = z.strictObject({
  certificateNo: z.string(),
  lineNo: z.int(),
  version: z.int(),
  action: z.string(),
  points: z.number(),
  state: z.enum(['SENT', 'RECEIVED', 'REJECTED', 'POSTED']),
  /** What the receiver said about the line, and what to do. */
  code: codeInWords.nullable(),
  /** Rejected, and it does not go again before a newer version, or before somebody requeues it. */
  awaitsRepair: z.boolean(),
  /** It has left again in a later delivery. */
  sentAgain: z.boolean(),
  /** Accepted and rejected: ask the receiver. */
  contradictory: z.boolean(),
  receipts: z.array(
    z.strictObject({
      result: z.string(),
      code: z.string().nullable(),
      message: z.string().nullable(),
      receivedAt: z.string(),
    }),
  ),
});
export class ReceiptsView extends createZodDto(
  z.strictObject({
    counts: z.strictObject({ sent: z.int(), received: z.int(), rejected: z.int(), posted: z.int() }),
    lines: z.array(receiptsOfLine),
  }),
) {}
export type LineReceiptsView = z.infer<typeof receiptsOfLine>;

export const receiptsExample: ReceiptsView = {
  counts: { sent: 0, received: 0, rejected: 1, posted: 0 },
  lines: [
    {
      certificateNo: '7Q4K-9M2X-T',
      lineNo: 1,
      version: 1,
      action: 'ADD',
      points: 60,
      state: 'REJECTED',
      code: inWords('E301', 'nb'),
      awaitsRepair: true,
      sentAgain: false,
      contradictory: false,
      receipts: [{ result: 'REJECTED', code: 'E301', message: null, receivedAt: '2026-07-09T07:12:00.000Z' }],
    },
  ],
};

export class RequeueBody extends createZodDto(
  z.strictObject({
    lines: z
      .array(z.strictObject({ certificateNo: z.string().min(1).max(64), lineNo: z.int().min(1) }))
      .min(1)
      .max(20_000),
  }),
) {}
export class Requeued extends createZodDto(z.strictObject({ requeued: z.int() })) {}
