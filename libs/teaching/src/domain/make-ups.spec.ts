import { given } from '@kull/kernel/given';
import { programmeClass } from './class';
import type { ClassEvent, MakeUpArranged } from './class.events';
import type { Session } from './class-plan';

const sessionsOf = (number: number, from: string): readonly Session[] =>
  [0, 1, 2].map((day) => ({
    code: `G${number}-${day}`,
    title: `Økt ${day + 1}`,
    startsAt: `${from.slice(0, 8)}${String(Number(from.slice(8)) + day).padStart(2, '0')}T07:00:00.000Z`,
    halfHours: 8,
    gathering: number,
  }));
const sessions = sessionsOf(1, '2026-09-07');
const scheduled = (number: number, from: string): ClassEvent => ({
  type: 'GatheringScheduled',
  data: {
    classId: 'cls_2',
    number,
    title: `Samling ${number}`,
    venue: 'BI Nydalen',
    sessions: sessionsOf(number, from),
  },
});
const planned: readonly ClassEvent[] = [
  {
    type: 'ClassPlanned',
    data: { code: 'OSLO-2', site: 'OSLO', capacity: 54, programme: { code: 'NLP', title: 'Nasjonal lederutdanning' } },
  },
  {
    type: 'CoursePlanned',
    data: {
      course: {
        ectsCredits: 30,
        ectsRule: { minAttendance: { numerator: 75, denominator: 100 } },
        gatherings: { count: 2, minDays: 3, maxDays: 4 },
        organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
      },
    },
  },
  scheduled(1, '2026-09-07'),
  scheduled(2, '2026-10-12'),
];
const at = '2026-09-01T08:00:00.000Z';
const guest = (studentNo: string, gathering = 1) => ({
  gathering,
  studentNo,
  homeClassId: 'cls_1',
  homeClassCode: 'OSLO-1',
});
const arrange = (studentNo: string, more: { readonly gathering?: number; readonly at?: string } = {}) => {
  const { gathering = 1 } = more;
  const homeSessions = sessionsOf(gathering, '2026-11-02');
  const makeUp = { ...guest(studentNo, gathering), classId: 'cls_2', homeSessions, at: more.at ?? at };
  return { type: 'ArrangeMakeUp', data: makeUp } as const;
};
const arranged = (studentNo: string, takesSeat: boolean, gathering = 1): MakeUpArranged => ({
  type: 'MakeUpArranged',
  data: { ...guest(studentNo, gathering), classId: 'cls_2', arrangedAt: at, takesSeat, ceiling: 54 },
});
const cancelled = (studentNo: string, seatsReleased: number, gathering = 1): ClassEvent => ({
  type: 'MakeUpCancelled',
  data: { classId: 'cls_2', gathering, studentNo, seatsReleased },
});
const cancel = (studentNo: string, on = '2026-09-01') =>
  ({ type: 'CancelMakeUp', data: { classId: 'cls_2', gathering: 1, studentNo, on } }) as const;
const cancelAll = (studentNo: string, on: string) =>
  ({ type: 'CancelMakeUpsOf', data: { classId: 'cls_2', studentNo, on } }) as const;
const release = (on: string) => ({ type: 'ReleaseMakeUpSeats', data: { classId: 'cls_2', on } }) as const;

const having = (...history: readonly ClassEvent[]) => given(programmeClass)(...planned, ...history);

describe('a make-up', () => {
  it('takes a seat from the places of the class', () => having().when(arrange('S1')).then(arranged('S1', true)));

  it('takes none at a gathering with fewer guests than the fullest', () =>
    having(arranged('S1', true), arranged('S2', true))
      .when(arrange('S3', { gathering: 2 }))
      .then(arranged('S3', false, 2)));

  it('is arranged once', () => having(arranged('S1', true)).when(arrange('S1')).thenNothing());

  it('is not for students of the class', () => {
    const own = arrange('S1');
    having()
      .when({ ...own, data: { ...own.data, homeClassId: 'cls_2' } })
      .rejectedAs({ code: 'OWN_CLASS' });
  });

  it('needs the gathering on the timetable, still to come', () => {
    having()
      .when(arrange('S1', { gathering: 3 }))
      .rejectedAs({ code: 'GATHERING_NOT_SCHEDULED' });
    having()
      .when(arrange('S1', { at: '2026-09-07T06:00:00.000Z' }))
      .then({
        ...arranged('S1', true),
        data: { ...arranged('S1', true).data, arrangedAt: '2026-09-07T06:00:00.000Z' },
      });
    having()
      .when(arrange('S1', { at: '2026-09-07T22:00:00.000Z' }))
      .rejectedAs({ code: 'GATHERING_BEGUN' });
  });

  it.each([
    ['another session', [...sessions.slice(1), { ...sessions[0]!, code: 'G1-X' }]],
    ['another length', [...sessions.slice(1), { ...sessions[0]!, halfHours: 7 }]],
    ['fewer sessions', sessions.slice(1)],
  ])('needs the same gathering: not with %s', (_what, homeSessions) => {
    const command = arrange('S1');
    having()
      .when({ ...command, data: { ...command.data, homeSessions } })
      .rejectedAs({ code: 'GATHERING_NOT_EQUIVALENT' });
  });

  it('needs a class that is planned', () =>
    given(programmeClass)().when(arrange('S1')).rejectedAs({ code: 'CLASS_NOT_PLANNED' }));

  it('is refused by the log when every seat is taken', () => {
    const [rule] = programmeClass.setRules!(arranged('S1', true));
    expect(rule).toEqual({ kind: 'count', key: 'places:cls_2', by: 1, max: 54 });
    expect(programmeClass.refusedBy!(rule!)).toEqual({ code: 'PLACES_TAKEN' });
    expect(programmeClass.setRules!(arranged('S1', false))).toEqual([]);
  });
});

describe('a make-up that is cancelled', () => {
  it('gives its seat back', () => having(arranged('S1', true)).when(cancel('S1')).then(cancelled('S1', 1)));

  it('keeps the seat that another gathering needs', () =>
    having(arranged('S1', true), arranged('S2', false, 2))
      .when(cancel('S1'))
      .then(cancelled('S1', 0)));

  it('must be there, and its gathering not begun', () => {
    having(arranged('S1', true)).when(cancel('S2')).rejectedAs({ code: 'MAKE_UP_NOT_ARRANGED' });
    having(arranged('S1', true)).when(cancel('S1', '2026-09-08')).rejectedAs({ code: 'GATHERING_BEGUN' });
  });

  it('with all others of a student keeps those that have begun, and gives the seats back', () => {
    const both = having(arranged('S1', true), arranged('S1', false, 2));
    both.when(cancelAll('S1', '2026-09-01')).then(cancelled('S1', 0), cancelled('S1', 1, 2));
    both.when(cancelAll('S1', '2026-09-09')).then(cancelled('S1', 0, 2));
    both.when(cancelAll('S2', '2026-09-01')).thenNothing();
  });
});

describe('seats kept for guests', () => {
  it('are given back when the gatherings that needed them are over', () => {
    const two = having(arranged('S1', true), arranged('S2', true), arranged('S3', false, 2));
    two.when(release('2026-09-09')).thenNothing();
    two
      .when(release('2026-09-10'))
      .then({ type: 'MakeUpSeatsReleased', data: { classId: 'cls_2', on: '2026-09-10', seatsReleased: 1 } });
  });

  it('are not kept for a gathering that was called off, nor its guests when it is planned anew', () => {
    const off: ClassEvent = { type: 'GatheringCancelled', data: { classId: 'cls_2', number: 1, sessions } };
    const anew = having(arranged('S1', true), off, scheduled(1, '2026-09-07'));
    anew
      .when(release('2026-09-01'))
      .then({ type: 'MakeUpSeatsReleased', data: { classId: 'cls_2', on: '2026-09-01', seatsReleased: 1 } });
    expect(anew.when(release('2026-09-01')).state()).toMatchObject({ guests: [], guestSeats: 0 });
  });
});
