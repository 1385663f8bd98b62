import { type CommandContext, EventStore } from '@kull/event-store';
import type { Instant, LocalDate, WrittenLanguage } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { ApplicationLetters } from './commands/application-letters';
import { applicationId } from './commands/ids';
import { LetterWriter } from './commands/letter-writer';
import { type LetterKind, letter } from './domain/letter';
import type { OwnOffer } from './domain/own-offer';
import { LetterStore } from './letter-store';

type OfferNamed = Pick<OwnOffer, 'offerId' | 'intake' | 'applicationNo'>;

/** A letter about one application. */
export interface LetterLine {
  readonly id: string;
  readonly kind: LetterKind;
  /** The offer, the application, or the appeal. */
  readonly about: string;
  /** Of several about the same: 1, 2 … */
  readonly number: number;
  /** The date of the letter. */
  readonly on: LocalDate;
  /** Absent: it is told of, and written when somebody first asks for it. */
  readonly written?: { readonly at: Instant; readonly language: WrittenLanguage; readonly sha256: string };
}

/** A letter as it was written. */
export interface LetterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

const names: Readonly<Record<LetterKind, string>> = {
  OFFER: 'tilbud',
  DECISION: 'vedtak',
  APPEAL_DECISION: 'svar-pa-klage',
  PLACE_ON_APPEAL: 'plass-etter-klage',
};

/** The letters of applicants, for them and for the office. */
@Injectable()
export class ApplicantLetters {
  constructor(
    private readonly events: EventStore,
    private readonly applications: ApplicationLetters,
    private readonly writer: LetterWriter,
    private readonly store: LetterStore,
  ) {}

  /** Of an application, in the order of what they tell; none where there is no such application. */
  async of(id: string): Promise<readonly LetterLine[]> {
    const found = await this.applications.find(id);
    if (!found) return [];
    const states = await this.events.loadEach(
      letter,
      found.due.map(({ id }) => id),
    );
    return found.due.map((due, i) => {
      const { state } = states[i]!;
      const written = state.status === 'written' && {
        written: { at: state.writtenAt, language: state.language, sha256: state.sha256 },
      };
      return { ...due, ...written };
    });
  }

  /** The letter with an offer; undefined where there is no such offer. */
  async ofOffer({ offerId, intake, applicationNo }: OfferNamed): Promise<LetterLine | undefined> {
    const letters = await this.of(applicationId(intake, applicationNo));
    return letters.find(({ about }) => about === offerId);
  }

  /** The bytes of the letter with an offer, as `file` gives them. */
  async fileOfOffer(offer: OfferNamed, context: CommandContext): Promise<LetterFile | undefined> {
    const found = await this.ofOffer(offer);
    return found && this.file(applicationId(offer.intake, offer.applicationNo), found.id, context);
  }

  /**
   * The bytes of one letter, always the same ones. One from before there were letters is written when it is first asked
   * for. Undefined: the application has no such letter, or its applicant has been forgotten.
   */
  async file(id: string, letterId: string, context: CommandContext): Promise<LetterFile | undefined> {
    const found = await this.applications.find(id);
    const due = found?.due.find((one) => one.id === letterId);
    const written = found && due && (await this.writer.write(found, due, context));
    const bytes = written && (await this.store.read(written.personId, written.sha256));
    if (!bytes) return undefined;
    const name = `${names[due.kind]}-${written.applicationNo}${due.number > 1 ? `-${due.number}` : ''}.pdf`;
    return { name, bytes, sha256: written.sha256 };
  }
}
