import { type Instant, localDateInOslo } from '@kull/kernel';
import { clockText, type InLanguages, type Language, weekdayText } from '../kit/language';

const at: InLanguages<string> = { nb: 'kl.', nn: 'kl.', en: 'at' };
const or: InLanguages<string> = { nb: 'eller', nn: 'eller', en: 'or' };

/** `fredag 8. mai 2026 kl. 23:59`, in Norway. */
export const timeText = (language: Language, instant: Instant): string =>
  `${weekdayText(language, localDateInOslo(instant))} ${at[language]} ${clockText(instant)}`;

/** `OSLO-1, OSLO-2 eller OSLO-3`. */
export const anyOf = (language: Language, codes: readonly string[]): string =>
  [codes.slice(0, -1).join(', '), codes.at(-1)].filter(Boolean).join(` ${or[language]} `);
