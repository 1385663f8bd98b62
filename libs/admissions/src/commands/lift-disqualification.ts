import { type CommandContext, EventStore } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { application } from '../domain/application';
import { liftingPurpose } from '../domain/application.events';
import { type ChangeImpartialityRejection, ImpartialityOrders } from './impartiality-orders';
import type { Result } from './result';

/** An assessor takes part after all, with a reason, by the word of somebody else. */
export class LiftDisqualification extends Command<Result<undefined, ChangeImpartialityRejection>> {
  constructor(
    readonly applicationId: string,
    readonly assessor: string,
    readonly reason: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(LiftDisqualification)
export class LiftDisqualificationHandler implements ICommandHandler<LiftDisqualification> {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly orders: ImpartialityOrders,
  ) {}

  async execute({
    applicationId,
    assessor,
    reason,
    context,
  }: LiftDisqualification): Promise<Result<undefined, ChangeImpartialityRejection>> {
    const { state } = await this.events.load(application, applicationId);
    if (state.status === 'none') return { rejected: { code: 'APPLICATION_UNKNOWN' } };
    const { personId, intake } = state.submitted;
    const [sealed] = await this.people.seal([{ person: personId, purpose: liftingPurpose, value: reason }]);
    const command = {
      type: 'LiftDisqualification',
      data: { assessor, reason: sealed!, by: context.actor },
    } as const;
    const commandId = uuidOf('LiftDisqualification', context.commandId);
    return this.orders.give(intake, { decider: application, id: applicationId, command, commandId }, context);
  }
}
