import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';

/** A delivery as its recipient sees it. */
export interface AssociationExport {
  readonly id: string;
  /** 1, 2, 3 … of all that the recipient was sent: the cursor. */
  readonly sequence: number;
  readonly organiserOrgNo: string;
  /** 1, 2, 3 … of what this organiser sent the recipient, as in the file's name and manifest. */
  readonly batchSeq: number;
  readonly classCode: string;
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

type Row = Omit<AssociationExport, 'createdAt'> & { readonly createdAt: Date };

const EXPORT = `select batch_id as id, sequence, organiser_org as "organiserOrgNo", seq as "batchSeq",
    class_code as "classCode", created_at as "createdAt", file_name as "fileName", file_sha256 as "fileSha256",
    manifest_name as "manifestName", manifest_sha256 as "manifestSha256", record_count as "recordCount",
    add_count as "addCount", correct_count as "correctCount", revoke_count as "revokeCount",
    points_total_add::float8 as "pointsTotalAdd"
  from export_batch_v3 where state = 'RELEASED'`;

const exportOf = (row: Row): AssociationExport => ({ ...row, createdAt: row.createdAt.toISOString() });

/** What was released to a recipient. Each question names the recipient in its condition (I-53). */
@Injectable()
export class AssociationExportQueries {
  constructor(private readonly events: EventStore) {}

  /** Up to `limit` deliveries to this organisation behind a sequence number, in order. */
  async after(recipient: string, sequence: number, limit: number): Promise<AssociationExport[]> {
    const rows = await this.events.query<Row>(
      `${EXPORT} and recipient_org = $1 and sequence > $2 order by sequence limit $3`,
      [recipient, sequence, limit],
    );
    return rows.map(exportOf);
  }

  /** A delivery, if it is to this organisation; without one, whoever it is to. */
  async find(batchId: string, recipient?: string): Promise<AssociationExport | undefined> {
    const [row] = await this.events.query<Row>(
      `${EXPORT} and batch_id = $1 and ($2::text is null or recipient_org = $2)`,
      [batchId, recipient ?? null],
    );
    return row && exportOf(row);
  }

  /** The organisations that a delivery, or any delivery with a line of this certificate, went to. */
  async recipientsOf(of: { readonly batchId: string } | { readonly certificateNo: string }): Promise<string[]> {
    const rows = await ('batchId' in of
      ? this.events.query<{ recipient: string }>(
          "select recipient_org as recipient from export_batch_v3 where batch_id = $1 and state = 'RELEASED'",
          [of.batchId],
        )
      : this.events.query<{ recipient: string }>(
          `select distinct recipient_org as recipient from export_line_v3 join export_batch_v3 using (batch_id)
            where number = $1 and state = 'RELEASED' order by recipient`,
          [of.certificateNo],
        ));
    return rows.map(({ recipient }) => recipient);
  }
}
