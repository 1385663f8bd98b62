import type { CommandContext } from '@kull/event-store';
import type { Rejection } from '@kull/kernel';
import { type Language, People } from '@kull/people';
import { type NationalIdPolicy, parseNationalId } from '@kull/people/national-id';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isOpenAt } from '../domain/draft';
import type { DraftRejection } from '../domain/draft.commands';
import { DraftAccess } from './draft-access';
import { draftId } from './ids';
import { IntakeAccess } from './intake-access';
import type { Result } from './result';
import { NATIONAL_ID_POLICY } from './take-in-applications';

/** Who has begun an application, and the answers so far. */
export interface DraftToSave {
  readonly nationalId: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly email?: string;
  readonly phone?: string;
  readonly language?: Language;
  /** By the name of the field in the form. */
  readonly answers: Readonly<Record<string, string>>;
}

export type SaveDraftRejection = DraftRejection | Rejection<'INTAKE_UNKNOWN' | 'INVALID_NATIONAL_ID'>;

/** Saves what somebody has filled in so far; the same again changes nothing. */
export class SaveDraft extends Command<Result<{ readonly draftId: string }, SaveDraftRejection>> {
  constructor(
    readonly intakeId: string,
    readonly draft: DraftToSave,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SaveDraft)
export class SaveDraftHandler implements ICommandHandler<SaveDraft> {
  constructor(
    private readonly drafts: DraftAccess,
    private readonly intakes: IntakeAccess,
    private readonly people: People,
    @Inject(NATIONAL_ID_POLICY) private readonly policy: NationalIdPolicy,
  ) {}

  async execute({
    intakeId,
    draft: { answers, nationalId, ...person },
    context,
  }: SaveDraft): Promise<Result<{ readonly draftId: string }, SaveDraftRejection>> {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    const known = parseNationalId(nationalId, this.policy);
    if (!known) return { rejected: { code: 'INVALID_NATIONAL_ID' } };
    const { intake, window } = opened.definition;
    const now = context.occurredAt;
    // Nobody is made known to `people` by a draft that is refused.
    if (!isOpenAt(window, now)) return { rejected: { code: 'OUTSIDE_WINDOW' } };
    const { digits, birthDate } = known;
    const [personId] = await this.people.register([{ ...person, nationalId: digits, birthDate, asOf: now }]);
    const id = draftId(intake, personId!);
    const saved = await this.drafts.sealed(personId!, answers);
    const data = { intake, personId: personId!, ...saved, window, now };
    const rejected = await this.drafts.execute(id, { type: 'SaveApplicationDraft', data }, context);
    return rejected ? { rejected } : { done: { draftId: id } };
  }
}
