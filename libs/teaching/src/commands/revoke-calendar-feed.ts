import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CalendarFeedEvent, type CalendarFeedRejection, calendarFeed } from '../domain/calendar-feed';

/** Takes the address of a calendar out of use. */
export class RevokeCalendarFeed extends Command<Outcome<CalendarFeedEvent, CalendarFeedRejection>> {
  constructor(
    readonly feedId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RevokeCalendarFeed)
export class RevokeCalendarFeedHandler implements ICommandHandler<RevokeCalendarFeed> {
  constructor(private readonly events: EventStore) {}

  execute({ feedId, context }: RevokeCalendarFeed): Promise<Outcome<CalendarFeedEvent, CalendarFeedRejection>> {
    return this.events.execute(calendarFeed, feedId, { type: 'RevokeCalendarFeed', data: {} }, context);
  }
}
