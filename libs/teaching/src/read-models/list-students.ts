import { EventStore } from '@kull/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** Somebody's time in one class, as the last of its events left it. */
export interface ListedStudent {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly studentNo: string;
  readonly classId: string;
  readonly classCode: string;
  readonly site: string;
  /** The intake that fills the class. */
  readonly intake: string | null;
  readonly programme: string;
  readonly title: string;
  readonly participantStatus: string;
  readonly standing: 'enrolled' | 'on_leave' | 'transferred' | 'withdrawn';
}

/** Whose enrolments: of these persons, under this student number, in this class; what is not said limits nothing. */
export interface WhichStudents {
  readonly personIds?: readonly string[];
  readonly studentNo?: string;
  readonly classId?: string;
}

/** Everybody who is or was a student, class by class; who is in the class before who has left it. */
export class ListStudents extends Query<readonly ListedStudent[]> {
  constructor(readonly which: WhichStudents = {}) {
    super();
  }
}

@QueryHandler(ListStudents)
export class ListStudentsHandler implements IQueryHandler<ListStudents> {
  constructor(private readonly events: EventStore) {}

  execute({ which: { personIds, studentNo, classId } }: ListStudents): Promise<readonly ListedStudent[]> {
    return this.events.query<ListedStudent>(
      `select e.enrolment_id as "enrolmentId", e.person_id as "personId", e.student_no as "studentNo",
              e.class_id as "classId", c.code as "classCode", c.site, c.intake, c.programme, c.title,
              e.participant_status as "participantStatus", e.standing
         from enrolment_v2 e join class_v2 c on c.class_id = e.class_id
        where ($1::text[] is null or e.person_id = any ($1)) and ($2::text is null or e.student_no = $2)
          and ($3::text is null or e.class_id = $3)
        order by e.standing in ('enrolled', 'on_leave') desc, c.starts_on desc nulls last, c.code, e.student_no`,
      [personIds ?? null, studentNo ?? null, classId ?? null],
    );
  }
}
