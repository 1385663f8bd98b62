import {
  accept,
  type Command,
  type Decider,
  type DomainEvent,
  type Instant,
  nothing,
  type WrittenLanguage,
} from '@kull/kernel';

/** What a letter tells: an offer, the decision on an application, the answer to an appeal, or the place it led to. */
export const letterKinds = ['OFFER', 'DECISION', 'APPEAL_DECISION', 'PLACE_ON_APPEAL'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** A letter of its applicant, written once: its bytes are kept under their hash, outside the log. */
export interface WrittenLetter {
  readonly intake: string;
  readonly applicationNo: string;
  readonly personId: string;
  readonly kind: LetterKind;
  /** The offer, the application, or the appeal. */
  readonly about: string;
  readonly language: WrittenLanguage;
  readonly writtenAt: Instant;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

export type LetterWritten = DomainEvent<'LetterWritten', WrittenLetter>;
export type LetterEvent = LetterWritten;

/** Its bytes are kept already. */
export type WriteLetter = Command<'WriteLetter', WrittenLetter>;

export type Letter = { readonly status: 'none' } | ({ readonly status: 'written' } & WrittenLetter);

/** A letter stays as it was first written, whatever is known, or said in another language, later. */
export const letter: Decider<Letter, WriteLetter, LetterEvent, never> = {
  category: 'letter',
  initial: { status: 'none' },
  decide: (state, { data }) => (state.status === 'written' ? nothing : accept({ type: 'LetterWritten', data })),
  evolve: (_state, { data }) => ({ status: 'written', ...data }),
};
