/** One assessor's score of an application: whole points. */
export interface Assessment {
  readonly assessor: string;
  readonly score: number;
}

/** Scores are kept in half points: 124 is 62.0, 125 is 62.5. Halves are exact, and they sort as integers. */
export type HalfPoints = number;

export const halfPoints = (points: number): HalfPoints => Math.round(points * 2);

/** A score as the files and people read it, always with one decimal: `62.0`, `62.5`. */
export const scoreText = (score: HalfPoints): string => `${Math.floor(score / 2)}.${score % 2 === 0 ? '0' : '5'}`;

/** The assessors' score: the mean of two, or the median of three. */
export interface AssessedScore {
  readonly score: HalfPoints;
  /** The assessments that counted, by assessor. */
  readonly counted: readonly Assessment[];
}

/** More assessments are needed before anybody can be ranked. */
export interface TooFewAssessments {
  readonly has: number;
  readonly needs: 2 | 3;
}

const byAssessor = (a: Assessment, b: Assessment): number =>
  a.assessor < b.assessor ? -1 : a.assessor > b.assessor ? 1 : a.score - b.score;

/** One assessment per assessor, in text order of the assessors; of several by the same one, the lowest score. */
export const oneOfEachAssessor = (assessments: readonly Assessment[]): readonly Assessment[] =>
  [...assessments].sort(byAssessor).filter(({ assessor }, index, sorted) => sorted[index - 1]?.assessor !== assessor);

/**
 * The score that the assessments come to (selection.md 4): two assessors' mean, or the median of three when the two
 * differ by more than `thirdWhenDifferenceAbove`. Surplus assessments are passed over: the first in text order of the
 * assessors count, so that the order of rows decides nothing.
 */
export const assessedScore = (
  assessments: readonly Assessment[],
  thirdWhenDifferenceAbove: number,
): AssessedScore | TooFewAssessments => {
  const [first, second, third] = oneOfEachAssessor(assessments);
  if (!first || !second) return { has: first ? 1 : 0, needs: 2 };
  if (Math.abs(first.score - second.score) <= thirdWhenDifferenceAbove) {
    return { score: first.score + second.score, counted: [first, second] };
  }
  if (!third) return { has: 2, needs: 3 };
  const median = [first.score, second.score, third.score].sort((a, b) => a - b)[1]!;
  return { score: median * 2, counted: [first, second, third] };
};
