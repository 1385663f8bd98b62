import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { certificateShare, type ShareEvent, type ShareRejection } from '../domain/share';

/** Takes a link to a certificate out of use. */
export class RevokeShare extends Command<Outcome<ShareEvent, ShareRejection>> {
  constructor(
    readonly shareId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RevokeShare)
export class RevokeShareHandler implements ICommandHandler<RevokeShare> {
  constructor(private readonly events: EventStore) {}

  execute({ shareId, context }: RevokeShare): Promise<Outcome<ShareEvent, ShareRejection>> {
    return this.events.execute(certificateShare, shareId, { type: 'RevokeShare', data: {} }, context);
  }
}
