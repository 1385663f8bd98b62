import type { ReadModel, Recorded } from '@kull/event-store';
import type {
  ExportBatchRejected,
  ExportRecordAccepted,
  ExportRecordPosted,
  ExportRecordRejected,
} from '../domain/feed.events';
import { receiptIn } from '../domain/take-receipts';

type Received =
  | Recorded<ExportRecordAccepted>
  | Recorded<ExportRecordRejected>
  | Recorded<ExportRecordPosted>
  | Recorded<ExportBatchRejected>;

/** Every receipt that came, with who sent it and when (ux.md L5, L9); of a whole file with no line. */
export const exportReceiptReadModel: ReadModel = {
  name: 'export-receipt',
  version: 1,
  mode: 'inline',
  handles: ['ExportRecordAccepted', 'ExportRecordRejected', 'ExportRecordPosted', 'ExportBatchRejected'],
  tables: ['export_receipt_v1'],
  whose: { export_receipt_v1: { of: 'certificate', by: ['number'] } },
  create: `
    create table export_receipt_v1 (
      batch_id    text not null,
      position    bigint not null,
      number      text,
      line_no     integer,
      result      text not null,
      code        text,
      received_at timestamptz not null,
      by          text not null,
      at          timestamptz not null,
      primary key (batch_id, position)
    );`,
  apply: async (page, tx) => {
    const events = page as readonly Received[];
    await tx.query(
      `insert into export_receipt_v1 (batch_id, position, number, line_no, result, code, received_at, by, at)
       select batch_id, position, number, line_no, result, code, received_at, by, at
         from jsonb_to_recordset($1::jsonb) as r
           (batch_id text, position bigint, number text, line_no integer, result text, code text,
            received_at timestamptz, by text, at timestamptz)`,
      [
        JSON.stringify(
          events.map((event) => {
            const { position, occurredAt, metadata, data } = event;
            const { result, code, receivedAt } = receiptIn(event);
            const line = 'number' in data ? { number: data.number, line_no: data.lineNo } : {};
            const said = { result, code, received_at: receivedAt, by: metadata.actor, at: occurredAt };
            return { batch_id: data.batchId, position, ...line, ...said };
          }),
        ),
      ],
    );
  },
};
