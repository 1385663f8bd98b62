import { awardGroupOf } from './award-group';
import type { EctsOutcome, PointsOutcome } from './awards';
import type { Ledgers } from './corrections';

const ects: EctsOutcome = { status: 'AWARDED', ectsCredits: 5 };
const noEcts: EctsOutcome = { status: 'NOT_MET', reasons: ['ATTENDANCE_BELOW_MINIMUM'] };
const points: PointsOutcome = { status: 'AWARDED', coursePoints: 60, lines: [] };
const held: PointsOutcome = { status: 'HELD', reasons: ['HPR_UNKNOWN'] };
const notMet: PointsOutcome = { status: 'NOT_MET', reasons: ['ATTENDANCE_BELOW_MINIMUM'] };
const noPhysician: PointsOutcome = { status: 'NOT_APPLICABLE', reasons: ['PARTICIPANT_NOT_AUTHORISED'] };
const noApproval: PointsOutcome = { status: 'NOT_APPLICABLE', reasons: ['NO_COURSE_APPROVAL'] };

const ledgers = (coursePoints: PointsOutcome, ectsCredits: EctsOutcome = ects): Ledgers => ({
  coursePoints,
  ectsCredits,
});

describe('the group of a student before awards are given', () => {
  it.each([
    ['nothing was judged, points follow', undefined, ledgers(points), 'READY'],
    ['a hold is over', ledgers(held), ledgers(points), 'READY'],
    ['the points stand', ledgers(points), ledgers(points), 'AWARDED'],
    ['only the number stands in the way', undefined, ledgers(held), 'HELD'],
    ['points are not met, though ectsCredits follow', undefined, ledgers(notMet), 'NOT_MET'],
    ['no physician', undefined, ledgers(noPhysician), 'NOT_APPLICABLE'],
    ['without an approval ectsCredits decide', undefined, ledgers(noApproval), 'READY'],
    ['without an approval, ectsCredits that stand', ledgers(noApproval), ledgers(noApproval), 'AWARDED'],
    ['without an approval, ectsCredits not met', ledgers(noApproval, noEcts), ledgers(noApproval, noEcts), 'NOT_MET'],
  ] as const)('%s', (_, before, after, group) => expect(awardGroupOf(before, after)).toBe(group));
});
