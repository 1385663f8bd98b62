import { type LetterContent, renderLetterAnyway } from '@kull/documents';
import { type CommandContext, EventStore, type ExecuteOptions } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { People } from '@kull/people';
import { Inject, Injectable } from '@nestjs/common';
import { type Letter, letter } from '../domain/letter';
import type { LetterDue } from '../domain/letters-due';
import { LetterStore } from '../letter-store';
import { letterText } from '../words/letters/letter-text';
import { ApplicationLetters, type LetteredApplication } from './application-letters';

/** Who letters are from, and where they are answered. */
export interface LetterHead {
  readonly organiser: string;
  readonly signatory: { readonly name: string; readonly role: string };
  /** The address of the service: what stands before `/vedtak`. */
  readonly service: string;
}

export const LETTER_HEAD = Symbol('letter head');

/** A letter that is on record. */
export type KeptLetter = Extract<Letter, { status: 'written' }>;

/** Writes letters, each once: bytes first, then the event that names their hash. */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly store: LetterStore,
    private readonly letters: ApplicationLetters,
    @Inject(LETTER_HEAD) private readonly head: LetterHead,
  ) {}

  /** The letter as it was written first; undefined when its applicant has been forgotten. */
  async write(
    of: LetteredApplication,
    due: LetterDue,
    context: CommandContext,
    options?: Pick<ExecuteOptions, 'fence'>,
  ): Promise<KeptLetter | undefined> {
    const { state } = await this.events.load(letter, due.id);
    if (state.status === 'written') return state;
    const { personId, intake, applicationNo } = of.application.submitted;
    const [profiles, told] = await Promise.all([this.people.profiles([personId]), this.letters.told(of, due)]);
    const profile = profiles.get(personId);
    if (!profile || !told) return undefined;
    const language = profile.language ?? 'nb';
    const { organiser, signatory, service } = this.head;
    const content: LetterContent = {
      language,
      organiser,
      recipient: `${profile.givenNames} ${profile.familyName}`,
      ...letterText(language, told, service),
      signatory,
      // The day of the letter, not of the writing: the same letter is the same bytes whenever it is written.
      writtenAt: `${due.on}T12:00:00.000Z`,
    };
    const sha256 = await this.store.keep(personId, renderLetterAnyway(content));
    const data = { intake, applicationNo, personId, kind: due.kind, about: due.about, language };
    const command = { type: 'WriteLetter', data: { ...data, writtenAt: context.occurredAt, sha256 } } as const;
    const named = { ...context, commandId: uuidOf('WriteLetter', due.id, sha256) };
    const outcome = await this.events.execute(letter, due.id, command, named, options);
    if ('rejected' in outcome) throw new Error(`letter ${due.id}: ${outcome.rejected.code}`);
    // Somebody else may have written it meanwhile; theirs stays.
    const written = (await this.events.load(letter, due.id)).state;
    return written.status === 'written' ? written : undefined;
  }
}
