import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { absence, absenceIdOf } from '../domain/absence';
import type { AbsenceRejection } from '../domain/absence.commands';
import type { AbsenceEvent } from '../domain/absence.events';
import type { ExcuseCode } from '../domain/mark';

/** What is said of an absence. */
export interface AbsenceTold {
  readonly classId: string;
  readonly studentNo: string;
  readonly sessions: readonly string[];
  readonly reasonCode: ExcuseCode;
}

export type AbsenceOutcome =
  | Outcome<AbsenceEvent, AbsenceRejection>
  | { readonly rejected: { readonly code: 'CLASS_NOT_PLANNED' } };

/** Reports that a student is away from sessions of the class. */
export class ReportAbsence extends Command<{ readonly id: string; readonly outcome: AbsenceOutcome }> {
  constructor(
    readonly told: AbsenceTold,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReportAbsence)
export class ReportAbsenceHandler implements ICommandHandler<ReportAbsence> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
  ) {}

  async execute({ told, context }: ReportAbsence) {
    const { classId, studentNo } = told;
    const id = absenceIdOf(classId, studentNo, context.commandId);
    const found = await this.classes.find(classId);
    if (!found) return { id, outcome: { rejected: { code: 'CLASS_NOT_PLANNED' } } } as const;
    const student = (await this.classes.students(classId)).find((one) => one.studentNo === studentNo);
    const data = {
      ...told,
      absenceId: id,
      ...(student && { personId: student.personId }),
      planned: found.plan.course?.sessions ?? [],
      reportedBy: context.actor,
      at: context.occurredAt,
    };
    return { id, outcome: await this.events.execute(absence, id, { type: 'ReportAbsence', data }, context) };
  }
}
