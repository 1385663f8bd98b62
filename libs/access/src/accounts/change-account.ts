import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AccountCommand, type AccountEvent, type AccountRejection, account } from './account';

/** Opens an account, or changes what it may be used for. */
export class ChangeAccount extends Command<Outcome<AccountEvent, AccountRejection>> {
  constructor(
    readonly order: AccountCommand,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeAccount)
export class ChangeAccountHandler implements ICommandHandler<ChangeAccount> {
  constructor(private readonly events: EventStore) {}

  execute({ order, context }: ChangeAccount) {
    return this.events.execute(account, order.data.account, order, context);
  }
}
