import type { Instant } from '@kull/kernel';
import { timeText } from '../wording/dates';
import { paragraph, type Texts } from '../wording/parts';

/** What the letters on an unsent draft need to know. */
export type DraftFacts = {
  readonly intake: string;
  /** Its title. */
  readonly programme: string;
  readonly closesAt: Instant;
};

export const draftTexts: Texts<DraftFacts> = {
  nb: ({ programme, closesAt }) => ({
    subject: `Søknaden din er ikke sendt: frist ${timeText('nb', closesAt)}`,
    parts: [
      paragraph(`Søknaden din til ${programme} er lagret, men ikke sendt. Vi kan bare ta med søknader som er sendt.`),
      paragraph(`Fullfør og send den innen ${timeText('nb', closesAt)}.`),
      paragraph('Vil du ikke søke likevel, trenger du ikke gjøre noe.'),
    ],
  }),
  nn: ({ programme, closesAt }) => ({
    subject: `Søknaden din er ikkje send: frist ${timeText('nn', closesAt)}`,
    parts: [
      paragraph(`Søknaden din til ${programme} er lagra, men ikkje send. Vi kan berre ta med søknader som er sende.`),
      paragraph(`Fullfør og send han innan ${timeText('nn', closesAt)}.`),
      paragraph('Vil du ikkje søkje likevel, treng du ikkje gjere noko.'),
    ],
  }),
  en: ({ programme, closesAt }) => ({
    subject: `Your application is not sent: due ${timeText('en', closesAt)}`,
    parts: [
      paragraph(`Your application for ${programme} is saved, but not sent. We can consider only what has been sent.`),
      paragraph(`Finish it and send it by ${timeText('en', closesAt)}.`),
      paragraph('If you do not want to apply after all, you need not do anything.'),
    ],
  }),
};
