import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { localDateInOslo } from '@kull/kernel';
import { People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { appeal } from '../domain/appeal';
import { type AppealEvent, type AppealOutcome, appealReasonsPurpose } from '../domain/appeal.events';
import { AppealedApplications } from './appealed-application';
import type { FileAppealRejection } from './file-appeal';
import { appealId } from './ids';

/** An appeal is decided, with reasons, by somebody who had no part in what is appealed (I-20). */
export class DecideAppeal extends Command<Outcome<AppealEvent, FileAppealRejection>> {
  constructor(
    readonly applicationId: string,
    readonly outcome: AppealOutcome,
    readonly reasons: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DecideAppeal)
export class DecideAppealHandler implements ICommandHandler<DecideAppeal> {
  constructor(
    private readonly events: EventStore,
    private readonly applications: AppealedApplications,
    private readonly people: People,
  ) {}

  async execute({
    applicationId,
    outcome,
    reasons,
    context,
  }: DecideAppeal): Promise<Outcome<AppealEvent, FileAppealRejection>> {
    const found = await this.applications.find(applicationId);
    if (!found) return { rejected: { code: 'APPLICATION_UNKNOWN' } };
    const { personId, intake, applicationNo, madeBy } = found;
    const [sealed] = await this.people.seal([{ person: personId, purpose: appealReasonsPurpose, value: reasons }]);
    const on = localDateInOslo(context.occurredAt);
    const data = { on, by: context.actor, notBy: madeBy, outcome, reasons: sealed! };
    return this.events.execute(appeal, appealId(intake, applicationNo), { type: 'DecideAppeal', data }, context);
  }
}
