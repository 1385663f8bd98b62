import type { Language } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { BatchPreview } from '../commands/batch-preview';
import type { RejectedLine } from '../domain/feed.events';
import { codeText } from './code-texts';

/** What is wanted: all classes of the one feed, unless said otherwise. */
export const wanted = z.strictObject({
  recipientOrgNo: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  classIds: z.array(z.string().min(1).max(64)).min(1).max(200).optional(),
});
export class PreviewBody extends createZodDto(wanted) {}

const codeInWords = z.strictObject({ code: z.string(), means: z.string(), action: z.string() });
const lineName = { certificateNo: z.string(), lineNo: z.int(), version: z.int() };

export const keptOut = z.strictObject({ ...lineName, codes: z.array(codeInWords) });
const counts = {
  recordCount: z.int(),
  addCount: z.int(),
  correctCount: z.int(),
  revokeCount: z.int(),
  pointsTotalAdd: z.number(),
};
export const previewLine = z.strictObject({
  ...lineName,
  action: z.enum(['ADD', 'CORRECT', 'REVOKE']),
  reasonCode: z.string().optional(),
  studentNo: z.string(),
  classCode: z.string(),
  familyName: z.string(),
  givenNames: z.string(),
  points: z.number(),
  pointsBefore: z.number().nullable(),
  changes: z.array(z.strictObject({ column: z.string(), before: z.string(), after: z.string() })),
  warnings: z.array(codeInWords),
});
const preview = z.strictObject({
  ...counts,
  /** Course points that the receiver has after it, less those before. */
  pointsChange: z.number(),
  lines: z.array(previewLine),
  keptOut: z.array(keptOut),
  awaitingRepair: z.array(z.strictObject({ ...lineName, exportId: z.string(), seq: z.int(), code: codeInWords })),
  awaitingComment: z.array(z.strictObject({ ...lineName, until: z.string() })),
});
export class PreviewView extends createZodDto(preview) {}

export const inWords = (code: string, language: Language) => {
  const { means, action } = codeText(code);
  return { code, means: means[language], action: action[language] };
};

export const keptOutView = (lines: readonly RejectedLine[], language: Language) =>
  lines.map(({ number, lineNo, version, codes }) => ({
    certificateNo: number,
    lineNo,
    version,
    codes: codes.map((code) => inWords(code, language)),
  }));

const tenths = (points: number): number => Math.round(points * 10);

/** A preview as the API shows it: with names, for administrators. */
export const previewView = (
  { counts: of, lines, rejected, awaitRepair, awaitComment }: BatchPreview,
  language: Language,
): PreviewView => ({
  ...of,
  pointsChange:
    lines.reduce((sum, { record, pointsBefore = 0 }) => sum + tenths(record.line.points) - tenths(pointsBefore), 0) /
    10,
  lines: lines.map(({ record, pointsBefore, changes, warnings }) => ({
    certificateNo: record.number,
    lineNo: record.line.lineNo,
    version: record.version,
    action: record.action,
    ...(record.reasonCode && { reasonCode: record.reasonCode }),
    studentNo: record.statement.studentNo,
    classCode: record.statement.classCode,
    familyName: record.holder.familyName,
    givenNames: record.holder.givenNames,
    points: record.line.points,
    pointsBefore: pointsBefore ?? null,
    changes: changes.map((change) => ({ ...change })),
    warnings: warnings.map((code) => inWords(code, language)),
  })),
  keptOut: keptOutView(rejected, language),
  awaitingRepair: awaitRepair.map(({ line, rejected: sent }) => ({
    certificateNo: line.number,
    lineNo: line.line.lineNo,
    version: line.version,
    exportId: sent.batchId,
    seq: sent.seq,
    code: inWords(sent.receipts.findLast(({ result }) => result === 'REJECTED')?.code ?? '', language),
  })),
  awaitingComment: awaitComment.map(({ line, until }) => ({
    certificateNo: line.number,
    lineNo: line.line.lineNo,
    version: line.version,
    until,
  })),
});

export const previewExample: PreviewView = {
  recordCount: 1,
  addCount: 0,
  correctCount: 0,
  revokeCount: 1,
  pointsTotalAdd: 0,
  pointsChange: -60,
  lines: [
    {
      certificateNo: '3HWB-5T0C-N',
      lineNo: 1,
      version: 2,
      action: 'REVOKE',
      reasonCode: 'ATTENDANCE_RECOUNT',
      studentNo: 'S260003',
      classCode: 'NLA-2026V-1',
      familyName: 'Prøve',
      givenNames: 'Ola',
      points: 0,
      pointsBefore: 60,
      changes: [{ column: 'points', before: '60', after: '0' }],
      warnings: [],
    },
  ],
  keptOut: keptOutView([{ number: '7Q4K-9M2X-T', lineNo: 1, version: 1, codes: ['E403'] }], 'nb'),
  awaitingRepair: [],
  awaitingComment: [{ certificateNo: '8ZRD-1K6P-E', lineNo: 1, version: 2, until: '2026-07-22T22:00:00.000Z' }],
};
