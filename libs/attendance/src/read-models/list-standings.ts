import { EventStore } from '@kull/event-store';
import { ClassList } from '@kull/teaching/contracts/classes';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AttendanceFigures, attendanceFigures } from '../domain/attendance-figures';
import { countedInOf } from '../domain/counted-in';
import type { StudentStandings } from '../domain/student-standings';

/** Where a student stands with the attendance that is required. */
export interface ListedStanding extends AttendanceFigures {
  readonly classId: string;
  readonly studentNo: string;
}

/** Everybody whose attendance has been judged, as the last judgement of their cohort found it. */
export class ListStandings extends Query<readonly ListedStanding[]> {}

@QueryHandler(ListStandings)
export class ListStandingsHandler implements IQueryHandler<ListStandings> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassList,
  ) {}

  async execute(): Promise<readonly ListedStanding[]> {
    const judged = await this.events.query<{ readonly stands: StudentStandings }>(
      'select stands from attendance.judged_student order by class_id, student_no',
    );
    const classes = await this.classes.named([...new Set(judged.map(({ stands }) => stands.classId))]);
    const countedIn = new Map(classes.map(({ classId, plan }) => [classId, countedInOf(plan)] as const));
    return judged.map(({ stands: { classId, studentNo, sessions, standings } }) => ({
      classId,
      studentNo,
      ...attendanceFigures({ countedIn: countedIn.get(classId) ?? 'HOURS', sessions, standings }),
    }));
  }
}
