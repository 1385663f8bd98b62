import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { certificateShare, type ShareEvent, type ShareRejection } from '../domain/share';

/** Somebody who knows the link looks at the certificate: counted. */
export class OpenShare extends Command<Outcome<ShareEvent, ShareRejection>> {
  constructor(
    readonly shareId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenShare)
export class OpenShareHandler implements ICommandHandler<OpenShare> {
  constructor(private readonly events: EventStore) {}

  execute({ shareId, context }: OpenShare): Promise<Outcome<ShareEvent, ShareRejection>> {
    const command = { type: 'OpenShare', data: { at: context.occurredAt } } as const;
    return this.events.execute(certificateShare, shareId, command, context);
  }
}
