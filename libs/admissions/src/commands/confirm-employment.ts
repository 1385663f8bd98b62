import type { CommandContext } from '@kull/event-store';
import { localDateInOslo, uuidOf } from '@kull/kernel';
import { People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { draft } from '../domain/draft';
import type { DraftRejection } from '../domain/draft.commands';
import { type EmployerSigned, employerSignedPurpose } from '../domain/draft.events';
import type { IntakeRejection } from '../domain/intake';
import { DraftAccess } from './draft-access';
import { applicationId, intakeId } from './ids';
import { IntakeAccess } from './intake-access';
import { OwnSubmission } from './own-submission';
import type { Result } from './result';

export type ConfirmEmploymentRejection = DraftRejection | IntakeRejection;

/**
 * Somebody with the link says that the applicant has the post and gets the leave: once. What was sent before is
 * confirmed with it.
 */
export class ConfirmEmployment extends Command<Result<undefined, ConfirmEmploymentRejection>> {
  constructor(
    readonly draftId: string,
    readonly request: number,
    readonly signed: EmployerSigned,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ConfirmEmployment)
export class ConfirmEmploymentHandler implements ICommandHandler<ConfirmEmployment> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly drafts: DraftAccess,
    private readonly submission: OwnSubmission,
    private readonly people: People,
  ) {}

  execute(command: ConfirmEmployment): Promise<Result<undefined, ConfirmEmploymentRejection>> {
    return this.intakes.unlessChanged(() => this.confirm(command));
  }

  private async confirm({
    draftId,
    request,
    signed,
    context,
  }: ConfirmEmployment): Promise<Result<undefined, ConfirmEmploymentRejection>> {
    const { state, answers } = await this.drafts.openNamed(draftId);
    if (state.status === 'none') return { rejected: { code: 'LINK_UNKNOWN' } };
    const { intake, personId, sent } = state;
    const opened = await this.intakes.find(intakeId(intake));
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    const about = this.submission.aboutOf(answers);
    const now = context.occurredAt;
    const [confirmedBy] = await this.people.seal([{ person: personId, purpose: employerSignedPurpose, value: signed }]);
    const command = {
      type: 'ConfirmEmployment',
      data: { request, about, confirmedBy: confirmedBy!, now },
    } as const;
    const application =
      sent?.about === about &&
      (await this.submission.confirmedOrderOf(
        applicationId(intake, sent.applicationNo),
        personId,
        localDateInOslo(now),
      ));
    if (!application) {
      const rejected = await this.drafts.execute(draftId, command, context);
      return rejected ? { rejected } : { done: undefined };
    }
    const commandId = uuidOf('ConfirmEmployment', context.commandId);
    const toDraft = { decider: draft, id: draftId, command, commandId, occurredAt: now };
    const refused = await this.intakes.writeInParts(
      intakeId(intake),
      [toDraft, application],
      () => ({ type: 'TakeInApplications', data: { basis: opened.basis, applications: 1 } }),
      context,
    );
    return refused ? { rejected: refused } : { done: undefined };
  }
}
