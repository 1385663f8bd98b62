import type { Instant } from '@kull/kernel';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Column, columns, type ExportRecord, line } from './export-record';
import type { Batch, BatchCounts } from './feed.events';
import type { BatchCode } from './validation-codes';

/** Everything of the manifest that its signature covers, in the order in which it is written (domain.md 9.1). */
export interface UnsignedManifest extends BatchCounts {
  readonly schemaVersion: 1;
  readonly batchId: string;
  readonly batchSeq: number;
  /** null: the feed's first batch. */
  readonly previousBatchId: string | null;
  readonly createdAt: Instant;
  readonly organiserOrgNo: string;
  readonly recipientOrgNo: string;
  readonly dataFile: string;
  readonly sha256: string;
}

/** `signature` = compact JWS (EdDSA) over the rest, as JSON with its keys in the same order. */
export interface Manifest extends UnsignedManifest {
  readonly signature: string;
}

const csv = { bom: true, delimiter: ';', record_delimiter: '\r\n' } as const;

/** The rows as the receiver gets them: UTF-8 with BOM, `;`, CRLF, quoted where RFC 4180 asks for it. */
export const batchFile = (records: readonly ExportRecord[]): Uint8Array =>
  utf8ToBytes(
    stringify(
      records.map((record) => line(record)),
      { ...csv, header: true, columns: columns.slice() },
    ),
  );

export const sha256Of = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** `LF_971228865_000019_20260708T040000Z`, without the ending. */
export const batchName = ({ organiserOrgNumber, seq, createdAt }: Batch): string =>
  `LF_${organiserOrgNumber}_${String(seq).padStart(6, '0')}_${createdAt.slice(0, 19).replace(/[-:]/g, '')}Z`;

export const unsignedManifest = (batch: Batch, counts: BatchCounts, fileSha256: string): UnsignedManifest => ({
  schemaVersion: 1,
  batchId: batch.batchId,
  batchSeq: batch.seq,
  previousBatchId: batch.previousBatchId ?? null,
  createdAt: `${batch.createdAt.slice(0, 19)}Z`,
  organiserOrgNo: batch.organiserOrgNumber,
  recipientOrgNo: batch.recipientOrgNumber,
  recordCount: counts.recordCount,
  addCount: counts.addCount,
  correctCount: counts.correctCount,
  revokeCount: counts.revokeCount,
  pointsTotalAdd: counts.pointsTotalAdd,
  dataFile: `${batchName(batch)}.csv`,
  sha256: fileSha256,
});

/** The manifest as a file. */
export const manifestFile = (manifest: Manifest): Uint8Array => utf8ToBytes(`${JSON.stringify(manifest, null, 2)}\n`);

/** The rows of a delivered file, cell by cell; undefined when it has not the form of domain.md 9. */
export const rowsIn = (file: Uint8Array): readonly Readonly<Record<Column, string>>[] | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
    if (!text.startsWith('\ufeff')) return undefined;
    const [header, ...rows] = parse(text, { ...csv, relax_column_count: false }) as string[][];
    if (header?.join(';') !== columns.join(';')) return undefined;
    return rows.map((row) => Object.fromEntries(row.map((cell, i) => [columns[i]!, cell])) as Record<Column, string>);
  } catch {
    return undefined;
  }
};

const tenths = (text: string): number => Math.round(Number(text) * 10);

/**
 * What is wrong with a batch as a whole, judged by its bytes alone: E001 form, E002 hash, E003 counts, E004 order.
 * The signature is verified by who has the key.
 */
export const batchFaults = (
  file: Uint8Array,
  manifest: UnsignedManifest,
  last: { readonly seq: number; readonly batchId: string | null },
): readonly BatchCode[] => {
  const rows = rowsIn(file);
  if (!rows) return ['E001'];
  const of = (action: string) => rows.filter(({ record_action }) => record_action === action);
  const counted =
    rows.length === manifest.recordCount &&
    of('ADD').length === manifest.addCount &&
    of('CORRECT').length === manifest.correctCount &&
    of('REVOKE').length === manifest.revokeCount &&
    of('ADD').reduce((sum, { points }) => sum + tenths(points!), 0) === Math.round(manifest.pointsTotalAdd * 10);
  const inOrder = manifest.batchSeq === last.seq + 1 && manifest.previousBatchId === last.batchId;
  return [
    ...(sha256Of(file) === manifest.sha256 ? [] : (['E002'] as const)),
    ...(counted ? [] : (['E003'] as const)),
    ...(inOrder ? [] : (['E004'] as const)),
  ];
};
