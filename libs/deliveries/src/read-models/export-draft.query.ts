import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';

export type DraftStatus = 'PREPARED' | 'APPROVED' | 'ABANDONED' | 'RELEASED';

/** A draft as a list shows it. */
export interface DraftRow {
  readonly id: string;
  readonly organiserOrgNumber: string;
  readonly recipientOrgNumber: string;
  readonly preparedBy: string;
  readonly preparedAt: Instant;
  readonly lineCount: number;
  readonly twoPeople: boolean;
  readonly status: DraftStatus;
  /** Of a released one. */
  readonly exportId: string | null;
}

export type DraftCursor = readonly [preparedAt: Instant, id: string];

const PAGE = `select draft_id as id, organiser_org as "organiserOrgNumber", recipient_org as "recipientOrgNumber",
    prepared_by as "preparedBy", prepared_at as "preparedAt", lines as "lineCount", two_people as "twoPeople", status,
    batch_id as "exportId"
  from export_draft_v1
  where ($1::text is null or status = $1) and ($2::timestamptz is null or (prepared_at, draft_id) > ($2, $3))
  order by prepared_at, draft_id limit $4`;

/** Lists drafts. */
@Injectable()
export class ExportDraftQueries {
  constructor(private readonly events: EventStore) {}

  async page(status: DraftStatus | undefined, after: DraftCursor | undefined, limit: number): Promise<DraftRow[]> {
    const values = [status ?? null, after?.[0] ?? null, after?.[1] ?? null, limit];
    const rows = await this.events.query<Omit<DraftRow, 'preparedAt'> & { preparedAt: Date }>(PAGE, values);
    return rows.map((row) => ({ ...row, preparedAt: row.preparedAt.toISOString() }));
  }
}
