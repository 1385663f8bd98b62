import type { DocumentStore } from '@kull/certificates/contracts';
import { type ManifestKey, signManifest } from '@kull/documents';
import type { EventStore } from '@kull/event-store';
import { type Instant, idOf, newUuid, uuidOf } from '@kull/kernel';
import { batchName, manifestFile, sha256Of, unsignedManifest } from '../src/domain/batch-file';
import { columns } from '../src/domain/export-record';
import { feed, feedId } from '../src/domain/feed';
import type { Batch, BatchLine } from '../src/domain/feed.events';
import { countsOf } from '../src/domain/release';

/** A delivery as tests release it, without the certificates that it would come from. */
export interface ReleasedForTest {
  readonly batchId: string;
  readonly seq: number;
  /** Of its files, without the ending. */
  readonly name: string;
  readonly file: Uint8Array;
  readonly certificateNos: readonly string[];
}

interface Next {
  readonly file: Uint8Array;
  readonly lines: readonly BatchLine[];
  readonly manifestOf: (batch: Batch) => Promise<Uint8Array>;
  readonly createdAt?: Instant;
  readonly recipient?: string;
  readonly organiser?: string;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const lineOf = (number: string): BatchLine => {
  const hash = sha256Of(bytesOf(number));
  return { number, lineNo: 1, version: 1, action: 'ADD', points: 60, matchKey: hash, fixedKey: hash };
};

/** Releases the next delivery of a feed, with whatever lines and file. */
export const releaseNext = async (
  events: EventStore,
  documents: DocumentStore,
  next: Next,
): Promise<ReleasedForTest> => {
  const { file, lines, manifestOf, recipient = '960474341', organiser = '971228865' } = next;
  const { createdAt = '2026-07-08T04:00:00.000Z' } = next;
  const id = feedId(organiser, recipient);
  const { state, version } = await events.load(feed, id);
  const seq = state.seq + 1;
  const batch: Batch = {
    batchId: uuidOf('batch', id, seq),
    seq,
    ...(state.lastBatchId !== undefined && { previousBatchId: state.lastBatchId }),
    classId: 'cls_1',
    classCode: 'NLA-2026V-1',
    organiserOrgNumber: organiser,
    recipientOrgNumber: recipient,
    createdAt,
    lines,
  };
  const name = batchName(batch);
  const files = {
    fileName: `${name}.csv`,
    fileSha256: await documents.keep(file, 'text/csv; charset=utf-8'),
    manifestName: `${name}.manifest.json`,
    manifestSha256: await documents.keep(await manifestOf(batch), 'application/json'),
  };
  const outcome = await events.execute(
    feed,
    id,
    { type: 'ReleaseBatch', data: { batch, warnings: [], rejected: [], approvedBy: 'admin-1', files } },
    { commandId: newUuid(), actor: 'admin-1', occurredAt: createdAt },
    { seenVersion: version },
  );
  // A receipt was taken in meanwhile.
  if ('rejected' in outcome && outcome.rejected.code === 'VERSION_MISMATCH')
    return releaseNext(events, documents, next);
  if ('rejected' in outcome) throw new Error(outcome.rejected.code);
  return { batchId: batch.batchId, seq, name, file, certificateNos: lines.map(({ number }) => number) };
};

/** Releases the next delivery of a feed with one line and these bytes as its file. */
export const release = (
  events: EventStore,
  documents: DocumentStore,
  file: Uint8Array,
  {
    certificateNo = idOf('no', newUuid()),
    ...feedOf
  }: { readonly certificateNo?: string; readonly recipient?: string; readonly organiser?: string } = {},
): Promise<ReleasedForTest> => {
  const manifestOf = async ({ batchId }: Batch) => bytesOf(JSON.stringify({ batchId, sha256: sha256Of(file) }));
  return releaseNext(events, documents, { file, lines: [lineOf(certificateNo)], manifestOf, ...feedOf });
};

/** The manifest of a file, signed. */
export const signedBy =
  (key: ManifestKey, file: Uint8Array) =>
  async (batch: Batch): Promise<Uint8Array> => {
    const rest = unsignedManifest(batch, countsOf(batch.lines), sha256Of(file));
    return manifestFile({ ...rest, signature: await signManifest(rest, key) });
  };

const rowOf = (number: string): string => {
  const cells: Readonly<Record<string, string>> = {
    record_action: 'ADD',
    certificate_id: number,
    line_no: '1',
    version: '1',
    family_name: 'Testesen',
    given_names: '"Kari; ""Kaja"""',
    points: '60',
  };
  return columns.map((column) => cells[column] ?? '').join(';');
};

/** Releases the next delivery with so many lines, as its recipient gets it: in the form of domain.md 9, signed. */
export const releaseSigned = (
  events: EventStore,
  documents: DocumentStore,
  key: ManifestKey,
  lineCount: number,
): Promise<ReleasedForTest> => {
  const certificateNos = Array.from({ length: lineCount }, () => idOf('no', newUuid()));
  const file = bytesOf(`\ufeff${[columns.join(';'), ...certificateNos.map(rowOf), ''].join('\r\n')}`);
  return releaseNext(events, documents, { file, lines: certificateNos.map(lineOf), manifestOf: signedBy(key, file) });
};
