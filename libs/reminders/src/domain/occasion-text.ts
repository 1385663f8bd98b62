import type { Attachment, Letter, LetterLanguage, LetterPart } from '@kull/mail/contracts';
import type { Occasion } from './occasion';

/** What is said of one occasion in one language: a letter of its own, or a section of a collected one. */
export interface OccasionText {
  /** One line. Nothing sensitive: it shows on locked screens. */
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  readonly action?: Letter['action'];
  readonly attachments?: readonly Attachment[];
  /** The same in one breath, for a text message. Absent: the subject has to do. */
  readonly textMessage?: string;
}

/** Writes what is said of an occasion. Pure. */
export type WriteOccasion = (
  occasion: Occasion,
  language: LetterLanguage,
  recipient: { readonly givenNames?: string },
) => OccasionText;
