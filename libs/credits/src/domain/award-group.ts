import type { EctsOutcome, PointsOutcome } from './awards';
import type { Ledgers } from './corrections';

/**
 * Where a student stands before awards are given:
 * - `AWARDED`: the credits are given. `READY`: the next award run gives them.
 * - `HELD`: only the HPR number stands in the way. `NOT_MET`: a requirement of the course is not met.
 * - `NOT_APPLICABLE`: course points are not for this participant.
 */
export const awardGroups = ['READY', 'HELD', 'NOT_MET', 'NOT_APPLICABLE', 'AWARDED'] as const;
export type AwardGroup = (typeof awardGroups)[number];

/** Course points decide; where the course gives none, the ectsCredits. */
const decidingOf = ({ coursePoints, ectsCredits }: Ledgers): PointsOutcome | EctsOutcome =>
  coursePoints.status === 'NOT_APPLICABLE' && coursePoints.reasons[0] === 'NO_COURSE_APPROVAL'
    ? ectsCredits
    : coursePoints;

/** The group of a student: as the ledgers stand, and as judging would leave them. */
export const awardGroupOf = (before: Ledgers | undefined, after: Ledgers): AwardGroup => {
  const { status } = decidingOf(after);
  if (status !== 'AWARDED') return status;
  return before && decidingOf(before).status === 'AWARDED' ? 'AWARDED' : 'READY';
};
