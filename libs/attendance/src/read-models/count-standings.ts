import { EventStore } from '@kull/event-store';
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
  constructor(private readonly events: EventStore) {}

  execute(): Promise<readonly StandingCount[]> {
    return this.events.query<StandingCount>(
      `select cohort as code,
              count(*) filter (where stands->>'status' = 'MET')::int as met,
              count(*) filter (where stands->>'status' = 'SAFE')::int as safe,
              count(*) filter (where stands->>'status' = 'AT_RISK')::int as "atRisk",
              count(*) filter (where stands->>'status' = 'IMPOSSIBLE')::int as impossible
         from attendance.judged_student group by cohort order by cohort collate "C"`,
    );
  }
}
