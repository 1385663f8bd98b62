import type { ReadModel, Recorded } from '@kull/event-store';
import type { ExportBatchDownloaded } from '../domain/batch';

/** Who fetched which file when (ux.md L9). */
export const exportDownloadReadModel: ReadModel = {
  name: 'export-download',
  version: 1,
  mode: 'inline',
  handles: ['ExportBatchDownloaded'],
  tables: ['export_download_v1'],
  whose: { export_download_v1: { staff: 'who fetched deliveries, each of many persons' } },
  create: `
    create table export_download_v1 (
      batch_id   text not null,
      position   bigint not null,
      part       text not null,
      by         text not null,
      at         timestamptz not null,
      first_byte integer,
      last_byte  integer,
      primary key (batch_id, position)
    );`,
  apply: async (page, tx) => {
    const events = page as readonly Recorded<ExportBatchDownloaded>[];
    await tx.query(
      `insert into export_download_v1 (batch_id, position, part, by, at, first_byte, last_byte)
       select batch_id, position, part, by, at, first_byte, last_byte
         from jsonb_to_recordset($1::jsonb) as r
           (batch_id text, position bigint, part text, by text, at timestamptz, first_byte integer, last_byte integer)`,
      [
        JSON.stringify(
          events.map(({ position, data, occurredAt }) => ({
            batch_id: data.batchId,
            position,
            part: data.form ?? data.part,
            by: data.by,
            at: occurredAt,
            first_byte: data.firstByte,
            last_byte: data.lastByte,
          })),
        ),
      ],
    );
  },
};
