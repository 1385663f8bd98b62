import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';

/** A student's two ledgers as a list shows them. Hours are numbers. */
export interface AwardRow {
  readonly id: string;
  readonly studentNo: string;
  readonly attendedHours: number | null;
  readonly ectsStatus: 'AWARDED' | 'NOT_MET' | null;
  readonly ectsCredits: number;
  readonly ectsReasons: readonly string[];
  readonly pointsStatus: 'AWARDED' | 'HELD' | 'NOT_MET' | 'NOT_APPLICABLE' | null;
  readonly coursePoints: number;
  readonly pointsReasons: readonly string[];
  readonly warnings: readonly string[];
}

/** How the course points of a class stand. */
export interface CourseCount {
  readonly code: string;
  readonly participants: number;
  readonly awarded: number;
  readonly held: number;
  readonly notMet: number;
}

/** Reads awards. */
@Injectable()
export class Awards {
  constructor(private readonly events: EventStore) {}

  /** Awards of these students of a class by student number, from behind the one last seen. */
  page(classId: string, studentNos: readonly string[], limit: number, after = ''): Promise<AwardRow[]> {
    return this.events.query<AwardRow>(
      `select student_course_id as id, student_no as "studentNo",
              (attended_half_hours / 2.0)::float8 as "attendedHours",
              ects_status as "ectsStatus", coalesce(ects_credits, 0)::float8 as "ectsCredits",
              coalesce(ects_reasons, '[]') as "ectsReasons",
              points_status as "pointsStatus", coalesce(course_points, 0)::float8 as "coursePoints",
              coalesce(points_reasons, '[]') as "pointsReasons",
              case when points_status = 'AWARDED' then coalesce(warnings, '[]') else '[]' end as warnings
         from award_v2 where class_id = $1 and student_no = any ($4) and student_no > $2 order by student_no limit $3`,
      [classId, after, limit, studentNos],
    );
  }

  /** The student courses whose course points only the HPR number stands in the way of. */
  async held(): Promise<string[]> {
    const rows = await this.events.query<{ id: string }>(
      `select student_course_id as id from award_v2 where points_status = 'HELD' order by class_code, student_no`,
    );
    return rows.map(({ id }) => id);
  }

  /** The classes whose course gives course points. */
  counts(): Promise<CourseCount[]> {
    return this.events.query<CourseCount>(
      `select class_code as code, count(*)::int as participants,
              count(*) filter (where points_status = 'AWARDED')::int as awarded,
              count(*) filter (where points_status = 'HELD')::int as held,
              count(*) filter (where points_status = 'NOT_MET')::int as "notMet"
         from award_v2 where gives_points group by class_id, class_code order by class_code collate "C", class_id`,
    );
  }
}
