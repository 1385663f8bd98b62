import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { AwardWithAttendance, StandingStatus } from '../domain/attendance-standing';

/** What was last said of a standing. */
export interface SaidStanding {
  readonly standingId: string;
  readonly award: AwardWithAttendance;
  readonly status: StandingStatus;
  readonly since: Instant;
}

/** Reads what was last said of where students stand. */
@Injectable()
export class AttendanceStandings {
  constructor(private readonly events: EventStore) {}

  async of(standingIds: readonly string[]): Promise<readonly SaidStanding[]> {
    const rows = await this.events.query<Omit<SaidStanding, 'since'> & { readonly since: Date }>(
      `select standing_id as "standingId", award, status, since from attendance_standing_v1 where standing_id = any ($1)`,
      [standingIds],
    );
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  }
}
