import type { InLanguages, Language } from '@kull/kernel';

export type { InLanguages, Language };

const isLanguage = (text: string | undefined): text is Language => text === 'nb' || text === 'nn' || text === 'en';

const given = globalThis.document?.documentElement.lang;

/** The language that the page came in. Another one is another page: nothing here changes it. */
export const language: Language = isLanguage(given) ? given : 'nb';

/** The texts in the language of the page. */
export const inLanguage = <T>(texts: InLanguages<T>): T => texts[language];
