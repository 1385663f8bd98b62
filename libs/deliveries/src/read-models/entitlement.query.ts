import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import type { Entitlement } from '../domain/reconciliation';

const SELECT = `select student_course_id as "studentCourseId", class_id as "classId", student_no as "studentNo",
    completion_date::text as "completionDate", lines, stands
  from entitlement_v1`;

/** What has been awarded, as deliveries have to account for it. */
@Injectable()
export class EntitlementQueries {
  constructor(private readonly events: EventStore) {}

  ofClasses(classIds: readonly string[]): Promise<Entitlement[]> {
    return this.events.query<Entitlement>(`${SELECT} where class_id = any ($1) order by class_id, student_no`, [
      classIds,
    ]);
  }
}
