import { EventStore } from '@kull/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** Whether a student has got the studiepoeng of a class's course. */
export interface EctsOutcome {
  readonly classId: string;
  readonly studentNo: string;
  /** Null: nobody has judged it yet. */
  readonly status: 'AWARDED' | 'NOT_MET' | null;
}

/** How the studiepoeng of everybody in these classes stand. */
export class ListEctsOutcomes extends Query<readonly EctsOutcome[]> {
  constructor(readonly classIds: readonly string[]) {
    super();
  }
}

@QueryHandler(ListEctsOutcomes)
export class ListEctsOutcomesHandler implements IQueryHandler<ListEctsOutcomes> {
  constructor(private readonly events: EventStore) {}

  execute({ classIds }: ListEctsOutcomes): Promise<readonly EctsOutcome[]> {
    return this.events.query<EctsOutcome>(
      `select class_id as "classId", student_no as "studentNo", ects_status as status
         from award_v2 where class_id = any ($1) order by class_id, student_no`,
      [classIds],
    );
  }
}
