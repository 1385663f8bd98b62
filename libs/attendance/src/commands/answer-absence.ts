import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { absence } from '../domain/absence';
import type {
  AbsenceRejection,
  ApproveCompensation,
  ExcuseAbsence,
  RefuseAbsence,
  WithdrawAbsence,
} from '../domain/absence.commands';
import type { AbsenceEvent } from '../domain/absence.events';

export type AnswerToAbsence = ExcuseAbsence | RefuseAbsence | WithdrawAbsence | ApproveCompensation;

/** Decides a report of absence, takes it back, or puts work in place of it on record. */
export class AnswerAbsence extends Command<Outcome<AbsenceEvent, AbsenceRejection>> {
  constructor(
    readonly absenceId: string,
    readonly answer: AnswerToAbsence,
    readonly context: CommandContext,
    readonly seenVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(AnswerAbsence)
export class AnswerAbsenceHandler implements ICommandHandler<AnswerAbsence> {
  constructor(private readonly events: EventStore) {}

  execute({ absenceId, answer, context, seenVersion }: AnswerAbsence) {
    return this.events.execute(absence, absenceId, answer, context, { seenVersion });
  }
}
