import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { AbsenceReported, EvidenceType, ExcuseBasis, RefusalReason } from '../domain/absence.events';

export type AbsenceStatus = 'REPORTED' | 'EXCUSED' | 'NOT_EXCUSED' | 'WITHDRAWN';

/** A report of absence as lists show it. */
export interface AbsenceRow {
  readonly reported: AbsenceReported['data'];
  readonly status: AbsenceStatus;
  readonly facts: {
    readonly evidence?: { readonly mediaType: EvidenceType; readonly attachedAt: Instant } | null;
    readonly decision?: {
      readonly basis?: ExcuseBasis;
      readonly reasonClass?: RefusalReason;
      readonly decidedBy: string;
      readonly decidedAt: Instant;
    };
  };
  readonly compensations: readonly {
    readonly sessions: readonly string[];
    readonly taskCode: string;
    readonly approvedBy: string;
    readonly approvedAt: Instant;
  }[];
}

/** Which reports: of a class, of one status or all, from behind the one last seen. */
interface AbsencePage {
  readonly classId: string;
  readonly status?: AbsenceStatus;
  readonly after?: readonly [reportedAt: string, absenceId: string];
  readonly limit: number;
}

/** Reads reports of absence. */
@Injectable()
export class Absences {
  constructor(private readonly events: EventStore) {}

  /** Oldest first: those that have waited longest. */
  page({ classId, status, after = ['-infinity', ''], limit }: AbsencePage): Promise<AbsenceRow[]> {
    return this.events.query<AbsenceRow>(
      `select reported, status, facts, compensations from absence_v1
        where class_id = $1 and (reported_at, absence_id) > ($2::timestamptz, $3) and ($4::text is null or status = $4)
        order by reported_at, absence_id limit $5`,
      [classId, after[0], after[1], status ?? null, limit],
    );
  }

  /** What one person reported in these classes, the newest first. */
  ofPerson(personId: string, classIds: readonly string[]): Promise<AbsenceRow[]> {
    return this.events.query<AbsenceRow>(
      `select reported, status, facts, compensations from absence_v1
        where class_id = any ($2) and reported ->> 'personId' = $1 order by reported_at desc, absence_id`,
      [personId, classIds],
    );
  }

  /** How many wait for a decision, by class. */
  toDecide(): Promise<{ readonly classId: string; readonly count: number }[]> {
    return this.events.query(
      `select class_id as "classId", count(*)::integer as count from absence_v1 where status = 'REPORTED' group by class_id`,
    );
  }

  async find(absenceId: string): Promise<AbsenceRow | undefined> {
    const [row] = await this.events.query<AbsenceRow>(
      'select reported, status, facts, compensations from absence_v1 where absence_id = $1',
      [absenceId],
    );
    return row;
  }
}
