import type { CommandContext } from '@kull/event-store';
import { type Rejection, uuidOf } from '@kull/kernel';
import { OwnContact, People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answers, answered, type FormFault, type FormPart, faultsIn } from '../domain/application-form';
import { isOpenAt } from '../domain/draft';
import type { DraftRejection } from '../domain/draft.commands';
import { DraftAccess } from './draft-access';
import { IntakeAccess } from './intake-access';
import type { Result } from './result';

export type OwnDraftRejection = DraftRejection | Rejection<'INTAKE_UNKNOWN'>;

/** Saves one part of somebody's own application as it was filled in, whatever is wrong with it, and says what is. */
export class SaveOwnDraft extends Command<
  Result<{ readonly answers: Answers; readonly faults: readonly FormFault[] }, OwnDraftRejection>
> {
  constructor(
    readonly intakeId: string,
    readonly personId: string,
    readonly part: FormPart,
    readonly given: Answers,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SaveOwnDraft)
export class SaveOwnDraftHandler implements ICommandHandler<SaveOwnDraft> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly drafts: DraftAccess,
    private readonly people: People,
    private readonly contact: OwnContact,
  ) {}

  async execute({ intakeId, personId, part, given, context }: SaveOwnDraft) {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } } as const;
    const { intake, window } = opened.definition;
    const now = context.occurredAt;
    if (!isOpenAt(window, now)) return { rejected: { code: 'OUTSIDE_WINDOW' } } as const;
    const before = await this.drafts.open(intake, personId);
    const profile = (await this.people.profiles([personId])).get(personId)!;
    const answers = answered(before.answers, part, given);
    const faults = faultsIn(part, answers, opened.definition, profile.familyName === '');
    const data = { intake, personId, ...(await this.drafts.sealed(personId, answers)), window, now };
    const rejected = await this.drafts.execute(before.id, { type: 'SaveApplicationDraft', data }, context);
    if (rejected) return { rejected };
    if (part === 'ABOUT' && faults.length === 0) await this.keepContact(personId, answers, context);
    return { done: { answers, faults } };
  }

  /** Address and language as whoever changes them on their own page does: it is an event, and the address before is told. */
  private async keepContact(personId: string, answers: Answers, context: CommandContext): Promise<void> {
    const { email, language } = answers;
    if (email) {
      const commandId = uuidOf('ChangeContact', context.commandId);
      const refused = await this.contact.change(personId, { email, language }, { ...context, commandId });
      if (refused) throw new Error(`a form without faults was refused with ${refused}`);
    }
    await this.people.rectify(personId, namesIn(answers));
  }
}

/** The telephone, and a name only where the log-in gave none. */
const namesIn = ({ phone, family_name, given_names }: Answers) => ({
  ...(phone && { phone }),
  ...(family_name && { familyName: family_name }),
  ...(given_names && { givenNames: given_names }),
});
