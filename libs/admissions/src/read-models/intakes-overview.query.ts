import { EventStore } from '@kull/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { IntakeDefinition } from '../domain/intake-definition';

/** An intake in numbers, for the first page. */
export interface IntakeOverview {
  readonly code: string;
  readonly places: number;
  readonly taken: number;
  readonly openOffers: number;
  readonly free: number;
  /** Earmarked for physicians and not released. */
  readonly earmarked: number;
  /** Applicants without a place or an open offer who still wait for one; none before the first offers. */
  readonly waiting: number;
  /** Rounds that should have sent themselves and could not: somebody has to look. */
  readonly roundsStopped: number;
}

/** All intakes in numbers, by code. */
export class GetIntakesOverview extends Query<readonly IntakeOverview[]> {}

interface Row {
  readonly code: string;
  readonly definition: IntakeDefinition;
  readonly taken: number;
  readonly open: number;
  readonly released: number;
  readonly waiting: number;
  readonly roundsStopped: number;
}

@QueryHandler(GetIntakesOverview)
export class GetIntakesOverviewHandler implements IQueryHandler<GetIntakesOverview> {
  constructor(private readonly events: EventStore) {}

  async execute(): Promise<readonly IntakeOverview[]> {
    const rows = await this.events.query<Row>(
      `select i.code, i.definition,
              (select count(*)::integer from application_v1 a where a.intake = i.code and a.held_class is not null) as taken,
              (select count(*)::integer from offer_v1 o where o.intake = i.code and o.outcome is null) as open,
              (select coalesce(sum(places), 0)::integer from earmarked_release_v1 r where r.intake = i.code) as released,
              (select count(*)::integer from round_sending_v1 s
                where s.intake = i.code and s.status = 'stopped') as "roundsStopped",
              (select count(*)::integer from application_v1 a
                where i.status <> 'open' and a.intake = i.code and a.total is not null and a.held_class is null
                  and a.limit_no > 1
                  and not exists (select from offer_v1 o where o.application = a.id and o.outcome is null)) as waiting
         from intake_v1 i order by i.code collate "C"`,
    );
    return rows.map(({ code, definition: { classes }, taken, open, released, waiting, roundsStopped }) => {
      const places = classes.reduce((sum, { capacity }) => sum + capacity, 0);
      const earmarked = classes.reduce((sum, one) => sum + one.earmarkedPhysicianPlaces, 0) - released;
      return { code, places, taken, openOffers: open, free: places - taken - open, earmarked, waiting, roundsStopped };
    });
  }
}
