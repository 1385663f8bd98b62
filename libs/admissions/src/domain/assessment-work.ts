import type { ApplicationFacts } from './application-facts';
import { type Assessment, assessedScore, oneOfEachAssessor } from './assessments';

/** Which assessment of an application is still to be given, whoever gives it. */
export type WantedAssessment = 'FIRST' | 'SECOND' | 'THIRD';

/** An application as one assessor has it: what it says and what they gave. What others gave stays hidden: each judges alone. */
export interface AssessmentWork {
  readonly facts: ApplicationFacts;
  readonly own?: number;
  /** Absent: enough have judged it. */
  readonly wanted?: WantedAssessment;
}

const wantedAfter = (given: readonly Assessment[], thirdWhenDifferenceAbove: number): WantedAssessment | undefined => {
  const assessed = assessedScore(given, thirdWhenDifferenceAbove);
  if ('score' in assessed) return undefined;
  if (assessed.has === 0) return 'FIRST';
  return assessed.has === 1 ? 'SECOND' : 'THIRD';
};

/**
 * What an application asks of an assessor (selection.md 4): a score, as long as two have not judged it, or as a third
 * where the two differ too much.
 */
export const assessmentWork = (
  { facts, assessments }: { readonly facts: ApplicationFacts; readonly assessments: readonly Assessment[] },
  assessor: string,
  thirdWhenDifferenceAbove: number,
): AssessmentWork => {
  const given = oneOfEachAssessor(assessments);
  const own = given.find((one) => one.assessor === assessor)?.score;
  const wanted = wantedAfter(given, thirdWhenDifferenceAbove);
  return { facts, ...(own !== undefined && { own }), ...(wanted && { wanted }) };
};
