import type { StudentNumber } from '../../../../libs/credits/src/hpr-standings';
import { inLanguage } from '../kit/texts';
import type { Said } from './words';

type Status = StudentNumber['status'];

const words = inLanguage<Readonly<Record<Status, string>>>({
  nb: {
    VERIFIED: 'kontrollert',
    NOT_ASKED_FOR: 'kreves ikke',
    NOT_LOOKED_UP: 'ikke slått opp',
    NOT_ANSWERED: 'HPR svarte ikke',
    HPR_MISSING: 'mangler',
    HPR_UNKNOWN: 'finnes ikke',
    HPR_NOT_PHYSICIAN: 'ikke lege',
    HPR_BIRTH_DATE_MISMATCH: 'annen fødselsdato',
    HPR_NOT_AUTHORISED_AT_COMPLETION: 'ikke autorisert',
  },
  nn: {
    VERIFIED: 'kontrollert',
    NOT_ASKED_FOR: 'blir ikkje kravd',
    NOT_LOOKED_UP: 'ikkje slått opp',
    NOT_ANSWERED: 'HPR svarte ikkje',
    HPR_MISSING: 'manglar',
    HPR_UNKNOWN: 'finst ikkje',
    HPR_NOT_PHYSICIAN: 'ikkje lege',
    HPR_BIRTH_DATE_MISMATCH: 'annan fødselsdato',
    HPR_NOT_AUTHORISED_AT_COMPLETION: 'ikkje autorisert',
  },
  en: {
    VERIFIED: 'checked',
    NOT_ASKED_FOR: 'not asked for',
    NOT_LOOKED_UP: 'not looked up',
    NOT_ANSWERED: 'HPR did not answer',
    HPR_MISSING: 'missing',
    HPR_UNKNOWN: 'does not exist',
    HPR_NOT_PHYSICIAN: 'not a physician',
    HPR_BIRTH_DATE_MISMATCH: 'another birth date',
    HPR_NOT_AUTHORISED_AT_COMPLETION: 'not authorised',
  },
});

/** How it stands with an HPR number. */
export const hprSaid = (status: Status): Said => {
  switch (status) {
    case 'VERIFIED':
      return { sign: '✓', text: words[status], tone: 'success' };
    case 'NOT_ASKED_FOR':
      return { sign: '–', text: words[status], tone: 'neutral' };
    case 'NOT_LOOKED_UP':
    case 'NOT_ANSWERED':
      return { sign: '○', text: words[status], tone: 'info' };
    case 'HPR_MISSING':
    case 'HPR_UNKNOWN':
    case 'HPR_NOT_PHYSICIAN':
    case 'HPR_BIRTH_DATE_MISMATCH':
    case 'HPR_NOT_AUTHORISED_AT_COMPLETION':
      return { sign: '✗', text: words[status], tone: 'danger' };
  }
};
