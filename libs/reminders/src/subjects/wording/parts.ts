import type { LetterLanguage, LetterPart } from '@kull/mail/contracts';
import type { Occasion } from '../../domain/occasion';
import type { OccasionText, WriteOccasion } from '../../domain/occasion-text';

/** What is written of one subject, in every language: whoever leaves one out does not compile. */
export type Texts<Facts> = Readonly<Record<LetterLanguage, (facts: Facts, told: Told) => OccasionText>>;

/** Which reminder of it this is. */
export type Told = Pick<Occasion, 'step' | 'dueAt'>;

/** Writes of an occasion with the texts of its subject: its facts are as the source of the subject put them there. */
export const writerOf =
  <Facts extends Occasion['facts']>(texts: Texts<Facts>): WriteOccasion =>
  (occasion, language) =>
    texts[language](occasion.facts as Facts, occasion);

export const paragraph = (text: string): LetterPart => ({ kind: 'paragraph', text });

export const list = (...items: readonly string[]): LetterPart => ({ kind: 'list', items });

export const terms = (...facts: readonly (readonly [string, string])[]): LetterPart => ({ kind: 'facts', facts });
