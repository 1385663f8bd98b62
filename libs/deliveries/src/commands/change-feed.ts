import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { feed } from '../domain/feed';
import type { FeedRejection, NoteOverdue, RequeueRecords, SetFeedTerms } from '../domain/feed.commands';
import type { FeedEvent } from '../domain/feed.events';

/** One order for a feed that needs nothing looked up. */
export class ChangeFeed extends Command<Outcome<FeedEvent, FeedRejection>> {
  constructor(
    readonly feedId: string,
    readonly order: RequeueRecords | SetFeedTerms | NoteOverdue,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeFeed)
export class ChangeFeedHandler implements ICommandHandler<ChangeFeed> {
  constructor(private readonly events: EventStore) {}

  execute({ feedId, order, context }: ChangeFeed) {
    return this.events.execute(feed, feedId, order, context);
  }
}
