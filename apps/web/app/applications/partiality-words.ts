import type { DisqualificationView } from '../../../../libs/admissions/src/http/disqualifications.controller';
import { inLanguage } from '../kit/texts';

type Ground = DisqualificationView['ground'];

/** Why somebody takes no part in an application. */
export const grounds: readonly Ground[] = ['CLOSE_RELATION', 'SAME_EMPLOYER', 'OTHER'];

/** What is said where somebody is said to be partial. */
export const partialityWords = inLanguage<{
  readonly grounds: Readonly<Record<Ground, string>>;
  readonly ground: string;
  readonly explanation: string;
}>({
  nb: {
    grounds: { CLOSE_RELATION: 'Familie eller nær relasjon', SAME_EMPLOYER: 'Samme arbeidsgiver', OTHER: 'Annet' },
    ground: 'Hvorfor',
    explanation: 'Forklaring (bare administrasjonen ser den)',
  },
  nn: {
    grounds: { CLOSE_RELATION: 'Familie eller nær relasjon', SAME_EMPLOYER: 'Same arbeidsgivar', OTHER: 'Anna' },
    ground: 'Kvifor',
    explanation: 'Forklaring (berre administrasjonen ser henne)',
  },
  en: {
    grounds: { CLOSE_RELATION: 'Family or close relation', SAME_EMPLOYER: 'Same employer', OTHER: 'Other' },
    ground: 'Why',
    explanation: 'Explanation (only the office sees it)',
  },
});
