import type { ChangedOutcomeView } from '../../../../../libs/admissions/src/http/ranking.controller';
import type { RankingLine } from '../../../../../libs/admissions/src/http/ranking.view';
import { inLanguage } from '../../kit/texts';
import type { IntakeView } from './intake-data';

type Quota = RankingLine['places'][number]['quota'];
type Status = RankingLine['status'];

/** The two kinds of places. */
export const quotaWords = inLanguage<Readonly<Record<Quota, string>>>({
  nb: { EARMARKED_PHYSICIAN: 'Lege (øremerket)', GENERAL: 'Generell' },
  nn: { EARMARKED_PHYSICIAN: 'Lege (øyremerkt)', GENERAL: 'Generell' },
  en: { EARMARKED_PHYSICIAN: 'Physician (earmarked)', GENERAL: 'General' },
});

export const statusWords = inLanguage<Readonly<Record<Status, string>>>({
  nb: {
    QUALIFIED: 'Kvalifisert',
    NOT_QUALIFIED: 'Ikke kvalifisert',
    NEEDS_MORE: 'Mangler noe',
    SUPERSEDED: 'Erstattet',
  },
  nn: {
    QUALIFIED: 'Kvalifisert',
    NOT_QUALIFIED: 'Ikkje kvalifisert',
    NEEDS_MORE: 'Manglar noko',
    SUPERSEDED: 'Erstatta',
  },
  en: {
    QUALIFIED: 'Qualified',
    NOT_QUALIFIED: 'Not qualified',
    NEEDS_MORE: 'Something missing',
    SUPERSEDED: 'Superseded',
  },
});

export const intakeStatusWords = inLanguage<Readonly<Record<IntakeView['status'], string>>>({
  nb: { open: '○ Åpent', decided: '◐ Tilbud gitt', completed: '✓ Avsluttet' },
  nn: { open: '○ Ope', decided: '◐ Tilbod gitt', completed: '✓ Avslutta' },
  en: { open: '○ Open', decided: '◐ Offers made', completed: '✓ Completed' },
});

/** What became of an offer, with its sign. */
export const answerWords = inLanguage<Readonly<Record<'OPEN' | 'ACCEPTED' | 'DECLINED' | 'LAPSED', string>>>({
  nb: { OPEN: '○ Ikke besvart', ACCEPTED: '✓ Ja', DECLINED: '✗ Nei', LAPSED: '– Bortfalt' },
  nn: { OPEN: '○ Ikkje svart på', ACCEPTED: '✓ Ja', DECLINED: '✗ Nei', LAPSED: '– Bortfalle' },
  en: { OPEN: '○ Not answered', ACCEPTED: '✓ Yes', DECLINED: '✗ No', LAPSED: '– Lapsed' },
});

/** Which rule changed an outcome. */
export const ruleWords = inLanguage<Readonly<Record<ChangedOutcomeView['by'], string>>>({
  nb: {
    RECEIVED: 'Søknaden er kommet inn siden',
    ELIGIBILITY: 'Kravene: søknaden er vurdert annerledes',
    PHYSICIAN_TIER: 'Prioritet blant legene',
    ASSESSMENTS: 'Vurderernes poeng',
    BONUS: 'Tillegg i poeng',
    WISHES: 'Andre ønsker',
    LOTTERY: 'Trekningen',
    PLACES: 'Antall plasser i klassene',
    MUNICIPALITY_CAP: 'Taket per kommune',
    OTHERS: 'Andre søkere fikk noe annet',
  },
  nn: {
    RECEIVED: 'Søknaden er komen inn sidan',
    ELIGIBILITY: 'Krava: søknaden er vurdert annleis',
    PHYSICIAN_TIER: 'Prioritet blant legane',
    ASSESSMENTS: 'Poenga frå vurderarane',
    BONUS: 'Tillegg i poeng',
    WISHES: 'Andre ønske',
    LOTTERY: 'Trekkinga',
    PLACES: 'Talet på plassar i klassane',
    MUNICIPALITY_CAP: 'Taket per kommune',
    OTHERS: 'Andre søkjarar fekk noko anna',
  },
  en: {
    RECEIVED: 'The application has come in since',
    ELIGIBILITY: 'The requirements: judged differently',
    PHYSICIAN_TIER: 'Priority among the physicians',
    ASSESSMENTS: 'The assessors’ points',
    BONUS: 'Bonus points',
    WISHES: 'Other wishes',
    LOTTERY: 'The draw',
    PLACES: 'The number of places in the classes',
    MUNICIPALITY_CAP: 'The cap per municipality',
    OTHERS: 'Other applicants were given something else',
  },
});

/** What a round did about a wish. */
export const wishWords = inLanguage({
  nb: {
    OFFERED: '✓ Tilbud',
    FULL: '✗ Fullt',
    MUNICIPALITY_CAP: '✗ Kommunen har så mange den kan ha',
    BETTER_OFFERED: '– Fikk et bedre ønske',
    NOT_WAITED_FOR: '– Venter ikke på den',
  },
  nn: {
    OFFERED: '✓ Tilbod',
    FULL: '✗ Fullt',
    MUNICIPALITY_CAP: '✗ Kommunen har så mange han kan ha',
    BETTER_OFFERED: '– Fekk eit betre ønske',
    NOT_WAITED_FOR: '– Ventar ikkje på han',
  },
  en: {
    OFFERED: '✓ Offer',
    FULL: '✗ Full',
    MUNICIPALITY_CAP: '✗ The municipality has as many as it can have',
    BETTER_OFFERED: '– Was offered a better wish',
    NOT_WAITED_FOR: '– Does not wait for it',
  },
});
