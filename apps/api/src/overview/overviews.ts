import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { type Query, QueryBus } from '@nestjs/cqrs';
import type { Overview } from './overview';
import { sources } from './sources';

/** Asks each context for its counts. */
@Injectable()
export class Overviews {
  constructor(
    private readonly queries: QueryBus,
    private readonly events: EventStore,
  ) {}

  async get(): Promise<Overview> {
    const ask = <T>(query: Query<T>): Promise<T> => this.queries.execute(query);
    const [position, ...answers] = await Promise.all([
      this.events.reader.head(),
      ...sources.map(async (source) => [source.section, await source.ask(ask)] as const),
    ]);
    return { ...nothingYet, ...Object.fromEntries(answers), position };
  }
}

const nothingYet: Omit<Overview, 'position'> = {
  intakes: undefined,
  classes: undefined,
  courses: undefined,
  certificates: undefined,
  deliveries: undefined,
  work: undefined,
};
