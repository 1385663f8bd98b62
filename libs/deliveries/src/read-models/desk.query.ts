import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { AssociationExport } from './association-exports.query';

/** A delivery with what its recipient has done with it. */
export interface DeskDelivery
  extends Pick<
    AssociationExport,
    | 'id'
    | 'sequence'
    | 'batchSeq'
    | 'classCode'
    | 'createdAt'
    | 'fileName'
    | 'fileSha256'
    | 'manifestName'
    | 'recordCount'
    | 'addCount'
    | 'correctCount'
    | 'revokeCount'
    | 'pointsTotalAdd'
  > {
  /** The first time that the recipient fetched the file; absent: it has not. */
  readonly fetched?: { readonly by: string; readonly at: Instant };
  /** Of its lines: how many wait for a receipt, were received, and are rejected. */
  readonly receipts: { readonly waiting: number; readonly received: number; readonly rejected: number };
}

/** Which deliveries are looked for. */
export interface DeskFilter {
  readonly year?: number;
  /** A delivery's number, part of a course's code, or the number of a certificate in it. */
  readonly text?: string;
}

/** One time that receipts were sent. */
export interface SentReceipts {
  readonly by: string;
  readonly at: Instant;
  readonly received: number;
  readonly rejected: number;
  /** Of the rejected ones, and of the whole file. */
  readonly codes: readonly string[];
}

type Row = Omit<DeskDelivery, 'createdAt' | 'fetched' | 'receipts'> &
  DeskDelivery['receipts'] & {
    readonly createdAt: Date;
    readonly fetchedBy: string | null;
    readonly fetchedAt: Date | null;
  };

const DELIVERIES = `
  select b.batch_id as id, b.sequence, b.seq as "batchSeq", b.class_code as "classCode", b.created_at as "createdAt",
         b.file_name as "fileName", b.file_sha256 as "fileSha256", b.manifest_name as "manifestName",
         b.record_count as "recordCount", b.add_count as "addCount", b.correct_count as "correctCount",
         b.revoke_count as "revokeCount", b.points_total_add::float8 as "pointsTotalAdd",
         f.by as "fetchedBy", f.at as "fetchedAt", r.waiting, r.received, r.rejected
    from export_batch_v3 b
    left join lateral (select by, at from export_download_v1 d
                        where d.batch_id = b.batch_id and d.part in ('FILE', 'XLSX') order by position limit 1) f on true
    cross join lateral (select count(*) filter (where accepted_at is null and rejected_at is null)::int as waiting,
                               count(*) filter (where accepted_at is not null and not is_rejected)::int as received,
                               count(*) filter (where is_rejected)::int as rejected
                          from sent_line_v2 l where l.batch_id = b.batch_id) r
   where b.state = 'RELEASED' and b.recipient_org = $1`;

const NEWEST = `${DELIVERIES} order by b.sequence desc limit $2`;
const ONE = `${DELIVERIES} and b.batch_id = $2`;

/** In Norway, where the desk is. */
const YEAR = "extract(year from b.created_at at time zone 'Europe/Oslo')::int";
const LISTED = `${DELIVERIES} and ($2::int is null or ${YEAR} = $2)
  and ($3::text is null or ltrim($3, '0') = b.seq::text or b.class_code ilike '%' || $3 || '%'
       or exists (select from export_line_v3 l where l.batch_id = b.batch_id and l.number = $3))
  and ($4::int is null or b.sequence < $4) order by b.sequence desc limit $5`;
const YEARS = `select distinct ${YEAR} as year from export_batch_v3 b
  where b.state = 'RELEASED' and b.recipient_org = $1 order by year desc`;

const SENT_RECEIPTS = `
  select r.by, r.at, count(r.number) filter (where r.result <> 'REJECTED')::int as received,
         count(r.number) filter (where r.result = 'REJECTED')::int as rejected,
         coalesce(array_agg(distinct r.code) filter (where r.result = 'REJECTED'), '{}') as codes
    from export_receipt_v1 r join export_batch_v3 b using (batch_id)
   where b.batch_id = $2 and b.recipient_org = $1
   group by r.by, r.at order by r.at desc, r.by`;

const deliveryOf = (row: Row): DeskDelivery => {
  const { createdAt, fetchedBy: by, fetchedAt, waiting, received, rejected, ...rest } = row;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    ...(by !== null && fetchedAt !== null && { fetched: { by, at: fetchedAt.toISOString() } }),
    receipts: { waiting, received, rejected },
  };
};

/** What the recipient's desk sees: its own deliveries alone, the recipient in the condition of each question (I-53). */
@Injectable()
export class DeskQueries {
  constructor(private readonly events: EventStore) {}

  /** The newest deliveries to an organisation. */
  async newest(recipient: string, limit: number): Promise<readonly DeskDelivery[]> {
    return (await this.events.query<Row>(NEWEST, [recipient, limit])).map(deliveryOf);
  }

  /** Up to `limit` deliveries to the organisation that were looked for, behind a sequence number, the newest first. */
  async listed(
    recipient: string,
    { year, text }: DeskFilter,
    before: number | undefined,
    limit: number,
  ): Promise<readonly DeskDelivery[]> {
    const wanted = text?.replaceAll(/[\\%_]/g, '\\$&');
    const values = [recipient, year ?? null, wanted ?? null, before ?? null, limit];
    return (await this.events.query<Row>(LISTED, values)).map(deliveryOf);
  }

  /** The years with a delivery to the organisation, the newest first. */
  async years(recipient: string): Promise<readonly number[]> {
    return (await this.events.query<{ year: number }>(YEARS, [recipient])).map(({ year }) => year);
  }

  /** A delivery to the organisation; of another's it is as if there were none. */
  async find(batchId: string, recipient: string): Promise<DeskDelivery | undefined> {
    const [row] = await this.events.query<Row>(ONE, [recipient, batchId]);
    return row && deliveryOf(row);
  }

  /** Every time that somebody sent receipts for the delivery, the newest first. */
  async receiptsSent(batchId: string, recipient: string): Promise<readonly SentReceipts[]> {
    const rows = await this.events.query<Omit<SentReceipts, 'at'> & { readonly at: Date }>(SENT_RECEIPTS, [
      recipient,
      batchId,
    ]);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
