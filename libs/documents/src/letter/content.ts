import type { Instant } from '@kull/kernel';

/** The languages that a letter is written in. */
export type WrittenLetterLanguage = 'nb' | 'nn' | 'en';

/** A part of a letter, in words that are ready to show. */
export type LetterParagraph =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** A letter to one person, in finished words. Never a national id. */
export interface LetterContent {
  readonly language: WrittenLetterLanguage;
  /** Who writes, as the letterhead has it. */
  readonly organiser: string;
  /** Whom it is for. Blank: the facts alone say whose it is. */
  readonly recipient: string;
  readonly title: string;
  /** Terms and their values under the title: `Søknad` – `A26-000362`. */
  readonly facts: readonly (readonly [term: string, value: string])[];
  readonly parts: readonly LetterParagraph[];
  readonly signatory: { readonly name: string; readonly role: string };
  readonly writtenAt: Instant;
}

/** The letter cannot be written: a text holds what cannot be shown, or something like a national id. Nothing was rendered. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused';
}

const likeNationalId = /(?<![\p{L}\d])\d{6}[\s.-]?\d{5}(?![\p{L}\d])/gu;

const textsOf = ({ recipient, title, facts, parts, signatory }: LetterContent): readonly string[] => [
  recipient,
  title,
  ...facts.flat(),
  ...parts.flatMap((part) => (part.kind === 'list' ? part.items : [part.text])),
  signatory.name,
  signatory.role,
];

/** @throws LetterRefused */
export const refuseNationalIds = (content: LetterContent): void => {
  if (textsOf(content).some((text) => text.search(likeNationalId) >= 0)) throw new LetterRefused();
};

// What the letters' fonts are sure to have.
const certain = /[^\n\u0020-\u007e\u00a0-\u017f\u2010-\u2015\u2018-\u201d\u2026]/gu;
const showable = (text: string): string => text.normalize('NFC').replace(certain, '?').replace(likeNationalId, '…');

/**
 * The letter without what may have made it be refused: whoever has a right to a letter gets one, also when their name is
 * in letters that we cannot print. The facts say whose it is.
 */
export const reducedLetter = (content: LetterContent): LetterContent => ({
  ...content,
  recipient: '',
  facts: content.facts.map(([term, value]) => [showable(term), showable(value)] as const),
  parts: content.parts.map((part) =>
    part.kind === 'list'
      ? { kind: 'list', items: part.items.map(showable) }
      : { kind: part.kind, text: showable(part.text) },
  ),
});
