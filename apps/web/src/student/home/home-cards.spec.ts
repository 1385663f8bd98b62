import type { ToldCourse } from '../student-points';
import { type HomeFacts, homeCards } from './home-cards';

const now = '2027-01-20T09:00:00.000Z';
const text = { nb: 'HPR-nummeret finnes ikke', nn: 'HPR-nummeret finst ikkje', en: 'There is no such HPR number' };

const standing = (status: 'SAFE' | 'AT_RISK' | 'MET', sessionsLeftToLose: number) =>
  ({
    award: 'ectsCredits',
    status,
    total: 352,
    required: 264,
    attended: 0,
    open: 160,
    possible: 300,
    leftToLose: sessionsLeftToLose * 8,
    sessionsLeftToLose,
  }) as const;

const course = (
  attendance?: { status: 'SAFE' | 'AT_RISK' | 'MET'; left: number; missed: number; open?: number },
  dueAt?: string,
): ToldCourse => ({
  studentCourseId: 'stc_1',
  title: 'Lederutdanning',
  classCode: 'OSLO-1',
  assessments: [],
  ectsCredits: {
    has: 0,
    of: 30,
    requirements: [],
    ...(dueAt !== undefined && {
      blocking: { code: 'HPR_UNKNOWN', status: 'waiting', text, action: 'CORRECT_HPR_NUMBER', dueAt },
    }),
  },
  ...(attendance && {
    attendance: {
      countedIn: 'HALF_DAYS',
      sessions: {
        total: 44,
        attended: 24 - attendance.missed,
        open: attendance.open ?? 20,
      },
      standings: [standing(attendance.status, attendance.left)],
    },
  }),
});

const shown = (facts: Partial<HomeFacts>) =>
  homeCards({ courses: [], deadlines: [], now, ...facts }).map(({ kind, urgency }) => `${urgency} ${kind}`);

describe('a student’s home', () => {
  it('warns of attendance that is at risk or scarce, and of nothing else', () => {
    expect(shown({ courses: [course({ status: 'AT_RISK', left: 0, missed: 11 })] })[0]).toBe('important ATTENDANCE');
    expect(shown({ courses: [course({ status: 'SAFE', left: 4, missed: 7 })] })[0]).toBe('important ATTENDANCE');
    for (const fine of [
      course({ status: 'SAFE', left: 5, missed: 6 }),
      course({ status: 'SAFE', left: 4, missed: 0 }),
      course({ status: 'MET', left: 0, missed: 7 }),
      course(),
    ])
      expect(shown({ courses: [fine] })).toEqual(['info CREDITS']);
  });

  it('says nothing of attendance that can no longer change', () => {
    expect(shown({ courses: [course({ status: 'AT_RISK', left: 0, missed: 20, open: 0 })] })).toEqual(['info CREDITS']);
  });

  it('puts first what the student has to do within two days', () => {
    expect(shown({ courses: [course({ status: 'AT_RISK', left: 0, missed: 11 }, '2027-01-22')] })).toEqual([
      'urgent CREDITS',
      'important ATTENDANCE',
    ]);
    expect(shown({ courses: [course(undefined, '2027-01-23')] })).toEqual(['important CREDITS']);
  });

  it('counts deadlines by the first that is left, and forgets those that are over', () => {
    const day = (on: string) => ({ kind: 'APPEAL', of: 'Hjemmeeksamen', on }) as const;
    expect(shown({ deadlines: [day('2027-01-19')] })).toEqual([]);
    expect(shown({ deadlines: [day('2027-01-19'), day('2027-03-01')] })).toEqual(['info DEADLINES']);
    expect(shown({ deadlines: [day('2027-03-01'), day('2027-01-27')] })).toEqual(['important DEADLINES']);
    expect(shown({ deadlines: [day('2027-01-20')] })).toEqual(['urgent DEADLINES']);
  });
});
