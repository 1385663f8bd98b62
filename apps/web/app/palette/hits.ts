import type { Directory, DirectoryEntry } from '../../../api/src/persons/directory';
import { begins, isNationalId, spellings, termsOf, wordsOf } from './letters';

/** A person with the words that can be found, spelled out once. */
export interface Findable {
  readonly entry: DirectoryEntry;
  /** As lists have it: `Nordmann, Kari`; the number when nobody knows the name any more. */
  readonly name: string;
  readonly words: readonly (readonly string[])[];
  /** Who is asked about most comes first. */
  readonly rank: number;
}

/** An act that can be found by its words. */
export interface FindableAct {
  readonly text: string;
  readonly words: readonly (readonly string[])[];
}

const numbersOf = ({ students, applications }: DirectoryEntry): readonly string[] => [
  ...new Set([
    ...students.map(({ studentNo }) => studentNo),
    ...applications.map(({ applicationNo }) => applicationNo),
  ]),
];

/** `A26-000439` is found by itself, by `000439` and by `439`. */
const partsOf = (number: string): readonly string[] => {
  const parts = number.split(/[^\p{L}\d]+/u);
  return [number, ...parts.slice(1), ...parts.map((part) => part.replace(/^[A-Za-z]*0*/, ''))].filter(
    (part) => part !== '',
  );
};

/** In a class now; on the way into one; was there once. */
const rankOf = ({ students, applications }: DirectoryEntry): number => {
  if (students.some(({ standing }) => standing === 'enrolled' || standing === 'on_leave')) return 0;
  if (applications.some(({ outcome }) => outcome === 'OFFER_OPEN' || outcome === 'WAITING')) return 1;
  return students.length > 0 ? 2 : 3;
};

export const nameOf = (entry: DirectoryEntry): string =>
  entry.name ? `${entry.name.familyName}, ${entry.name.givenNames}` : (numbersOf(entry)[0] ?? entry.personId);

const findable = (entry: DirectoryEntry): Findable => ({
  entry,
  name: nameOf(entry),
  words: [
    ...(entry.name ? wordsOf(`${entry.name.familyName} ${entry.name.givenNames}`) : []),
    ...numbersOf(entry).flatMap(partsOf),
  ].map(spellings),
  rank: rankOf(entry),
});

const collator = new Intl.Collator('nb');
const known = new WeakMap<Directory, readonly Findable[]>();

/** Everybody by the alphabet, spelled out once for each answer of the service: no key that is typed waits for it. */
export const everybodyIn = (directory: Directory): readonly Findable[] => {
  const before = known.get(directory);
  if (before) return before;
  const everybody = directory.data
    .map(findable)
    .toSorted((a, b) => collator.compare(a.name, b.name) || (a.entry.personId < b.entry.personId ? -1 : 1));
  known.set(directory, everybody);
  return everybody;
};

export const findableAct = (text: string): FindableAct => ({ text, words: wordsOf(text).map(spellings) });

const NOWHERE = Number.POSITIVE_INFINITY;

/** A loop, and nothing made on the way: with the first letter that is typed it runs thousands of times, and cold. */
const nearest = (words: readonly (readonly string[])[], term: readonly string[]): number => {
  let best = NOWHERE;
  for (const word of words) {
    const far = begins(word, term);
    if (far !== undefined && far < best) best = far;
  }
  return best;
};

/** How far what was typed is from these words; undefined when a term begins none of them. */
const distance = (words: readonly (readonly string[])[], terms: readonly (readonly string[])[]): number | undefined => {
  let sum = 0;
  for (const term of terms) sum += nearest(words, term);
  return sum === NOWHERE ? undefined : sum;
};

const found = <T extends { readonly words: readonly (readonly string[])[] }>(
  all: readonly T[],
  typed: string,
): readonly { readonly one: T; readonly far: number }[] => {
  const terms = termsOf(typed);
  if (terms.length === 0 || isNationalId(typed)) return [];
  return all.flatMap((one) => {
    const far = distance(one.words, terms);
    return far === undefined ? [] : [{ one, far }];
  });
};

/**
 * The persons (by the alphabet) of whom every word typed begins a name or a number: as written before nearly so, then
 * who is in a class now, then by the alphabet. Nobody is found by a national id.
 */
export const hits = (persons: readonly Findable[], typed: string, limit: number): readonly Findable[] =>
  found(persons, typed)
    .toSorted((a, b) => a.far - b.far || a.one.rank - b.one.rank)
    .slice(0, limit)
    .map(({ one }) => one);

/** The acts whose words begin so, in their own order. */
export const actHits = <T extends FindableAct>(acts: readonly T[], typed: string, limit: number): readonly T[] =>
  found(acts, typed)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, limit)
    .map(({ one }) => one);
