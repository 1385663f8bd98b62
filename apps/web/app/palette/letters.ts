/** The letters as they are written, in lower case. */
const plain = (text: string): string => text.toLocaleLowerCase('nb');

const KEPT = /[æøå]/;

/** Accents fall away; the letters that Norwegian has stay. */
const withoutAccents = (text: string): string =>
  [...text].map((letter) => (KEPT.test(letter) ? letter : letter.normalize('NFD').replaceAll(/\p{M}/gu, ''))).join('');

/** `aa` is å, and Swedish and German letters are ours: `Aasen` is found as `Åsen`. */
const folded = (text: string): string =>
  withoutAccents(text.replaceAll('aa', 'å').replaceAll('ä', 'æ').replaceAll('ö', 'ø'));

/** For keyboards that have no Norwegian letters. */
const ascii = (text: string): string =>
  withoutAccents(text).replaceAll('å', 'a').replaceAll('ø', 'o').replaceAll('æ', 'ae');

/** The forms in which a text may be typed, the one nearest to how it is written first. */
export const spellings = (text: string): readonly string[] => {
  const written = plain(text.normalize('NFC'));
  return [written, folded(written), ascii(written)];
};

/** How near the beginning of a word is to what was typed: 0 as written, then less so; undefined: it begins otherwise. */
export const begins = (word: readonly string[], typed: readonly string[]): number | undefined => {
  const at = typed.findIndex((spelling, i) => word[i]!.startsWith(spelling));
  return at < 0 ? undefined : at;
};

/** Words of a name or of a sentence. */
export const wordsOf = (text: string): readonly string[] =>
  text.split(/[\s\-–,.()/·…'’]+/).filter((word) => word !== '');

/** What was typed, word by word, each in its spellings: cut where names are cut. */
export const termsOf = (typed: string): readonly (readonly string[])[] => wordsOf(typed).map(spellings);

/** Whether somebody has begun to type a national id: eleven digits, however they are spaced. */
export const isNationalId = (text: string): boolean => /(?:\d[\s.-]?){11}/.test(text);
