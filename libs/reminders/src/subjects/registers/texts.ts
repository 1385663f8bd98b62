import type { Instant } from '@kull/kernel';
import { clockText, timeText } from '../wording/dates';
import { paragraph, type Texts } from '../wording/parts';

/** What the letters on an open register need to know. */
export type RegisterFacts = {
  readonly classCode: string;
  readonly session: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
};

export const registerTexts: Texts<RegisterFacts> = {
  nb: ({ classCode, session, startsAt, endsAt }) => ({
    subject: `Lås oppmøtet for økt ${session} i klasse ${classCode}`,
    parts: [
      paragraph(
        `Oppmøtet for økt ${session} i klasse ${classCode} er ikke låst. Økten var ${timeText('nb', startsAt)}–${clockText(endsAt)}.`,
      ),
      paragraph(
        'Se over listen, rett det som er feil, og lås den i dag. Den som ikke er merket når listen låses, regnes som borte.',
      ),
    ],
  }),
  nn: ({ classCode, session, startsAt, endsAt }) => ({
    subject: `Lås oppmøtet for økt ${session} i klasse ${classCode}`,
    parts: [
      paragraph(
        `Oppmøtet for økt ${session} i klasse ${classCode} er ikkje låst. Økta var ${timeText('nn', startsAt)}–${clockText(endsAt)}.`,
      ),
      paragraph(
        'Sjå over lista, rett det som er feil, og lås ho i dag. Den som ikkje er merkt når lista blir låst, blir rekna som borte.',
      ),
    ],
  }),
  en: ({ classCode, session, startsAt, endsAt }) => ({
    subject: `Lock the attendance of session ${session} in class ${classCode}`,
    parts: [
      paragraph(
        `The attendance of session ${session} in class ${classCode} is not locked. The session was on ${timeText('en', startsAt)}–${clockText(endsAt)}.`,
      ),
      paragraph(
        'Look through the list, mend what is wrong, and lock it today. Whoever is not marked when it is locked counts as absent.',
      ),
    ],
  }),
};
