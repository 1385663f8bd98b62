import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';

/** A released batch: counts and files, nobody's name. */
export interface ExportBatch {
  readonly id: string;
  /** The stream: `feed-<organiser>-<recipient>`. */
  readonly feed: string;
  readonly organiserOrgNumber: string;
  readonly recipientOrgNumber: string;
  readonly seq: number;
  /** The class, or the first by code when there are several. */
  readonly classId: string;
  readonly classCode: string;
  readonly classIds: readonly string[];
  readonly createdAt: Instant;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly manifestName: string;
  readonly manifestSha256: string;
  readonly recordCount: number;
  readonly addCount: number;
  readonly correctCount: number;
  readonly revokeCount: number;
  readonly pointsTotalAdd: number;
}

export interface ExportLine {
  readonly certificateNo: string;
  readonly lineNo: number;
  readonly version: number;
  readonly classId: string;
  readonly action: string;
  readonly reasonCode?: string;
  readonly points: number;
  readonly warnings: readonly string[];
}

/** Feed and number of the last batch seen. */
export type BatchCursor = readonly [feed: string, seq: number];

type Row = Omit<ExportBatch, 'createdAt'> & { readonly createdAt: Date };

const BATCH = `select batch_id as id, feed, organiser_org as "organiserOrgNumber", recipient_org as "recipientOrgNumber", seq,
    class_id as "classId", class_code as "classCode", classes as "classIds", created_at as "createdAt",
    file_name as "fileName", file_sha256 as "fileSha256", manifest_name as "manifestName", manifest_sha256 as "manifestSha256",
    record_count as "recordCount", add_count as "addCount", correct_count as "correctCount", revoke_count as "revokeCount",
    points_total_add::float8 as "pointsTotalAdd"
  from export_batch_v3 where state = 'RELEASED'`;

const ONE = `${BATCH} and batch_id = $1`;
const PAGE = `${BATCH} and ($1::text is null or classes @> array[$1]) and ($2::text is null or (feed, seq) > ($2, $3::integer))
  order by feed, seq limit $4`;
const OF_FEED = `${BATCH} and feed = $1 and ($2::integer is null or seq < $2) order by seq desc limit $3`;
const LATEST = `${BATCH} order by created_at desc, seq desc limit $1`;

const LINES = `select number as "certificateNo", line_no as "lineNo", version, class_id as "classId", action, reason_code as "reasonCode",
    points::float8 as points, warnings
  from export_line_v3 where batch_id = $1 order by place`;

const batchOf = (row: Row): ExportBatch => ({ ...row, createdAt: row.createdAt.toISOString() });

/** Looks released batches up. */
@Injectable()
export class ExportBatchQueries {
  constructor(private readonly events: EventStore) {}

  async find(batchId: string): Promise<ExportBatch | undefined> {
    const [row] = await this.events.query<Row>(ONE, [batchId]);
    return row && batchOf(row);
  }

  /** The lines of a batch, in the order of its file. */
  async linesOf(batchId: string): Promise<ExportLine[]> {
    const rows = await this.events.query<Omit<ExportLine, 'reasonCode'> & { reasonCode: string | null }>(LINES, [
      batchId,
    ]);
    return rows.map(({ reasonCode, ...line }) => ({ ...line, ...(reasonCode && { reasonCode }) }));
  }

  /** Up to `limit` batches, of one class or of all, in order of number. */
  async page(classId: string | undefined, after: BatchCursor | undefined, limit: number): Promise<ExportBatch[]> {
    const values = [classId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit];
    return (await this.events.query<Row>(PAGE, values)).map(batchOf);
  }

  /** Up to `limit` batches of one feed with a lower number, the newest first. */
  async ofFeed(feed: string, before: number | undefined, limit: number): Promise<ExportBatch[]> {
    return (await this.events.query<Row>(OF_FEED, [feed, before ?? null, limit])).map(batchOf);
  }

  /** The newest batches, for the first page. */
  async latest(limit: number): Promise<ExportBatch[]> {
    return (await this.events.query<Row>(LATEST, [limit])).map(batchOf);
  }
}
