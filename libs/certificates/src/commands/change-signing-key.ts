import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type SigningKeyCommand, type SigningKeyRejection, signingKeys } from '../domain/signing-key';
import type { SigningKeyEvent } from '../domain/signing-key.events';

/** Activates or revokes a key that signs. The key itself lies in the folder already. */
export class ChangeSigningKey extends Command<Outcome<SigningKeyEvent, SigningKeyRejection>> {
  constructor(
    readonly order: SigningKeyCommand,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeSigningKey)
export class ChangeSigningKeyHandler implements ICommandHandler<ChangeSigningKey> {
  constructor(private readonly events: EventStore) {}

  execute({ order, context }: ChangeSigningKey) {
    return this.events.execute(signingKeys, order.data.use, order, context);
  }
}
