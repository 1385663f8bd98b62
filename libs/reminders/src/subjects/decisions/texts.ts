import type { DecisionToTell } from '@kull/admissions/contracts/decisions';
import type { LocalDate } from '@kull/kernel';
import type { LetterLanguage } from '@kull/mail/contracts';
import { dayText } from '../wording/dates';
import { paragraph, type Texts } from '../wording/parts';

/** What the letter about a decision needs to know. It says the result; the reasons are behind the link. */
export type DecisionFacts = {
  readonly intake: string;
  /** Its title. */
  readonly programme: string;
  readonly outcome: DecisionToTell['outcome'];
  readonly appealBy: LocalDate;
  readonly decisionPath: string;
};

const results: Readonly<Record<LetterLanguage, Readonly<Record<DecisionFacts['outcome'], string>>>> = {
  nb: {
    PLACE_HELD: 'Du har fått plass.',
    WAITING: 'Du har ikke fått plass, men står på venteliste.',
    NO_PLACE: 'Du har ikke fått plass, og står ikke på venteliste.',
    NOT_QUALIFIED: 'Du har ikke fått plass, fordi søknaden ikke oppfyller alle kravene.',
    NEEDS_MORE: 'Du har ikke fått plass, fordi noe manglet i søknaden da fristen gikk ut.',
  },
  nn: {
    PLACE_HELD: 'Du har fått plass.',
    WAITING: 'Du har ikkje fått plass, men står på venteliste.',
    NO_PLACE: 'Du har ikkje fått plass, og står ikkje på venteliste.',
    NOT_QUALIFIED: 'Du har ikkje fått plass, fordi søknaden ikkje oppfyller alle krava.',
    NEEDS_MORE: 'Du har ikkje fått plass, fordi noko vanta i søknaden då fristen gjekk ut.',
  },
  en: {
    PLACE_HELD: 'You have a place.',
    WAITING: 'You have no place, but you are on the waiting list.',
    NO_PLACE: 'You have no place, and are not on the waiting list.',
    NOT_QUALIFIED: 'You have no place, because the application does not meet all the requirements.',
    NEEDS_MORE: 'You have no place, because something was missing when the deadline passed.',
  },
};

export const decisionTexts: Texts<DecisionFacts> = {
  nb: ({ programme, outcome, appealBy, decisionPath }) => ({
    subject: `Svar på søknaden din: ${programme}`,
    parts: [
      paragraph(results.nb[outcome]),
      paragraph('Bak lenken ser du begrunnelsen, poengene dine og hva som skulle til. Du trenger fødselsdatoen din.'),
      paragraph(`Du kan klage innen ${dayText('nb', appealBy)}.`),
    ],
    action: { label: 'Se vedtaket', url: decisionPath },
  }),
  nn: ({ programme, outcome, appealBy, decisionPath }) => ({
    subject: `Svar på søknaden din: ${programme}`,
    parts: [
      paragraph(results.nn[outcome]),
      paragraph('Bak lenkja ser du grunngivinga, poenga dine og kva som skulle til. Du treng fødselsdatoen din.'),
      paragraph(`Du kan klage innan ${dayText('nn', appealBy)}.`),
    ],
    action: { label: 'Sjå vedtaket', url: decisionPath },
  }),
  en: ({ programme, outcome, appealBy, decisionPath }) => ({
    subject: `The answer to your application: ${programme}`,
    parts: [
      paragraph(results.en[outcome]),
      paragraph(
        'Behind the link are the reasons, your score and what it would have taken. You need your date of birth.',
      ),
      paragraph(`You may appeal by ${dayText('en', appealBy)}.`),
    ],
    action: { label: 'See the decision', url: decisionPath },
  }),
};
