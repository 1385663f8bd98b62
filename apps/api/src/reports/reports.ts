import { GetIntakesOverview } from '@kull/admissions';
import { EventStore } from '@kull/event-store';
import { Clock } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Dimension, indicatorsBy } from './indicators';
import type { Report } from './report';
import { ReportedFacts } from './reported-facts';
import { withoutSmallCells } from './small-cells';

/** Makes reports (ux.md A12). */
@Injectable()
export class Reports {
  constructor(
    private readonly facts: ReportedFacts,
    private readonly queries: QueryBus,
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  async of(by: Dimension, intake?: string): Promise<Report> {
    // Asked for first: what comes meanwhile is in the figures and after the position, never the other way round.
    const position = await this.events.reader.head();
    const [facts, intakes] = await Promise.all([this.facts.of(intake), this.queries.execute(new GetIntakesOverview())]);
    const { rows, total } = indicatorsBy(by, facts);
    return {
      by,
      intake: intake ?? null,
      ...withoutSmallCells(rows, total),
      madeAt: this.clock.now(),
      position,
      intakes: intakes.map(({ code }) => code),
    };
  }
}
