import { EventStore } from '@kull/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** How many requests for reasons and appeals of results wait for the office. */
export class CountGradingRequests extends Query<number> {}

@QueryHandler(CountGradingRequests)
export class CountGradingRequestsHandler implements IQueryHandler<CountGradingRequests> {
  constructor(private readonly events: EventStore) {}

  async execute(): Promise<number> {
    const [row] = await this.events.query<{ readonly count: number }>(
      'select count(*)::integer as count from grading_request_v1 where handled_at is null',
    );
    return row!.count;
  }
}
