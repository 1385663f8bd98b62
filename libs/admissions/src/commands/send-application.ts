import type { CommandContext } from '@kull/event-store';
import { type Rejection, uuidOf } from '@kull/kernel';
import { People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { faultsIn, formParts } from '../domain/application-form';
import { draft, isOpenAt } from '../domain/draft';
import type { DraftRejection } from '../domain/draft.commands';
import type { IntakeRejection } from '../domain/intake';
import { DraftAccess } from './draft-access';
import { ownApplicationNo } from './ids';
import { IntakeAccess } from './intake-access';
import { OwnSubmission } from './own-submission';
import type { Result } from './result';

/** `APPLICATION_INCOMPLETE`: something that selection needs has not been filled in, or is wrong. */
export type SendApplicationRejection = IntakeRejection | DraftRejection | Rejection<'APPLICATION_INCOMPLETE'>;

/**
 * Sends somebody's own application as it has been saved: the same command as a row of `applications.csv` leads to.
 * Sent again before the deadline, it replaces what was sent before.
 */
export class SendApplication extends Command<Result<{ readonly applicationNo: string }, SendApplicationRejection>> {
  constructor(
    readonly intakeId: string,
    readonly personId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SendApplication)
export class SendApplicationHandler implements ICommandHandler<SendApplication> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly drafts: DraftAccess,
    private readonly submission: OwnSubmission,
    private readonly people: People,
  ) {}

  execute(command: SendApplication): Promise<Result<{ readonly applicationNo: string }, SendApplicationRejection>> {
    return this.intakes.unlessChanged(() => this.send(command));
  }

  private async send({
    intakeId,
    personId,
    context,
  }: SendApplication): Promise<Result<{ readonly applicationNo: string }, SendApplicationRejection>> {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    const { definition, basis } = opened;
    const { intake, window } = definition;
    const now = context.occurredAt;
    if (!isOpenAt(window, now)) return { rejected: { code: 'OUTSIDE_WINDOW' } };
    if (opened.status !== 'open') return { rejected: { code: 'INTAKE_DECIDED' } };
    const { id, state, answers } = await this.drafts.open(intake, personId);
    if (state.status === 'none' || !state.saved) return { rejected: { code: 'DRAFT_UNKNOWN' } };
    const { familyName, givenNames, hprNumber } = (await this.people.profiles([personId])).get(personId)!;
    const isWrong = formParts.some((part) => faultsIn(part, answers, definition, familyName === '').length > 0);
    if (isWrong) return { rejected: { code: 'APPLICATION_INCOMPLETE' } };

    const applicationNo = ownApplicationNo(intake, personId);
    const about = this.submission.aboutOf(answers);
    const { confirmation, saved, sent } = state;
    const order = await this.submission.orderOf(answers, {
      intake,
      personId,
      applicationNo,
      // What is sent again as it was, was sent then.
      submittedAt: sent?.fingerprint === saved.fingerprint ? sent.sentAt : now,
      familyName,
      givenNames,
      ...(confirmation?.about === about && { employerConfirmedOn: confirmation.confirmedOn }),
    });
    if (!order) return { done: { applicationNo } };
    if (answers.hpr_number && answers.hpr_number !== hprNumber)
      await this.people.rectify(personId, { hprNumber: answers.hpr_number });
    const data = { applicationNo, fingerprint: saved.fingerprint, about, window, now };
    const toDraft = {
      decider: draft,
      id,
      command: { type: 'SendDraft' as const, data },
      commandId: uuidOf('SendDraft', order.commandId!),
      occurredAt: now,
    };
    const refused = await this.intakes.writeInParts(
      intakeId,
      [order, toDraft],
      () => ({ type: 'TakeInApplications', data: { basis, applications: 1 } }),
      { ...context, source: 'application-form' },
    );
    return refused ? { rejected: refused } : { done: { applicationNo } };
  }
}
