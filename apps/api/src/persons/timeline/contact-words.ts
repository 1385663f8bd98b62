import type { ContactEvent } from '@kull/people';
import type { WordsOf } from './words';

const languages = {
  nb: { nb: 'bokmål', nn: 'bokmål', en: 'Bokmål' },
  nn: { nb: 'nynorsk', nn: 'nynorsk', en: 'Nynorsk' },
  en: { nb: 'engelsk', nn: 'engelsk', en: 'English' },
} as const;

/** What somebody changed of how they are reached; what it is now stands with their contact data. */
export const contactWords: WordsOf<ContactEvent> = {
  EmailChanged: () => ({ nb: 'E-postadressen endret', nn: 'E-postadressa endra', en: 'E-mail address changed' }),
  LanguageChanged: ({ language }) => ({
    nb: `Språket endret til ${languages[language].nb}`,
    nn: `Språket endra til ${languages[language].nn}`,
    en: `Language changed to ${languages[language].en}`,
  }),
  WorkplaceChanged: () => ({ nb: 'Arbeidsstedet endret', nn: 'Arbeidsstaden endra', en: 'Workplace changed' }),
};
