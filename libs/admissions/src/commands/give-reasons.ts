import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { localDateInOslo } from '@kull/kernel';
import { People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { appeal } from '../domain/appeal';
import { type AppealEvent, statementPurpose } from '../domain/appeal.events';
import { AppealedApplications } from './appealed-application';
import type { FileAppealRejection } from './file-appeal';
import { appealId } from './ids';

/** Further reasons for a decision, as the applicant received them: a new period to appeal runs from that day (I-19). */
export class GiveReasons extends Command<Outcome<AppealEvent, FileAppealRejection>> {
  constructor(
    readonly applicationId: string,
    readonly text: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GiveReasons)
export class GiveReasonsHandler implements ICommandHandler<GiveReasons> {
  constructor(
    private readonly events: EventStore,
    private readonly applications: AppealedApplications,
    private readonly people: People,
  ) {}

  async execute({ applicationId, text, context }: GiveReasons): Promise<Outcome<AppealEvent, FileAppealRejection>> {
    const found = await this.applications.find(applicationId);
    if (!found) return { rejected: { code: 'APPLICATION_UNKNOWN' } };
    const { decision, personId, intake, applicationNo } = found;
    const [sealed] = await this.people.seal([{ person: personId, purpose: statementPurpose, value: text }]);
    const fingerprint = this.people.fingerprint(text);
    const on = localDateInOslo(context.occurredAt);
    const data = { ...(decision && { decision }), on, text: sealed!, fingerprint };
    return this.events.execute(appeal, appealId(intake, applicationNo), { type: 'GiveReasons', data }, context);
  }
}
