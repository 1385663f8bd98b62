/** Steers the order of what follows it, also of what is not the sender's: overrides, embeddings, isolates, marks. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const HALF_OF_A_PAIR = /\p{Cs}/gu;
const CONTROL = /\p{Cc}/gu;
const CONTROL_BUT_LINE_BREAK = /[^\P{Cc}\n]/gu;
const LONGEST_NAME = 100;

/** Text of a letter as it is shown: no control characters, no bidi overrides, no halves of a pair (reliability.md S05). */
export const cleanText = (text: string): string =>
  text
    .replaceAll(HALF_OF_A_PAIR, '\ufffd')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROL_BUT_LINE_BREAK, '')
    .replaceAll(BIDI, '');

/** A display name for a header: one line, and no longer than a reader shows. */
export const cleanName = (name: string): string =>
  [...name.replaceAll(HALF_OF_A_PAIR, '\ufffd').replaceAll(CONTROL, ' ').replaceAll(BIDI, '').trim()]
    .slice(0, LONGEST_NAME)
    .join('');

export const hasControlCharacters = (text: string): boolean => /[\p{Cc}\u2028\u2029]/u.test(text);

/** Eleven digits that stand alone, also as `010170 12345`: what a national id looks like, right or wrong. */
export const looksLikeNationalId = (text: string): boolean =>
  /(?<![0-9A-Za-z])\d{6}[ .\u00a0-]?\d{5}(?![0-9A-Za-z])/.test(text);
