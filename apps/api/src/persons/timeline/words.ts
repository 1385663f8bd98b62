import type { DomainEvent } from '@kull/kernel';

/** One sentence in each language. */
export interface Texts {
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

/** What each event says in plain words; undefined: it says nothing that somebody would ask about. */
export type WordsOf<E extends DomainEvent> = {
  readonly [Type in E['type']]: (data: Extract<E, { type: Type }>['data']) => Texts | undefined;
};

export const nothingToTell = (): undefined => undefined;

/** The same words in all languages after the sentence: codes, numbers. */
export const withMore = ({ nb, nn, en }: Texts, more: string): Texts => ({
  nb: `${nb}${more}`,
  nn: `${nn}${more}`,
  en: `${en}${more}`,
});
