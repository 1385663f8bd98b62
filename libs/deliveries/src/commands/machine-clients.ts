import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type MachineClientCommand,
  type MachineClientEvent,
  type MachineClientRejection,
  machineClient,
} from '../domain/machine-client';

/** Registers a program, gives it other keys, or suspends it. */
export class ChangeMachineClient extends Command<Outcome<MachineClientEvent, MachineClientRejection>> {
  constructor(
    readonly order: MachineClientCommand,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeMachineClient)
export class ChangeMachineClientHandler implements ICommandHandler<ChangeMachineClient> {
  constructor(private readonly events: EventStore) {}

  execute({ order, context }: ChangeMachineClient) {
    return this.events.execute(machineClient, order.data.clientId, order, context);
  }
}
