import type { Evidence } from '@kull/kernel';
import { dayAndTime, plainDay } from '../kit/dates';
import { inLanguage } from '../kit/texts';

/** Records that say who or when; what the sentence says already is left out. */
const records: Readonly<Record<string, string>> = inLanguage<Readonly<Record<string, string>>>({
  nb: {
    RESULT: 'sensurert',
    ATTESTATION: 'attestert',
    CORRECTED_RESULT: 'rettet',
    REASONS_ASKED: 'ba om begrunnelse',
    REASONS_GIVEN: 'begrunnelse gitt',
    APPEALED: 'klaget',
    APPEAL_HANDLED: 'klagen tatt videre',
    FULFILLED: 'meldt',
    HPR_REGISTER: 'HPR spurt',
    COMPLETION_DATE: 'fullført',
    COURSE_ENDS: 'kurset slutter',
    BATCH: 'sendt',
    RECEIPT: 'kvittering',
  },
  nn: {
    RESULT: 'sensurert',
    ATTESTATION: 'attestert',
    CORRECTED_RESULT: 'retta',
    REASONS_ASKED: 'bad om grunngiving',
    REASONS_GIVEN: 'grunngiving gitt',
    APPEALED: 'klaga',
    APPEAL_HANDLED: 'klaga teken vidare',
    FULFILLED: 'meldt',
    HPR_REGISTER: 'HPR spurt',
    COMPLETION_DATE: 'fullført',
    COURSE_ENDS: 'kurset sluttar',
    BATCH: 'sendt',
    RECEIPT: 'kvittering',
  },
  en: {
    RESULT: 'graded',
    ATTESTATION: 'attested',
    CORRECTED_RESULT: 'corrected',
    REASONS_ASKED: 'asked for reasons',
    REASONS_GIVEN: 'reasons given',
    APPEALED: 'appealed',
    APPEAL_HANDLED: 'appeal taken on',
    FULFILLED: 'reported',
    HPR_REGISTER: 'HPR asked',
    COMPLETION_DATE: 'completed',
    COURSE_ENDS: 'the course ends',
    BATCH: 'sent',
    RECEIPT: 'receipt',
  },
});

const when = (at: string): string => (at.length > 10 ? dayAndTime(at) : plainDay(at));

/** `attestert mli 19.06.2026 kl. 10:00`: which record, by whom, when. */
export const evidenceInWords = (evidence: readonly Evidence[]): readonly string[] =>
  evidence.flatMap(({ record, who, at }) => {
    const word = records[record];
    if (word === undefined || (who === undefined && at === undefined)) return [];
    return [[word, who, at === undefined ? undefined : when(at)].filter(Boolean).join(' ')];
  });
