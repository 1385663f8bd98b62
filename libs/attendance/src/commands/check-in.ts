import type { CommandContext } from '@kull/event-store';
import { type Rejection, uuidOf } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { occasionOf, runningSession } from '../domain/at-door';
import type { DoorRefusal } from '../domain/door-decision';
import type { MarkCode } from '../domain/mark-answers';
import { Door } from '../door';
import { RecordMarks } from './record-marks';

/** What became of a student's own mark. */
export interface CheckedIn {
  readonly id: string;
  readonly session: string;
  readonly status: 'recorded' | 'unchanged' | 'conflict';
}

/**
 * `NO_SESSION_NOW`: no session of the class, or not the one that was named, can be checked in to at this time.
 * `class`: where the student belongs.
 */
export type CheckInRejection =
  | Rejection<'CLASS_NOT_PLANNED' | 'NO_SESSION_NOW' | Exclude<MarkCode | DoorRefusal, 'OTHER_CLASS'>>
  | (Rejection<'OTHER_CLASS'> & { readonly class: string });

export type CheckInOutcome = { readonly checkedIn: CheckedIn } | { readonly rejected: CheckInRejection };

/**
 * A student marks themselves as present in the session that is running. The instant of the context is when: no clock of
 * the student's is asked. A student checks in to a session once; what comes again changes nothing.
 */
export class CheckIn extends Command<CheckInOutcome> {
  constructor(
    readonly classId: string,
    readonly own: { readonly id: string; readonly code: string; readonly session?: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CheckIn)
export class CheckInHandler implements ICommandHandler<CheckIn> {
  constructor(
    private readonly commands: CommandBus,
    private readonly classes: ClassDirectory,
    private readonly door: Door,
  ) {}

  async execute({ classId, own, context }: CheckIn): Promise<CheckInOutcome> {
    const planned = await this.classes.find(classId);
    if (!planned) return { rejected: { code: 'CLASS_NOT_PLANNED' } };
    const session = runningSession(planned, context.occurredAt, own.session);
    if (!session) return { rejected: { code: 'NO_SESSION_NOW' } };
    const [decision] = await this.door.decide(planned.plan, occasionOf(classId, session), [own.code]);
    switch (decision!.outcome) {
      case 'OTHER_CLASS':
        return { rejected: { code: 'OTHER_CLASS', class: decision!.class } };
      case 'NOT_A_CODE':
      case 'UNKNOWN_CODE':
      case 'REVOKED_CODE':
        return { rejected: { code: decision!.outcome } };
      case 'EXPECTED':
        return this.mark(classId, session.code, own.id, decision!.student.student.studentNo, context);
    }
  }

  private async mark(
    classId: string,
    session: string,
    id: string,
    studentNo: string,
    context: CommandContext,
  ): Promise<CheckInOutcome> {
    const mark = {
      id: uuidOf('CheckIn', classId, session, studentNo),
      session,
      studentNo,
      presence: 'PRESENT',
      observedBy: studentNo,
      observedAt: context.occurredAt,
      source: 'SELF',
    };
    const outcome = await this.commands.execute(new RecordMarks(classId, [mark], context));
    if ('rejected' in outcome) return outcome;
    const answer = outcome.answers[0]!;
    if (answer.status !== 'rejected') return { checkedIn: { id, session, status: answer.status } };
    // Of this id there is only the same student's check-in to the same session, at an earlier minute.
    if (answer.code === 'MARK_DIFFERS') return { checkedIn: { id, session, status: 'unchanged' } };
    if (answer.code === 'OTHER_CLASS') return { rejected: { code: 'OTHER_CLASS', class: answer.otherClass!.code } };
    return { rejected: { code: answer.code } };
  }
}
