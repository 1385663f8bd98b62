import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';

/** A line about somebody's certificate that left for the association, and what was answered. */
export interface OwnDelivery {
  readonly certificateNo: string;
  readonly version: number;
  readonly lineNo: number;
  readonly action: string;
  readonly points: number;
  readonly recipientOrgNumber: string;
  /** The number of the delivery. */
  readonly delivery: number;
  readonly preparedAt: Instant;
  readonly acceptedAt?: Instant;
  readonly rejectedAt?: Instant;
  /** The receiver's code of the rejection. */
  readonly code?: string;
}

type Row = Omit<OwnDelivery, 'preparedAt' | 'acceptedAt' | 'rejectedAt' | 'code'> & {
  readonly preparedAt: Date;
  readonly acceptedAt: Date | null;
  readonly rejectedAt: Date | null;
  readonly code: string | null;
};

const OF_CERTIFICATES = `select l.number as "certificateNo", l.version, l.line_no as "lineNo", e.action,
    e.points::float as points, b.recipient_org as "recipientOrgNumber", l.seq as delivery, b.created_at as "preparedAt",
    l.accepted_at as "acceptedAt", l.rejected_at as "rejectedAt", l.code
  from sent_line_v2 l
  join export_line_v3 e on e.batch_id = l.batch_id and e.number = l.number and e.line_no = l.line_no
  join export_batch_v3 b on b.batch_id = l.batch_id
 where l.number = any ($1) order by b.created_at, l.number, l.line_no`;

/** What has left about somebody's certificates, for that person. */
@Injectable()
export class OwnDeliveries {
  constructor(private readonly events: EventStore) {}

  /** The oldest first. */
  async ofCertificates(numbers: readonly string[]): Promise<readonly OwnDelivery[]> {
    const rows = await this.events.query<Row>(OF_CERTIFICATES, [numbers]);
    return rows.map(({ preparedAt, acceptedAt, rejectedAt, code, ...row }) => ({
      ...row,
      preparedAt: preparedAt.toISOString(),
      ...(acceptedAt && { acceptedAt: acceptedAt.toISOString() }),
      ...(rejectedAt && { rejectedAt: rejectedAt.toISOString() }),
      ...(code !== null && { code }),
    }));
  }
}
