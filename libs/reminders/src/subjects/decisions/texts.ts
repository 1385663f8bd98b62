import type { DecisionToTell } from '@kull/admissions/contracts/decisions';
import type { LocalDate } from '@kull/kernel';
import type { LetterLanguage, LetterPart } from '@kull/mail/contracts';
import { dayText } from '../wording/dates';
import { list, paragraph, type Texts } from '../wording/parts';

/** What the letter about a decision needs to know: it says the result and the reasons; the score is behind the link. */
export type DecisionFacts = {
  readonly intake: string;
  /** Its title. */
  readonly programme: string;
  readonly outcome: DecisionToTell['outcome'];
  readonly appealBy: LocalDate;
  readonly decisionPath: string;
  /** In each language, a line each. */
  readonly reasonsNb: string;
  readonly reasonsNn: string;
  readonly reasonsEn: string;
};

/** The reasons of a decision, as facts. */
export const reasonFacts = ({ nb, nn, en }: DecisionToTell['reasons']) => ({
  reasonsNb: nb.join('\n'),
  reasonsNn: nn.join('\n'),
  reasonsEn: en.join('\n'),
});

const reasons = (lines: string): readonly LetterPart[] => (lines === '' ? [] : [list(...lines.split('\n'))]);

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
  nb: ({ programme, outcome, appealBy, decisionPath, reasonsNb }) => ({
    subject: `Svar på søknaden din: ${programme}`,
    parts: [
      paragraph(results.nb[outcome]),
      ...reasons(reasonsNb),
      paragraph(
        'Bak lenken ligger vedtaket som brev (PDF), med hele begrunnelsen og poengene dine. Du trenger fødselsdatoen din.',
      ),
      paragraph(`Du kan klage. Klagefrist tre uker: ${dayText('nb', appealBy)}.`),
    ],
    action: { label: 'Se vedtaket', url: decisionPath },
  }),
  nn: ({ programme, outcome, appealBy, decisionPath, reasonsNn }) => ({
    subject: `Svar på søknaden din: ${programme}`,
    parts: [
      paragraph(results.nn[outcome]),
      ...reasons(reasonsNn),
      paragraph(
        'Bak lenkja ligg vedtaket som brev (PDF), med heile grunngivinga og poenga dine. Du treng fødselsdatoen din.',
      ),
      paragraph(`Du kan klage. Klagefrist tre veker: ${dayText('nn', appealBy)}.`),
    ],
    action: { label: 'Sjå vedtaket', url: decisionPath },
  }),
  en: ({ programme, outcome, appealBy, decisionPath, reasonsEn }) => ({
    subject: `The answer to your application: ${programme}`,
    parts: [
      paragraph(results.en[outcome]),
      ...reasons(reasonsEn),
      paragraph(
        'Behind the link is the decision as a letter (PDF), with all the reasons and your score. You need your date of birth.',
      ),
      paragraph(`You may appeal. You have three weeks: until ${dayText('en', appealBy)}.`),
    ],
    action: { label: 'See the decision', url: decisionPath },
  }),
};
