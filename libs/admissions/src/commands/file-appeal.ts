import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { localDateInOslo, type Rejection } from '@kull/kernel';
import { People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AppealRejection, appeal } from '../domain/appeal';
import { type AppealEvent, type AppealText, appealTextPurpose } from '../domain/appeal.events';
import { AppealedApplications } from './appealed-application';
import { appealId } from './ids';

export type FileAppealRejection = AppealRejection | Rejection<'APPLICATION_UNKNOWN'>;

/** An applicant appeals the decision on their application; the text is sealed under their key. */
export class FileAppeal extends Command<Outcome<AppealEvent, FileAppealRejection>> {
  constructor(
    readonly applicationId: string,
    readonly text: AppealText,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(FileAppeal)
export class FileAppealHandler implements ICommandHandler<FileAppeal> {
  constructor(
    private readonly events: EventStore,
    private readonly applications: AppealedApplications,
    private readonly people: People,
  ) {}

  async execute({ applicationId, text, context }: FileAppeal): Promise<Outcome<AppealEvent, FileAppealRejection>> {
    const found = await this.applications.find(applicationId);
    if (!found) return { rejected: { code: 'APPLICATION_UNKNOWN' } };
    const { decision, personId, intake, applicationNo } = found;
    const [sealed] = await this.people.seal([{ person: personId, purpose: appealTextPurpose, value: text }]);
    const fingerprint = this.people.fingerprint(text);
    const on = localDateInOslo(context.occurredAt);
    const data = { ...(decision && { decision }), on, text: sealed!, fingerprint };
    return this.events.execute(appeal, appealId(intake, applicationNo), { type: 'FileAppeal', data }, context);
  }
}
