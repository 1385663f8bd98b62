import type { Language } from '@kull/kernel';
import type { Said } from './language';

/** Rows of a file that were not taken in, each with what is said of its code. */
export const withMessages = <Code extends string, Row extends { readonly code: Code }>(
  rows: readonly Row[],
  messages: Readonly<Record<Code, Said>>,
  language: Language,
): readonly (Row & { readonly message: string })[] =>
  rows.map((row) => ({ ...row, message: messages[row.code][language] }));
