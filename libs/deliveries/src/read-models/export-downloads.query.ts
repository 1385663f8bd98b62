import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { BatchPart } from '../domain/batch';

/** One time that a file was fetched; with first and last byte, a part of it. */
export interface ExportDownload {
  readonly position: number;
  /** `XLSX`: the file as a copy for people. */
  readonly part: BatchPart | 'XLSX';
  readonly by: string;
  readonly at: Instant;
  readonly firstByte: number | null;
  readonly lastByte: number | null;
}

type Row = Omit<ExportDownload, 'at'> & { readonly at: Date };

/** Looks up who fetched a delivery. */
@Injectable()
export class ExportDownloadQueries {
  constructor(private readonly events: EventStore) {}

  /** The downloads of a delivery before a position, the newest first. */
  async page(batchId: string, before: number | undefined, limit: number): Promise<ExportDownload[]> {
    const rows = await this.events.query<Row>(
      `select position::float8 as position, part, by, at, first_byte as "firstByte", last_byte as "lastByte"
         from export_download_v1 where batch_id = $1 and ($2::bigint is null or position < $2)
        order by position desc limit $3`,
      [batchId, before ?? null, limit],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
