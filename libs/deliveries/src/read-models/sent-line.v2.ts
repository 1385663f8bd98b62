import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { ExportBatchPrepared } from '../domain/feed.events';

/** What the receiver, or we after it, said of one line. */
interface LineFact {
  readonly batchId: string;
  readonly number: string;
  readonly lineNo: number;
  readonly code?: string;
}

const states: Readonly<Record<string, 'REJECTED' | 'SETTLED'>> = {
  ExportRecordRejected: 'REJECTED',
  ExportRecordAccepted: 'SETTLED',
  ExportRecordPosted: 'SETTLED',
  ExportRecordRequeued: 'SETTLED',
};

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
    `insert into sent_line_v1 (batch_id, seq, class_id, class_code, number, line_no, version, state)
     select batch_id, seq, class_id, class_code, number, line_no, version, 'SENT' from jsonb_to_recordset($1::jsonb) as r
       (batch_id text, seq integer, class_id text, class_code text, number text, line_no integer, version integer)`,
    [JSON.stringify(rows)],
  );
};

/** The receiver refused the whole file: none of its lines has arrived, and all go again. */
const refused = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const batches = events
    .filter(({ type }) => type === 'ExportBatchRejected')
    .map(({ data }) => (data as Pick<LineFact, 'batchId'>).batchId);
  await tx.query("update sent_line_v1 set state = 'REJECTED' where batch_id = any ($1)", [batches]);
};

/** The last that a page says of each line; a later receipt of one kind keeps what an earlier one of another kind said. */
const answered = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const last = new Map<string, object>();
  for (const { type, data, occurredAt } of events) {
    const state = states[type];
    if (!state) continue;
    const { batchId, number, lineNo, code } = data as LineFact;
    const key = `${batchId} ${number} ${lineNo}`;
    const rejected = state === 'REJECTED' && { code, at: occurredAt };
    last.set(key, { ...last.get(key), batch_id: batchId, number, line_no: lineNo, state, ...rejected });
  }
  await tx.query(
    `update sent_line_v1 l set state = r.state, code = coalesce(r.code, l.code), rejected_at = coalesce(r.at, l.rejected_at)
       from jsonb_to_recordset($1::jsonb) as r
         (batch_id text, number text, line_no integer, state text, code text, at timestamptz)
      where l.batch_id = r.batch_id and l.number = r.number and l.line_no = r.line_no`,
    [JSON.stringify([...last.values()])],
  );
};

const overdue = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const rows = events
    .filter(({ type }) => type === 'ExportOverdue')
    .map(({ data, occurredAt }) => ({ number: (data as Pick<LineFact, 'number'>).number, at: occurredAt }));
  await tx.query(
    `insert into overdue_delivery_v1 (number, at)
     select number, at from jsonb_to_recordset($1::jsonb) as r (number text, at timestamptz) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
};

/** Every line that left, by certificate, and what became of it; and which certificates were late. */
export const sentLineReadModel: ReadModel = {
  name: 'sent-line',
  version: 1,
  mode: 'inline',
  handles: ['ExportBatchPrepared', 'ExportBatchRejected', ...Object.keys(states), 'ExportOverdue'],
  tables: ['sent_line_v1', 'overdue_delivery_v1'],
  create: `
    create table sent_line_v1 (
      batch_id    text not null,
      number      text not null,
      line_no     integer not null,
      version     integer not null,
      seq         integer not null,
      class_id    text not null,
      class_code  text not null,
      state       text not null,
      code        text,
      rejected_at timestamptz,
      primary key (batch_id, number, line_no)
    );
    create index sent_line_v1_number on sent_line_v1 (number, line_no);
    create table overdue_delivery_v1 (
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
