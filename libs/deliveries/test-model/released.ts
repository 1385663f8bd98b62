import type { DocumentStore } from '@kull/certificates/contracts';
import type { EventStore } from '@kull/event-store';
import { idOf, newUuid, uuidOf } from '@kull/kernel';
import { batchName, sha256Of } from '../src/domain/batch-file';
import { feed, feedId } from '../src/domain/feed';
import type { Batch } from '../src/domain/feed.events';

/** A delivery as tests release it: bytes of their own choice instead of certificates. */
export interface ReleasedForTest {
  readonly batchId: string;
  readonly seq: number;
  readonly name: string;
  readonly file: Uint8Array;
  readonly certificateNo: string;
}

/** Releases the next batch of a feed with one line and these bytes as its file. */
export const release = async (
  events: EventStore,
  documents: DocumentStore,
  file: Uint8Array,
  { recipient = '960474341', organiser = '971228865', certificateNo = idOf('no', newUuid()) } = {},
): Promise<ReleasedForTest> => {
  const id = feedId(organiser, recipient);
  const { state, version } = await events.load(feed, id);
  const seq = state.seq + 1;
  const batchId = uuidOf('batch', id, seq);
  const hash = sha256Of(new TextEncoder().encode(certificateNo));
  const batch: Batch = {
    batchId,
    seq,
    ...(state.lastBatchId !== undefined && { previousBatchId: state.lastBatchId }),
    classId: 'cls_1',
    classCode: 'NLA-2026V-1',
    organiserOrgNumber: organiser,
    recipientOrgNumber: recipient,
    createdAt: '2026-07-08T04:00:00.000Z',
    lines: [
      { number: certificateNo, lineNo: 1, version: 1, action: 'ADD', points: 60, matchKey: hash, fixedKey: hash },
    ],
  };
  const name = batchName(batch);
  const manifest = new TextEncoder().encode(JSON.stringify({ batchId, sha256: sha256Of(file) }));
  const outcome = await events.execute(
    feed,
    id,
    {
      type: 'ReleaseBatch',
      data: {
        batch,
        warnings: [],
        rejected: [],
        approvedBy: 'admin-1',
        files: {
          fileName: `${name}.csv`,
          fileSha256: await documents.keep(file, 'text/csv; charset=utf-8'),
          manifestName: `${name}.manifest.json`,
          manifestSha256: await documents.keep(manifest, 'application/json'),
        },
      },
    },
    { commandId: newUuid(), actor: 'admin-1', occurredAt: '2026-07-08T04:00:00.000Z' },
    { seenVersion: version },
  );
  if ('rejected' in outcome) throw new Error(outcome.rejected.code);
  return { batchId, seq, name, file, certificateNo };
};
