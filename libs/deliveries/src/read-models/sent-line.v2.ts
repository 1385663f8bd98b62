import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import type { ExportBatchPrepared } from '../domain/feed.events';

/** What the receiver, or we after it, said of one line; or the receiver of a whole file. */
interface LineFact {
  readonly batchId: string;
  readonly number: string;
  readonly lineNo: number;
  readonly code: string;
  readonly receivedAt: Instant;
}

const FACTS = `jsonb_to_recordset($1::jsonb)
  as r (batch_id text, number text, line_no integer, at timestamptz, code text, noted_at timestamptz)`;
const THE_LINE = 'l.batch_id = r.batch_id and l.number = r.number and l.line_no = r.line_no';

const factsOf = (events: readonly Recorded[], ...types: readonly string[]) =>
  events
    .filter(({ type }) => types.includes(type))
    .map(({ data, occurredAt }) => ({ data: data as LineFact, occurredAt }));

const rowsOf = (facts: ReturnType<typeof factsOf>): string =>
  JSON.stringify(
    facts.map(({ data: { batchId, number, lineNo, code, receivedAt }, occurredAt }) => ({
      batch_id: batchId,
      number,
      line_no: lineNo,
      at: receivedAt,
      code,
      noted_at: occurredAt,
    })),
  );

const left = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const batches = events.filter(
    ({ type }) => type === 'ExportBatchPrepared',
  ) as readonly Recorded<ExportBatchPrepared>[];
  const rows = batches.flatMap(({ data: { batchId, seq, classId, classCode, lines } }) =>
    lines.map(({ number, lineNo, version }) => ({
      batch_id: batchId,
      seq,
      class_id: classId,
      class_code: classCode,
      number,
      line_no: lineNo,
      version,
    })),
  );
  await tx.query(
    `insert into sent_line_v2 (batch_id, seq, class_id, class_code, number, line_no, version)
     select batch_id, seq, class_id, class_code, number, line_no, version from jsonb_to_recordset($1::jsonb) as r
       (batch_id text, seq integer, class_id text, class_code text, number text, line_no integer, version integer)`,
    [JSON.stringify(rows)],
  );
};

/** The receiver refused the whole file: none of its lines has arrived, and all go again. */
const refused = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const batches = factsOf(events, 'ExportBatchRejected');
  await tx.query(
    `update sent_line_v2 l set rejected_at = greatest(l.rejected_at, r.at)
       from (select batch_id, max(at) as at from unnest($1::text[], $2::timestamptz[]) as b (batch_id, at) group by 1) r
      where l.batch_id = r.batch_id`,
    [batches.map(({ data }) => data.batchId), batches.map(({ data }) => data.receivedAt)],
  );
};

/** The latest by what the receiver says, in whatever order its receipts come. */
const answered = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  await tx.query(
    `update sent_line_v2 l set accepted_at = greatest(l.accepted_at, r.at)
       from (select batch_id, number, line_no, max(at) as at from ${FACTS} group by 1, 2, 3) r where ${THE_LINE}`,
    [rowsOf(factsOf(events, 'ExportRecordAccepted', 'ExportRecordPosted'))],
  );
  await tx.query(
    `update sent_line_v2 l set rejected_at = greatest(l.rejected_at, r.at), code = r.code, noted_at = r.noted_at
       from (select distinct on (batch_id, number, line_no) * from ${FACTS} order by batch_id, number, line_no, at desc) r
      where ${THE_LINE} and r.at >= coalesce(l.rejected_at, r.at)`,
    [rowsOf(factsOf(events, 'ExportRecordRejected'))],
  );
  await tx.query(`update sent_line_v2 l set is_requeued = true from ${FACTS} where ${THE_LINE}`, [
    rowsOf(factsOf(events, 'ExportRecordRequeued')),
  ]);
};

const overdue = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const rows = events
    .filter(({ type }) => type === 'ExportOverdue')
    .map(({ data, occurredAt }) => ({ number: (data as Pick<LineFact, 'number'>).number, at: occurredAt }));
  await tx.query(
    `insert into overdue_delivery_v2 (number, at)
     select number, at from jsonb_to_recordset($1::jsonb) as r (number text, at timestamptz) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
};

/** Every line that left, by certificate, and what became of it; and which certificates were late. */
export const sentLineReadModel: ReadModel = {
  name: 'sent-line',
  version: 2,
  mode: 'inline',
  handles: [
    'ExportBatchPrepared',
    'ExportBatchRejected',
    'ExportRecordAccepted',
    'ExportRecordPosted',
    'ExportRecordRejected',
    'ExportRecordRequeued',
    'ExportOverdue',
  ],
  tables: ['sent_line_v2', 'overdue_delivery_v2'],
  whose: {
    sent_line_v2: { of: 'certificate', by: ['number'] },
    overdue_delivery_v2: { of: 'certificate', by: ['number'] },
  },
  create: `
    create table sent_line_v2 (
      batch_id    text not null,
      number      text not null,
      line_no     integer not null,
      version     integer not null,
      seq         integer not null,
      class_id    text not null,
      class_code  text not null,
      accepted_at timestamptz,
      rejected_at timestamptz,
      code        text,
      noted_at    timestamptz,
      is_requeued boolean not null default false,
      is_rejected boolean not null generated always as (coalesce(rejected_at >= coalesce(accepted_at, rejected_at), false)) stored,
      primary key (batch_id, number, line_no)
    );
    create index sent_line_v2_number on sent_line_v2 (number, line_no);
    create table overdue_delivery_v2 (
      number text primary key,
      at     timestamptz not null
    );`,
  apply: async (events, tx) => {
    await left(events, tx);
    await refused(events, tx);
    await answered(events, tx);
    await overdue(events, tx);
  },
};
