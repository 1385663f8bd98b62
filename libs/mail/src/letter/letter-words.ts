import type { LetterLanguage } from '../contracts';

interface LetterWords {
  readonly sentBy: (organiser: string) => string;
  /** Why there is nothing to answer to. */
  readonly automatic: string;
  readonly decline: string;
}

/** What every letter says at its end. */
export const letterWords = {
  nb: {
    sentBy: (organiser) => `Sendt av ${organiser}.`,
    automatic: 'Meldingen er sendt automatisk.',
    decline: 'Vil du ikke ha påminnelser av dette slaget? Takk nei her',
  },
  nn: {
    sentBy: (organiser) => `Send av ${organiser}.`,
    automatic: 'Meldinga er send automatisk.',
    decline: 'Vil du ikkje ha påminningar av dette slaget? Takk nei her',
  },
  en: {
    sentBy: (organiser) => `Sent by ${organiser}.`,
    automatic: 'This message was sent automatically.',
    decline: 'Do you not want reminders of this kind? Decline them here',
  },
} as const satisfies Record<LetterLanguage, LetterWords>;
