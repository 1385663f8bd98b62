import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { ExportBatchPrepared, ExportBatchReleased, ExportBatchValidated } from '../domain/feed.events';

type BatchEvent = Recorded<ExportBatchPrepared> | Recorded<ExportBatchValidated> | Recorded<ExportBatchReleased>;

const ofType = <Type extends BatchEvent['type']>(events: readonly BatchEvent[], type: Type) =>
  events.filter((event): event is Extract<BatchEvent, { readonly type: Type }> => event.type === type);

const prepared = async (events: readonly Recorded<ExportBatchPrepared>[], tx: Tx): Promise<void> => {
  await tx.query(
    `insert into export_batch_v3 (batch_id, feed, organiser_org, recipient_org, seq, class_id, class_code, classes, created_at, state)
     select batch_id, feed, organiser_org, recipient_org, seq, class_id, class_code, classes, created_at, 'PREPARED'
       from jsonb_to_recordset($1::jsonb) as r
         (batch_id text, feed text, organiser_org text, recipient_org text, seq integer, class_id text, class_code text,
          classes text[], created_at timestamptz)`,
    [
      JSON.stringify(
        events.map(({ stream, data }) => ({
          batch_id: data.batchId,
          feed: stream,
          organiser_org: data.organiserOrgNumber,
          recipient_org: data.recipientOrgNumber,
          seq: data.seq,
          class_id: data.classId,
          class_code: data.classCode,
          classes: data.classes?.map(({ classId }) => classId) ?? [data.classId],
          created_at: data.createdAt,
        })),
      ),
    ],
  );
  await tx.query(
    `insert into export_line_v3 (batch_id, place, number, line_no, version, class_id, action, reason_code, points, warnings)
     select batch_id, place, number, line_no, version, class_id, action, reason_code, points, '{}'
       from jsonb_to_recordset($1::jsonb) as r
         (batch_id text, place integer, number text, line_no integer, version integer, class_id text, action text,
          reason_code text, points numeric)`,
    [
      JSON.stringify(
        events.flatMap(({ data: { batchId, classId: onlyClass, lines } }) =>
          lines.map(({ number, lineNo, version, classId = onlyClass, action, reasonCode, points }, i) => ({
            batch_id: batchId,
            place: i + 1,
            number,
            line_no: lineNo,
            version,
            class_id: classId,
            action,
            reason_code: reasonCode,
            points,
          })),
        ),
      ),
    ],
  );
};

const validated = async (events: readonly Recorded<ExportBatchValidated>[], tx: Tx): Promise<void> => {
  await tx.query(
    `update export_line_v3 l set warnings = array(select jsonb_array_elements_text(r.codes))
       from jsonb_to_recordset($1::jsonb) as r (batch_id text, number text, line_no integer, codes jsonb)
      where l.batch_id = r.batch_id and l.number = r.number and l.line_no = r.line_no`,
    [
      JSON.stringify(
        events.flatMap(({ data: { batchId, warnings } }) =>
          warnings.map(({ number, lineNo, codes }) => ({ batch_id: batchId, number, line_no: lineNo, codes })),
        ),
      ),
    ],
  );
};

/** Numbers what is released 1, 2, 3 … per recipient, in the order of the log, whichever organiser it came from. */
const released = async (events: readonly Recorded<ExportBatchReleased>[], tx: Tx): Promise<void> => {
  await tx.query(
    `update export_batch_v3 b set state = 'RELEASED', sequence = r.sequence, file_name = r.file_name,
            file_sha256 = r.file_sha256, manifest_name = r.manifest_name, manifest_sha256 = r.manifest_sha256,
            record_count = r.record_count, add_count = r.add_count, correct_count = r.correct_count,
            revoke_count = r.revoke_count, points_total_add = r.points_total_add
       from (
         select n.*,
                coalesce((select max(s.sequence) from export_batch_v3 s where s.recipient_org = p.recipient_org), 0)
                  + row_number() over (partition by p.recipient_org order by n.position) as sequence
           from jsonb_to_recordset($1::jsonb) as n
             (batch_id text, position bigint, file_name text, file_sha256 text, manifest_name text, manifest_sha256 text,
              record_count integer, add_count integer, correct_count integer, revoke_count integer, points_total_add numeric)
           join export_batch_v3 p using (batch_id)
       ) as r
      where b.batch_id = r.batch_id`,
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

const apply = async (page: readonly Recorded[], tx: Tx): Promise<void> => {
  const events = page as readonly BatchEvent[];
  await prepared(ofType(events, 'ExportBatchPrepared'), tx);
  await validated(ofType(events, 'ExportBatchValidated'), tx);
  await released(ofType(events, 'ExportBatchReleased'), tx);
};

/**
 * Every batch with its lines, as it was released. The keys hold I-47: no number twice, no line twice in a batch. A
 * version may stand in a second batch only after the receiver rejected the first (I-49): the feed decides that.
 * `sequence` is the cursor of the recipient's machines: it has no hole and never moves, because the log has one order.
 */
export const exportBatchReadModel: ReadModel = {
  name: 'export-batch',
  version: 3,
  mode: 'inline',
  handles: ['ExportBatchPrepared', 'ExportBatchValidated', 'ExportBatchReleased'],
  tables: ['export_batch_v3', 'export_line_v3'],
  whose: {
    export_batch_v3: { of: 'delivery', by: ['batch_id'] },
    export_line_v3: { of: 'certificate', by: ['number'], gives: { delivery: ['batch_id'] } },
  },
  create: `
    create table export_batch_v3 (
      batch_id         text primary key,
      feed             text not null,
      organiser_org    text not null,
      recipient_org    text not null,
      seq              integer not null,
      class_id         text not null,
      class_code       text not null,
      classes          text[] not null,
      created_at       timestamptz not null,
      state            text not null,
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
      unique (feed, seq),
      unique (recipient_org, sequence)
    );
    create index export_batch_v3_classes on export_batch_v3 using gin (classes);
    create table export_line_v3 (
      batch_id    text not null,
      place       integer not null,
      number      text not null,
      line_no     integer not null,
      version     integer not null,
      class_id    text not null,
      action      text not null,
      reason_code text,
      points      numeric not null,
      warnings    text[] not null,
      primary key (batch_id, place)
    );
    create unique index export_line_v3_once on export_line_v3 (batch_id, number, line_no);
    create index export_line_v3_number on export_line_v3 (number);`,
  apply,
};
