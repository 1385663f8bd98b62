import type { Requirement, WrittenLanguage } from '@kull/kernel';
import type { Quota } from '../domain/quota';
import { bokmal } from './bokmal';
import { english } from './english';
import { nynorsk } from './nynorsk';

/** Every way in which an application can stand. */
export type ApplicationOutcome =
  | 'RECEIVED'
  | 'SUPERSEDED'
  | 'NOT_QUALIFIED'
  | 'NEEDS_MORE'
  | 'QUALIFIED'
  | 'OFFER_OPEN'
  | 'PLACE_HELD'
  | 'WAITING'
  | 'NO_PLACE';

/** Every line that an explanation of an application can have; the appeal is told of apart. */
export type ExplainedCode =
  | 'LEADER_WITH_PERSONNEL_AND_BUDGET'
  | 'NOT_LEADER_WITH_PERSONNEL_AND_BUDGET'
  | 'TARGET_GROUP'
  | 'OUTSIDE_TARGET_GROUP'
  | 'EDUCATION'
  | 'INSUFFICIENT_EDUCATION'
  | 'PRIOR_LEARNING_ASSESSMENT_NEEDED'
  | 'EXPERIENCE'
  | 'INSUFFICIENT_EXPERIENCE'
  | 'AGE'
  | 'UNDER_AGE'
  | 'EMPLOYER_CONFIRMATION'
  | 'MISSING_EMPLOYER_CONFIRMATION'
  | 'VERIFIED_PHYSICIAN'
  | 'HPR_UNVERIFIED'
  | 'SUPERSEDED'
  | 'RANKED'
  | 'OFFER_OPEN'
  | 'OFFER_ACCEPTED'
  | 'OFFER_DECLINED'
  | 'OFFER_LAPSED'
  | 'WAITING_LIST'
  | 'PLACE';

/** The values that a line was judged by. */
export interface Told {
  readonly isMet: boolean;
  /** The first value under that name, ready to show; blank where there is none. */
  readonly value: (record: string) => string;
  readonly has: (record: string) => boolean;
  readonly scores: readonly string[];
  readonly quota: (record: string) => string;
}

/** How decisions are told in one language: whoever leaves a code out does not compile. */
export interface DecisionWords {
  readonly outcomes: Readonly<Record<ApplicationOutcome, string>>;
  readonly quotas: Readonly<Record<Quota, string>>;
  readonly lines: Readonly<Record<ExplainedCode, (told: Told) => string>>;
}

const words: Readonly<Record<WrittenLanguage, DecisionWords>> = { nb: bokmal, nn: nynorsk, en: english };

export const decisionWords = (language: WrittenLanguage): DecisionWords => words[language];

const decimal = (language: WrittenLanguage, value: string | number): string =>
  language === 'en' ? String(value) : String(value).replace(/^(\d+)\.(\d+)$/, '$1,$2');

/** A line of an explanation in words; undefined: it is told of elsewhere on the page. */
export const lineInWords = (language: WrittenLanguage, { code, status, evidence }: Requirement): string | undefined => {
  const { lines, quotas } = words[language];
  if (!Object.hasOwn(lines, code)) return undefined;
  const found = (record: string) => evidence.find((one) => one.record === record);
  const value = (record: string): string => decimal(language, found(record)?.value ?? '');
  return lines[code as ExplainedCode]({
    isMet: status === 'met',
    value,
    has: (record) => found(record) !== undefined,
    scores: evidence.filter(({ record }) => record === 'ASSESSMENT').map((one) => decimal(language, one.value ?? '')),
    quota: (record) => quotas[value(record) as Quota] ?? '',
  });
};

/** Why somebody stands where they stand, without what was in order: what a short message gives as the reasons. */
export const reasonsInWords = (language: WrittenLanguage, requirements: readonly Requirement[]): readonly string[] =>
  requirements
    .filter(({ code, status }) => status !== 'met' || code === 'PLACE')
    .map((requirement) => lineInWords(language, requirement))
    .filter((line) => line !== undefined)
    .map((line) => `${line}.`);
