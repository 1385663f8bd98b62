import type { HprReason } from '@kull/credits/contracts/open-matters';
import type { LocalDate } from '@kull/kernel';
import type { LetterLanguage } from '@kull/mail/contracts';
import { dayText } from '../wording/dates';
import { paragraph, type Texts } from '../wording/parts';

/** What the letters on an HPR number need to know. */
export type HprFacts = {
  /** Its title. */
  readonly programme: string;
  readonly classCode: string;
  readonly coursePoints: number;
  readonly reason: HprReason;
  readonly lastDay: LocalDate;
};

const because: Readonly<Record<LetterLanguage, Readonly<Record<HprReason, string>>>> = {
  nb: {
    HPR_MISSING: 'vi mangler HPR-nummeret ditt',
    HPR_UNKNOWN: 'HPR-nummeret ditt ikke finnes i registeret',
    HPR_NOT_PHYSICIAN: 'HPR-nummeret ikke hører til en lege',
    HPR_BIRTH_DATE_MISMATCH: 'HPR-nummeret hører til en med en annen fødselsdato',
    HPR_NOT_AUTHORISED_AT_COMPLETION: 'registeret sier at du ikke var godkjent lege den dagen du fullførte',
  },
  nn: {
    HPR_MISSING: 'vi manglar HPR-nummeret ditt',
    HPR_UNKNOWN: 'HPR-nummeret ditt ikkje finst i registeret',
    HPR_NOT_PHYSICIAN: 'HPR-nummeret ikkje høyrer til ein lege',
    HPR_BIRTH_DATE_MISMATCH: 'HPR-nummeret høyrer til ein med ein annan fødselsdato',
    HPR_NOT_AUTHORISED_AT_COMPLETION: 'registeret seier at du ikkje var godkjend lege den dagen du fullførte',
  },
  en: {
    HPR_MISSING: 'we do not have your HPR number',
    HPR_UNKNOWN: 'your HPR number is not in the register',
    HPR_NOT_PHYSICIAN: 'the HPR number does not belong to a physician',
    HPR_BIRTH_DATE_MISMATCH: 'the HPR number belongs to somebody with another date of birth',
    HPR_NOT_AUTHORISED_AT_COMPLETION:
      'the register says that you were not an authorised physician on the day you completed',
  },
};

/** The subject says nothing of the register of health personnel: it shows on locked screens. */
export const hprTexts: Texts<HprFacts> = {
  nb: ({ programme, coursePoints, reason, lastDay }) => ({
    subject: `Vi trenger en opplysning fra deg innen ${dayText('nb', lastDay)}`,
    parts: [
      paragraph(`Du har ikke fått ${coursePoints} kurspoeng for ${programme} ennå, fordi ${because.nb[reason]}.`),
      paragraph(
        `Send riktig HPR-nummer til kursadministrasjonen innen ${dayText('nb', lastDay)}. Er nummeret riktig, be om at registeret blir rettet, og si fra til oss.`,
      ),
      paragraph('Når nummeret stemmer, får du poengene med en gang. Vi sender dem til Legeforeningen.'),
    ],
  }),
  nn: ({ programme, coursePoints, reason, lastDay }) => ({
    subject: `Vi treng ei opplysning frå deg innan ${dayText('nn', lastDay)}`,
    parts: [
      paragraph(`Du har ikkje fått ${coursePoints} kurspoeng for ${programme} enno, fordi ${because.nn[reason]}.`),
      paragraph(
        `Send rett HPR-nummer til kursadministrasjonen innan ${dayText('nn', lastDay)}. Er nummeret rett, be om at registeret blir retta, og sei frå til oss.`,
      ),
      paragraph('Når nummeret stemmer, får du poenga med ein gong. Vi sender dei til Legeforeningen.'),
    ],
  }),
  en: ({ programme, coursePoints, reason, lastDay }) => ({
    subject: `We need a piece of information from you by ${dayText('en', lastDay)}`,
    parts: [
      paragraph(`You have not got ${coursePoints} course points for ${programme} yet, because ${because.en[reason]}.`),
      paragraph(
        `Send the right HPR number to the course administration by ${dayText('en', lastDay)}. If the number is right, ask to have the register mended, and tell us.`,
      ),
      paragraph(
        'Once the number is right, you get the points at once. We send them to the Norwegian Medical Association.',
      ),
    ],
  }),
};
