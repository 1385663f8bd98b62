import type { CommandContext } from '@kull/event-store';
import type { Rejection } from '@kull/kernel';
import { People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { faultsIn } from '../domain/application-form';
import { type EmployerAddress, employerAddressPurpose } from '../domain/draft.events';
import { DraftAccess } from './draft-access';
import { IntakeAccess } from './intake-access';
import { OwnSubmission } from './own-submission';
import type { Result } from './result';
import type { OwnDraftRejection } from './save-own-draft';

/** `POST_MISSING`: there is no post yet that could be confirmed. */
export type AskEmployerRejection = OwnDraftRejection | Rejection<'POST_MISSING'>;

/** Has a link sent to the applicant's leader, by which the post and the leave are confirmed once (W3). */
export class AskEmployer extends Command<Result<undefined, AskEmployerRejection>> {
  constructor(
    readonly intakeId: string,
    readonly personId: string,
    readonly recipient: EmployerAddress,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AskEmployer)
export class AskEmployerHandler implements ICommandHandler<AskEmployer> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly drafts: DraftAccess,
    private readonly submission: OwnSubmission,
    private readonly people: People,
  ) {}

  async execute({ intakeId, personId, recipient, context }: AskEmployer) {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } } as const;
    const { intake, window } = opened.definition;
    const { id, answers } = await this.drafts.open(intake, personId);
    const faults = faultsIn('LEADER_ROLE', answers, opened.definition, false);
    if (faults.length > 0) return { rejected: { code: 'POST_MISSING' } } as const;
    const purpose = employerAddressPurpose;
    const [sealed] = await this.people.seal([{ person: personId, purpose, value: recipient }]);
    const about = this.submission.aboutOf(answers);
    const data = { recipient: sealed!, about, window, now: context.occurredAt };
    const rejected = await this.drafts.execute(id, { type: 'AskEmployer', data }, context);
    return rejected ? { rejected } : { done: undefined };
  }
}
