import { EventStore } from '@kull/event-store';
import { ClassDirectory } from '@kull/teaching/contracts';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** How many students of a cohort stand where with the attendance that is required of them (W15). */
export interface StandingCount {
  readonly code: string;
  readonly met: number;
  readonly safe: number;
  readonly atRisk: number;
  readonly impossible: number;
}

/** Every cohort whose attendance has been judged, by code: as the last judgement found it. */
export class CountStandings extends Query<readonly StandingCount[]> {}

@QueryHandler(CountStandings)
export class CountStandingsHandler implements IQueryHandler<CountStandings> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
  ) {}

  async execute(): Promise<readonly StandingCount[]> {
    const counts = await this.events.query<StandingCount & { readonly classId: string }>(
      `select cohort as code, min(class_id) as "classId",
              count(*) filter (where stands->>'status' = 'MET')::int as met,
              count(*) filter (where stands->>'status' = 'SAFE')::int as safe,
              count(*) filter (where stands->>'status' = 'AT_RISK')::int as "atRisk",
              count(*) filter (where stands->>'status' = 'IMPOSSIBLE')::int as impossible
         from attendance.judged_student group by cohort`,
    );
    const named = await Promise.all(
      counts.map(async ({ classId, ...count }) => ({ ...count, code: await this.nameOf(count.code, classId) })),
    );
    return named.sort((one, other) => (one.code < other.code ? -1 : 1));
  }

  /** A class that no intake fills is a cohort of its own, judged under its id: people know it by its code. */
  private async nameOf(cohort: string, classId: string): Promise<string> {
    if (cohort !== classId) return cohort;
    return (await this.classes.find(classId))?.plan.code ?? cohort;
  }
}
