import type { MissingDocument } from '../contracts/deadlines';
import type { ApplicationFacts } from './application-facts';
import { type EligibilityRules, isMendable, type Shortcoming, shortcomingsOf } from './eligibility';

/**
 * What an application lacks that the applicant can still send in. Not judged yet: the employer's confirmation, the one
 * thing that the application alone shows. Judged: what was found to be needed and has not come since, whether or not it
 * was judged again.
 */
export const missingDocuments = (
  status: string | null,
  codes: readonly Shortcoming[],
  facts: ApplicationFacts,
  rules: EligibilityRules,
): readonly MissingDocument[] => {
  if (status === null) return facts.employerConfirmedOn === undefined ? ['MISSING_EMPLOYER_CONFIRMATION'] : [];
  if (status !== 'NEEDS_MORE') return [];
  // Age is nothing that can be sent in.
  const wanting = shortcomingsOf(facts, Number.POSITIVE_INFINITY, rules);
  return codes.filter((code) => isMendable(code) && wanting.includes(code)) as readonly MissingDocument[];
};
