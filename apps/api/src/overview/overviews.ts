import { EventStore } from '@kull/event-store';
import { WorkReport } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { type Query, QueryBus } from '@nestjs/cqrs';
import type { Overview } from './overview';
import { sources } from './sources';

/** Asks each context for its counts, and the messaging for what the workers do. */
@Injectable()
export class Overviews {
  constructor(
    private readonly queries: QueryBus,
    private readonly events: EventStore,
    private readonly report: WorkReport,
  ) {}

  async get(): Promise<Overview> {
    const ask = <T>(query: Query<T>): Promise<T> => this.queries.execute(query);
    const [position, work, ...answers] = await Promise.all([
      this.events.reader.head(),
      this.report.summary(),
      ...sources.map(async (source) => [source.section, await source.ask(ask)] as const),
    ]);
    return { ...nothingYet, ...Object.fromEntries(answers), work, position };
  }
}

const nothingYet: Omit<Overview, 'position' | 'work'> = {
  intakes: undefined,
  classes: undefined,
  attendance: undefined,
  courses: undefined,
  certificates: undefined,
  deliveries: undefined,
};
