import { type CommandContext, EventStore, type Fence } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { IntakeRejection } from '../domain/intake';
import { roundOf } from '../domain/intake-definition';
import { type RoundCommand, type RoundRejection, round } from '../domain/round';
import { roundId } from './ids';
import { IntakeAccess } from './intake-access';
import type { Result, RoundUnknown } from './result';

export type SendingRejection = IntakeRejection | RoundRejection | RoundUnknown;

/** What is said of a round that sends itself: approved by the office, taken back by it, or stopped when its time came. */
export type SendingAct =
  | { readonly act: 'approve' }
  | { readonly act: 'withdraw' }
  | { readonly act: 'stop'; readonly code: string; readonly fence: Fence };

/** Approves that a round sends itself at its `offersAt`, takes that back, or notes that it could not (ux.md A5). */
export class SetRoundSending extends Command<Result<Record<string, never>, SendingRejection>> {
  constructor(
    readonly intakeId: string,
    readonly round: number,
    readonly what: SendingAct,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SetRoundSending)
export class SetRoundSendingHandler implements ICommandHandler<SetRoundSending> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly events: EventStore,
  ) {}

  async execute(command: SetRoundSending): Promise<Result<Record<string, never>, SendingRejection>> {
    const { intakeId, round: number, what, context } = command;
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    const { definition } = opened;
    const planned = roundOf(definition, number);
    if (!planned) return { rejected: { code: 'ROUND_UNKNOWN' } };
    const id = roundId(definition.intake, number);
    const of = { intake: definition.intake, round: number };
    const order: Readonly<Record<SendingAct['act'], () => RoundCommand>> = {
      approve: () => ({
        type: 'ApproveRoundSending',
        data: { ...of, sendAt: planned.offersAt, now: context.occurredAt },
      }),
      withdraw: () => ({ type: 'WithdrawRoundSending', data: of }),
      stop: () => ({ type: 'StopRoundSending', data: { ...of, code: what.act === 'stop' ? what.code : '' } }),
    };
    const outcome = await this.events.execute(round, id, order[what.act](), context, {
      ...(what.act === 'stop' && { fence: what.fence }),
    });
    return 'rejected' in outcome ? { rejected: outcome.rejected as SendingRejection } : { done: {} };
  }
}
