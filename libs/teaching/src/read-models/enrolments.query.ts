import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';

/** Reads whose enrolments there are. */
@Injectable()
export class Enrolments {
  constructor(private readonly events: EventStore) {}

  /** Enrolments of everybody who is or ever was in the class, by student number. */
  async everIn(classId: string): Promise<string[]> {
    const rows = await this.events.query<{ id: string }>(
      'select enrolment_id as id from enrolment_v2 where class_id = $1 order by student_no',
      [classId],
    );
    return rows.map(({ id }) => id);
  }

  /** Who is in the classes now. */
  inClasses(
    classIds: readonly string[],
  ): Promise<{ readonly id: string; readonly classId: string; readonly studentNo: string }[]> {
    return this.events.query(
      `select enrolment_id as id, class_id as "classId", student_no as "studentNo" from enrolment_v2
        where class_id = any ($1) and standing in ('enrolled', 'on_leave') order by class_id, student_no`,
      [classIds],
    );
  }
}
