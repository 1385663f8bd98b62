import type { Explanation, Requirement } from '@kull/kernel';
import type { Texts } from './requirement-texts';

/** Why one ledger stands as it does, requirement by requirement, in words. */
export interface ExplanationInWords extends Omit<Explanation, 'requirements'> {
  readonly requirements: readonly (Requirement & { readonly text: Texts })[];
}

/** Why a student has the credits, or has not. */
export interface AwardExplanation {
  readonly studentNo: string;
  readonly classCode: string;
  readonly ectsCredits: ExplanationInWords;
  readonly coursePoints: ExplanationInWords;
}
