import { EventStore } from '@kull/event-store';
import { type Instant, localDateInOslo } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching/contracts';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** How many students of a cohort stand where with the attendance that is required of them (W15). */
export interface StandingCount {
  readonly code: string;
  readonly met: number;
  readonly safe: number;
  readonly atRisk: number;
  readonly impossible: number;
  /** Its last class is over: nobody can do anything about it any more. */
  readonly isOver: boolean;
}

/** Every cohort whose attendance has been judged, by code: as the last judgement found it. */
export class CountStandings extends Query<readonly StandingCount[]> {
  constructor(readonly now: Instant) {
    super();
  }
}

@QueryHandler(CountStandings)
export class CountStandingsHandler implements IQueryHandler<CountStandings> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
  ) {}

  async execute({ now }: CountStandings): Promise<readonly StandingCount[]> {
    const counts = await this.events.query<Omit<StandingCount, 'isOver'> & { readonly classIds: readonly string[] }>(
      `select cohort as code, array_agg(distinct class_id) as "classIds",
              count(*) filter (where stands->>'status' = 'MET')::int as met,
              count(*) filter (where stands->>'status' = 'SAFE')::int as safe,
              count(*) filter (where stands->>'status' = 'AT_RISK')::int as "atRisk",
              count(*) filter (where stands->>'status' = 'IMPOSSIBLE')::int as impossible
         from attendance.judged_student group by cohort`,
    );
    const today = localDateInOslo(now);
    const named = await Promise.all(
      counts.map(async ({ classIds, code, ...count }): Promise<StandingCount> => {
        const classes = await Promise.all(classIds.map((id) => this.classes.find(id)));
        const plans = classes.flatMap((one) => (one ? [one.plan] : []));
        // A class that no intake fills is a cohort of its own, judged under its id: people know it by its code.
        const name = classIds.includes(code) ? (plans[0]?.code ?? code) : code;
        return { ...count, code: name, isOver: plans.every(({ endsOn }) => endsOn !== undefined && endsOn < today) };
      }),
    );
    return named.sort((one, other) => (one.code < other.code ? -1 : 1));
  }
}
