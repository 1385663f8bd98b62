import { EventStore } from '@kull/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** How many of the sessions that are over somebody was at. */
export interface AttendedSessions {
  readonly classId: string;
  readonly studentNo: string;
  readonly attended: number;
  readonly held: number;
}

/** Everybody whose attendance has been judged, as the last judgement of their cohort found it. */
export class ListAttendedSessions extends Query<readonly AttendedSessions[]> {}

const ATTENDED = `
  select class_id as "classId", student_no as "studentNo", (stands->'sessions'->>'attended')::integer as attended,
         (stands->'sessions'->>'total')::integer - (stands->'sessions'->>'open')::integer as held
    from attendance.judged_student order by class_id, student_no`;

@QueryHandler(ListAttendedSessions)
export class ListAttendedSessionsHandler implements IQueryHandler<ListAttendedSessions> {
  constructor(private readonly events: EventStore) {}

  execute(): Promise<readonly AttendedSessions[]> {
    return this.events.query<AttendedSessions>(ATTENDED);
  }
}
