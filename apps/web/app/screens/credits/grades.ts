import { type InLanguages, inLanguage } from '../../kit/texts';

const words: InLanguages<Readonly<Record<string, string>>> = {
  nb: { PASSED: 'Bestått', FAILED: 'Ikke bestått' },
  nn: { PASSED: 'Bestått', FAILED: 'Ikkje bestått' },
  en: { PASSED: 'Passed', FAILED: 'Failed' },
};

/** A grade as people say it; letters are letters. */
export const gradeText = (grade: string): string => inLanguage(words)[grade] ?? grade;
