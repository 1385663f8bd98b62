import type { CommandContext } from '@kull/event-store';
import type { Rejection } from '@kull/kernel';
import { People } from '@kull/people';
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
    if (part === 'ABOUT' && faults.length === 0) await this.people.rectify(personId, contactIn(answers));
    return { done: { answers, faults } };
  }
}

/** How somebody is reached from now on; a name only where the log-in gave none. */
const contactIn = ({ email, phone, language, family_name, given_names }: Answers) => ({
  ...(email && { email }),
  ...(phone && { phone }),
  ...(language && { language: language as 'nb' | 'nn' | 'en' }),
  ...(family_name && { familyName: family_name }),
  ...(given_names && { givenNames: given_names }),
});
