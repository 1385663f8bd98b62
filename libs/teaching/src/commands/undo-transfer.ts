import { type CommandContext, EventStore, type Order, type Recorded } from '@kull/event-store';
import { instantInOslo, uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AwayReasons } from '../away-reasons';
import { enrolment } from '../domain/enrolment';
import { enrolmentIdOf } from '../domain/ids';
import type { UndoRejection } from '../domain/undone-transfer';
import { MakeUpSeats } from '../make-up-seats';
import { TransferUndos } from '../transfer-undos';

export type UndoOutcome = { readonly accepted: readonly Recorded[] } | { readonly rejected: UndoRejection };

/** The student, the class that they were moved from, and in free text why it is undone. */
export interface UndoWanted {
  readonly classId: string;
  readonly studentNo: string;
  readonly reason?: string;
}

/** Undoes a student's last transfer from a class: both enrolments are as before it, or nothing is changed. */
export class UndoTransfer extends Command<UndoOutcome> {
  constructor(
    readonly wanted: UndoWanted,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(UndoTransfer)
export class UndoTransferHandler implements ICommandHandler<UndoTransfer> {
  constructor(
    private readonly events: EventStore,
    private readonly undos: TransferUndos,
    private readonly seats: MakeUpSeats,
    private readonly reasons: AwayReasons,
  ) {}

  async execute({ wanted, context }: UndoTransfer): Promise<UndoOutcome> {
    const { classId, studentNo, reason } = wanted;
    const found = await this.undos.of(classId, studentNo);
    if ('rejected' in found) return found;
    const { student, to, undone } = found;

    await this.seats.release(classId, context);
    const occurredAt = instantInOslo(undone.on);
    const orders: readonly Order[] = [
      {
        decider: enrolment,
        id: enrolmentIdOf(to, studentNo),
        command: undone.takeBack,
        occurredAt,
        reason: await this.reasons.sealed(student, 'StudentTransferred.reason', reason),
      },
      {
        decider: enrolment,
        id: enrolmentIdOf(classId, studentNo),
        command: undone.restore,
        commandId: uuidOf('RestoreStudent', classId, context.commandId),
        occurredAt,
      },
    ];
    const outcome = await this.events.executeTogether(orders, context);
    return 'accepted' in outcome ? outcome : { rejected: outcome.rejected as UndoRejection };
  }
}
