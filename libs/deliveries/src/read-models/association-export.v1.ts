import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { ExportBatchPrepared, ExportBatchReleased } from '../domain/feed.events';

type BatchFact = Recorded<ExportBatchPrepared> | Recorded<ExportBatchReleased>;

const isPrepared = (fact: BatchFact): fact is Recorded<ExportBatchPrepared> => fact.type === 'ExportBatchPrepared';
const isReleased = (fact: BatchFact): fact is Recorded<ExportBatchReleased> => fact.type === 'ExportBatchReleased';

const prepared = async (events: readonly Recorded<ExportBatchPrepared>[], tx: Tx): Promise<void> => {
  await tx.query(
    `insert into association_export_v1 (batch_id, recipient, organiser, batch_seq, class_code, created_at)
     select batch_id, recipient, organiser, batch_seq, class_code, created_at
       from jsonb_to_recordset($1::jsonb) as r
         (batch_id text, recipient text, organiser text, batch_seq integer, class_code text, created_at timestamptz)
     on conflict (batch_id) do nothing`,
    [
      JSON.stringify(
        events.map(({ data }) => ({
          batch_id: data.batchId,
          recipient: data.recipientOrgNumber,
          organiser: data.organiserOrgNumber,
          batch_seq: data.seq,
          class_code: data.classCode,
          created_at: data.createdAt,
        })),
      ),
    ],
  );
  await tx.query(
    `insert into association_line_v1 (batch_id, place, number)
     select batch_id, place, number from jsonb_to_recordset($1::jsonb) as r (batch_id text, place integer, number text)
     on conflict (batch_id, place) do nothing`,
    [
      JSON.stringify(
        events.flatMap(({ data: { batchId, lines } }) =>
          lines.map(({ number }, i) => ({ batch_id: batchId, place: i + 1, number })),
        ),
      ),
    ],
  );
};

/** Numbers what is released 1, 2, 3 … per recipient, in the order of the log, whichever organiser it came from. */
const released = async (events: readonly Recorded<ExportBatchReleased>[], tx: Tx): Promise<void> => {
  await tx.query(
    `update association_export_v1 e
        set sequence = n.sequence, file_name = n.file_name, file_sha256 = n.file_sha256,
            manifest_name = n.manifest_name, manifest_sha256 = n.manifest_sha256, record_count = n.record_count,
            add_count = n.add_count, correct_count = n.correct_count, revoke_count = n.revoke_count,
            points_total_add = n.points_total_add
       from (
         select r.*,
                coalesce((select max(m.sequence) from association_export_v1 m where m.recipient = p.recipient), 0)
                  + row_number() over (partition by p.recipient order by r.position) as sequence
           from jsonb_to_recordset($1::jsonb) as r
             (batch_id text, position bigint, file_name text, file_sha256 text, manifest_name text, manifest_sha256 text,
              record_count integer, add_count integer, correct_count integer, revoke_count integer, points_total_add numeric)
           join association_export_v1 p using (batch_id)
          where p.sequence is null
       ) as n
      where e.batch_id = n.batch_id`,
    [
      JSON.stringify(
        events.map(({ position, data }) => ({
          batch_id: data.batchId,
          position,
          file_name: data.fileName,
          file_sha256: data.fileSha256,
          manifest_name: data.manifestName,
          manifest_sha256: data.manifestSha256,
          record_count: data.recordCount,
          add_count: data.addCount,
          correct_count: data.correctCount,
          revoke_count: data.revokeCount,
          points_total_add: data.pointsTotalAdd,
        })),
      ),
    ],
  );
};

/**
 * What was released to each recipient, as its machines pull it: `sequence` has no hole and never moves, because the log
 * has one order. Not released: no sequence, and nobody outside sees it (I-53).
 */
export const associationExportReadModel: ReadModel = {
  name: 'association-export',
  version: 1,
  mode: 'inline',
  handles: ['ExportBatchPrepared', 'ExportBatchReleased'],
  tables: ['association_export_v1', 'association_line_v1'],
  create: `
    create table association_export_v1 (
      batch_id         text primary key,
      recipient        text not null,
      organiser        text not null,
      batch_seq        integer not null,
      class_code       text not null,
      created_at       timestamptz not null,
      sequence         integer,
      file_name        text,
      file_sha256      text,
      manifest_name    text,
      manifest_sha256  text,
      record_count     integer,
      add_count        integer,
      correct_count    integer,
      revoke_count     integer,
      points_total_add numeric,
      unique (recipient, sequence)
    );
    create table association_line_v1 (
      batch_id text not null,
      place    integer not null,
      number   text not null,
      primary key (batch_id, place)
    );
    create index association_line_v1_number on association_line_v1 (number);`,
  apply: async (page, tx) => {
    const facts = page as readonly BatchFact[];
    await prepared(facts.filter(isPrepared), tx);
    await released(facts.filter(isReleased), tx);
  },
};
