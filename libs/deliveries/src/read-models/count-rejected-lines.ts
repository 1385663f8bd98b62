import { EventStore } from '@kull/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** How many lines the association has rejected that nobody has put right, or back, since (domain.md 9). */
export class CountRejectedLines extends Query<number> {}

const REJECTED = `
  select count(*)::integer as count from sent_line_v2 l
   where l.is_rejected and not l.is_requeued
     and not exists (select from sent_line_v2 o where o.number = l.number and o.line_no = l.line_no and o.seq > l.seq)`;

@QueryHandler(CountRejectedLines)
export class CountRejectedLinesHandler implements IQueryHandler<CountRejectedLines> {
  constructor(private readonly events: EventStore) {}

  async execute(): Promise<number> {
    const [row] = await this.events.query<{ readonly count: number }>(REJECTED);
    return row!.count;
  }
}
