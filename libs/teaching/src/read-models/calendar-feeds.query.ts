import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { CalendarOwner } from '../domain/calendar-feed';

/** A calendar feed as it stands. */
export interface CalendarFeedRecord {
  readonly id: string;
  readonly owner: CalendarOwner;
  readonly openedAt: Instant;
  readonly revokedAt: Instant | null;
}

interface Row {
  readonly feed_id: string;
  readonly class_id: string;
  readonly student_no: string | null;
  readonly opened_at: Date;
  readonly revoked_at: Date | null;
}

const COLUMNS = 'feed_id, class_id, student_no, opened_at, revoked_at';

const recordOf = ({ feed_id, class_id: classId, student_no: studentNo, opened_at, revoked_at }: Row) => ({
  id: feed_id,
  owner:
    studentNo === null ? ({ kind: 'CLASS', classId } as const) : ({ kind: 'STUDENT', classId, studentNo } as const),
  openedAt: opened_at.toISOString(),
  revokedAt: revoked_at?.toISOString() ?? null,
});

/** Finds calendar feeds. */
@Injectable()
export class CalendarFeeds {
  constructor(private readonly events: EventStore) {}

  /** The feed whose token has that SHA-256. */
  async byTokenHash(tokenHash: string): Promise<CalendarFeedRecord | undefined> {
    const [row] = await this.events.query<Row>(`select ${COLUMNS} from calendar_feed_v1 where token_hash = $1`, [
      tokenHash,
    ]);
    return row && recordOf(row);
  }

  async byId(feedId: string): Promise<CalendarFeedRecord | undefined> {
    const [row] = await this.events.query<Row>(`select ${COLUMNS} from calendar_feed_v1 where feed_id = $1`, [feedId]);
    return row && recordOf(row);
  }

  /** The feeds that were opened for a class and its students, oldest first, from behind the one last seen. */
  async ofClass(
    classId: string,
    after: readonly [openedAt: string, feedId: string] | undefined,
    limit: number,
  ): Promise<CalendarFeedRecord[]> {
    const [openedAt, feedId] = after ?? ['-infinity', ''];
    const rows = await this.events.query<Row>(
      `select ${COLUMNS} from calendar_feed_v1 where class_id = $1 and (opened_at, feed_id) > ($2::timestamptz, $3)
        order by opened_at, feed_id limit $4`,
      [classId, openedAt, feedId, limit],
    );
    return rows.map(recordOf);
  }
}
