import { type CommandContext, EventStore, type Order, type Recorded } from '@kull/event-store';
import { instantInOslo, type LocalDate, localDateInOslo, uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AwayReasons } from '../away-reasons';
import { programmeClass } from '../domain/class';
import { enrolment } from '../domain/enrolment';
import { enrolmentIdOf } from '../domain/ids';
import { type TransferRejection, transferOf } from '../domain/transfer';
import { MakeUpSeats } from '../make-up-seats';

export type TransferOutcome = { readonly accepted: readonly Recorded[] } | { readonly rejected: TransferRejection };

/** The student, the class to leave and the class to enter, from which day, and in free text why. */
export interface TransferWanted {
  readonly classId: string;
  readonly studentNo: string;
  readonly to: string;
  readonly on: LocalDate;
  readonly reason?: string;
}

/** Hands a student on to another class of the intake: both enrolments change, or neither. */
export class TransferStudent extends Command<TransferOutcome> {
  constructor(
    readonly wanted: TransferWanted,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(TransferStudent)
export class TransferStudentHandler implements ICommandHandler<TransferStudent> {
  constructor(
    private readonly events: EventStore,
    private readonly seats: MakeUpSeats,
    private readonly reasons: AwayReasons,
  ) {}

  async execute({ wanted, context }: TransferStudent): Promise<TransferOutcome> {
    const { classId, studentNo, to, on, reason } = wanted;
    const [home, target] = await this.events.loadEach(programmeClass, [classId, to]);
    const enrolmentId = enrolmentIdOf(classId, studentNo);
    const { state: student } = await this.events.load(enrolment, enrolmentId);
    const [from, into] = [
      { classId, state: home!.state },
      { classId: to, state: target!.state },
    ];
    const transfer = transferOf(student, from, into, on);
    if ('rejected' in transfer) return transfer;

    await this.seats.release(to, context);
    const occurredAt = instantInOslo(on);
    const orders: readonly Order[] = [
      // A seat that the student has as a guest of the class is free before the place is taken.
      this.seats.cancellationOf(to, studentNo, localDateInOslo(context.occurredAt), context),
      {
        decider: enrolment,
        id: enrolmentId,
        command: transfer.leave,
        occurredAt,
        reason: await this.reasons.sealed(student, 'StudentTransferred.reason', reason),
      },
      {
        decider: enrolment,
        id: enrolmentIdOf(to, studentNo),
        command: transfer.enter,
        commandId: uuidOf('EnrolStudent', to, context.commandId),
        occurredAt,
      },
    ];
    const outcome = await this.events.executeTogether(orders, context);
    return 'accepted' in outcome ? outcome : { rejected: outcome.rejected as TransferRejection };
  }
}
