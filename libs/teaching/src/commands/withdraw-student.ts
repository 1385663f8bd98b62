import { type CommandContext, EventStore, type Recorded } from '@kull/event-store';
import { instantInOslo, type LocalDate, localDateInOslo } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AwayReasons } from '../away-reasons';
import { type AwayReason, type EnrolmentRejection, enrolment } from '../domain/enrolment';
import { enrolmentIdOf } from '../domain/ids';
import { MakeUpSeats } from '../make-up-seats';
import { Classes } from '../read-models/classes.query';

export type WithdrawalOutcome = { readonly accepted: readonly Recorded[] } | { readonly rejected: EnrolmentRejection };

/** Who stops, from which day, by class of reasons, and in free text why. */
export interface WithdrawalWanted {
  readonly classId: string;
  readonly studentNo: string;
  readonly on: LocalDate;
  readonly reasonClass: AwayReason;
  readonly reason?: string;
}

/** Ends a student's time in the intake: the place, and seats as a guest, are free at once (I-26). */
export class WithdrawStudent extends Command<WithdrawalOutcome> {
  constructor(
    readonly wanted: WithdrawalWanted,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawStudent)
export class WithdrawStudentHandler implements ICommandHandler<WithdrawStudent> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: Classes,
    private readonly seats: MakeUpSeats,
    private readonly reasons: AwayReasons,
  ) {}

  async execute({ wanted, context }: WithdrawStudent): Promise<WithdrawalOutcome> {
    const { classId, studentNo, on, reasonClass, reason } = wanted;
    const id = enrolmentIdOf(classId, studentNo);
    const { state: student } = await this.events.load(enrolment, id);
    if (student.status === 'none') return { rejected: { code: 'NOT_ENROLLED' } };
    const today = localDateInOslo(context.occurredAt);
    const classes = await this.classes.ofIntake(student.intake);
    const outcome = await this.events.executeTogether(
      [
        {
          decider: enrolment,
          id,
          command: { type: 'WithdrawStudent', data: { on, reasonClass } },
          occurredAt: instantInOslo(on),
          reason: await this.reasons.sealed(student, 'StudentWithdrawn.reason', reason),
        },
        ...classes.map((other) => this.seats.cancellationOf(other.classId, studentNo, today, context)),
      ],
      context,
    );
    return 'accepted' in outcome ? outcome : { rejected: outcome.rejected as EnrolmentRejection };
  }
}
