import { EventStore } from '@kull/event-store';
import type { Sealed } from '@kull/event-store/contracts';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { MadeShare } from '../domain/share';

/** A link as it stands. */
export interface ShareRecord extends MadeShare {
  readonly id: string;
  readonly number: string;
  readonly sharedAt: Instant;
  readonly lastOpenedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly recipient?: Sealed;
}

interface Row {
  readonly share_id: string;
  readonly number: string;
  readonly shared_at: Date;
  readonly expires_at: Date;
  readonly max_opens: number | null;
  readonly recipient: Sealed | null;
  readonly opens: number;
  readonly last_opened_at: Date | null;
  readonly revoked_at: Date | null;
}

const COLUMNS = 'share_id, number, shared_at, expires_at, max_opens, recipient, opens, last_opened_at, revoked_at';

const recordOf = (row: Row): ShareRecord => ({
  id: row.share_id,
  number: row.number,
  status: row.revoked_at ? 'revoked' : 'open',
  sharedAt: row.shared_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  opens: row.opens,
  lastOpenedAt: row.last_opened_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
  ...(row.max_opens !== null && { maxOpens: row.max_opens }),
  ...(row.recipient && { recipient: row.recipient }),
});

/** Finds links to certificates. */
@Injectable()
export class CertificateShares {
  constructor(private readonly events: EventStore) {}

  /** The link whose token has that SHA-256. */
  async byTokenHash(tokenHash: string): Promise<ShareRecord | undefined> {
    const [row] = await this.events.query<Row>(`select ${COLUMNS} from certificate_share_v1 where token_hash = $1`, [
      tokenHash,
    ]);
    return row && recordOf(row);
  }

  /** The links of a certificate, oldest first. */
  async ofCertificate(number: string): Promise<ShareRecord[]> {
    const rows = await this.events.query<Row>(
      `select ${COLUMNS} from certificate_share_v1 where number = $1 order by shared_at, share_id`,
      [number],
    );
    return rows.map(recordOf);
  }
}
