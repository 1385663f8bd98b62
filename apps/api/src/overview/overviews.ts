import { EventStore } from '@kull/event-store';
import { Clock } from '@kull/kernel';
import { WorkReport } from '@kull/messaging';
import { People } from '@kull/people';
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
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async get(): Promise<Overview> {
    const ask = <T>(query: Query<T>): Promise<T> => this.queries.execute(query);
    const now = this.clock.now();
    const [position, work, addressFaults, ...answers] = await Promise.all([
      this.events.reader.head(),
      this.report.summary(),
      this.people.addressFaultCount(),
      ...sources.map(async (source) => [source.section, await source.ask(ask, now)] as const),
    ]);
    return { ...nothingYet, ...Object.fromEntries(answers), addressFaults, work, position, now };
  }
}

const nothingYet: Omit<Overview, 'position' | 'work' | 'addressFaults' | 'now'> = {
  intakes: undefined,
  classes: undefined,
  attendance: undefined,
  courses: undefined,
  certificates: undefined,
  deliveries: undefined,
  coming: undefined,
  absences: undefined,
  rejectedLines: undefined,
  gradingRequests: undefined,
  reminders: undefined,
};
