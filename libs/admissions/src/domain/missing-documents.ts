import type { MissingDocument } from '../contracts/deadlines';
import type { ApplicationFacts } from './application-facts';
import { isMendable, type Shortcoming } from './eligibility';

/**
 * What an application lacks that the applicant can still send in. Not judged yet: the employer's confirmation, the one
 * thing that the application alone shows. Judged: what was found to be needed.
 */
export const missingDocuments = (
  status: string | null,
  codes: readonly Shortcoming[],
  { employerConfirmedOn }: Pick<ApplicationFacts, 'employerConfirmedOn'>,
): readonly MissingDocument[] => {
  if (status === null) return employerConfirmedOn === undefined ? ['MISSING_EMPLOYER_CONFIRMATION'] : [];
  return status === 'NEEDS_MORE' ? (codes.filter(isMendable) as readonly MissingDocument[]) : [];
};
