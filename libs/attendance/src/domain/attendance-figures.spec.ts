import { describe, expect, it } from '@jest/globals';
import { attendanceFigures } from './attendance-figures';
import type { Standing } from './attendance-standing';

const standing = (over: Partial<Standing>): Standing => ({
  award: 'ectsCredits',
  status: 'SAFE',
  total: 120,
  required: 90,
  attended: 60,
  open: 60,
  possible: 120,
  leftToLose: 30,
  sessionsLeftToLose: 3,
  ...over,
});
const sessions = { total: 44, attended: 15 };

describe('attendance in figures', () => {
  it('is half-days where people count those', () => {
    expect(attendanceFigures({ countedIn: 'HALF_DAYS', sessions, standings: [standing({})] })).toEqual({
      status: 'SAFE',
      countedIn: 'HALF_DAYS',
      attended: 15,
      of: 44,
      leftToLose: 3,
    });
  });

  it('is hours elsewhere, by the requirement that leaves least, and as grave as the gravest', () => {
    const points = standing({ award: 'coursePoints', status: 'AT_RISK', leftToLose: 13, sessionsLeftToLose: 0 });
    expect(attendanceFigures({ countedIn: 'HOURS', sessions, standings: [standing({}), points] })).toEqual({
      status: 'AT_RISK',
      countedIn: 'HOURS',
      attended: 30,
      of: 60,
      leftToLose: 6.5,
    });
  });
});
