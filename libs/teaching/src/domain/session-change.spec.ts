import { given } from '@kull/kernel/given';
import { classPlan, course, gathering, sixGatherings } from '../../test-model/a-year';
import { programmeClass } from './class';
import type { ClassEvent } from './class.events';
import type { Session } from './class-plan';
import type { Gathering } from './gathering';
import type { SessionChange } from './session-change';

const classId = 'cls_1';
const six = sixGatherings('A', ['T-1']);
const second = six[1]!;
const year: readonly ClassEvent[] = [
  { type: 'ClassPlanned', data: classPlan() },
  { type: 'CoursePlanned', data: { course } },
  ...six.map((one): ClassEvent => ({ type: 'GatheringScheduled', data: { classId, ...one } })),
];

// The second gathering is from 19 to 22 October 2026, mornings at 09 and afternoons at 13, in summer time.
const before = '2026-10-01T08:00:00.000Z';
const change = (wanted: SessionChange, at = before, number = 2) =>
  ({ type: 'ChangeSession', data: { classId, number, change: wanted, at } }) as const;
const callOff = (code: string): SessionChange => ({ kind: 'CALLED_OFF', code, reasonClass: 'TEACHER_AWAY' });
const move = (code: string, startsAt: string, where: Partial<Session> = {}): SessionChange => ({
  kind: 'MOVED',
  session: { code, startsAt, ...where },
});
const add = (startsAt: string, halfHours = 4): SessionChange => ({
  kind: 'ADDED',
  session: { title: 'Ekstra', startsAt, halfHours, room: 'A' },
});
const became = (sessions: readonly Session[], more: { readonly reasonClass?: 'TEACHER_AWAY' } = {}): ClassEvent => {
  const { number, title, venue } = second;
  const there: Gathering = { number, title, venue, sessions };
  return {
    type: 'GatheringRescheduled',
    data: { classId, ...there, before: { venue, sessions: second.sessions }, ...more },
  };
};
const withoutSession = (code: string) => second.sessions.filter((one) => one.code !== code);
const given6 = () => given(programmeClass)(...year);

describe('one session that is called off', () => {
  it('leaves the others as they are, for a reason', () =>
    given6()
      .when(change(callOff('2-2E')))
      .then(became(withoutSession('2-2E'), { reasonClass: 'TEACHER_AWAY' })));

  it('is not touched once its doors are open, an hour before it begins; until then it is, though others were held', () => {
    const doors = '2026-10-20T10:00:00.000Z';
    given6()
      .when(change(callOff('2-2E'), doors))
      .rejectedAs({ code: 'SESSION_BEGUN' });
    given6()
      .when(change(callOff('2-2E'), '2026-10-20T09:59:59.999Z'))
      .then(became(withoutSession('2-2E'), { reasonClass: 'TEACHER_AWAY' }));
  });

  it('is one of the gathering, and the gathering is to come', () => {
    given6()
      .when(change(callOff('3-1F')))
      .rejectedAs({ code: 'SESSION_UNKNOWN' });
    given6()
      .when(change(callOff('2-2E'), '2026-10-23T08:00:00.000Z'))
      .rejectedAs({ code: 'GATHERING_BEGUN' });
    given6()
      .when(change(callOff('7-1F'), before, 7))
      .rejectedAs({ code: 'GATHERING_NOT_SCHEDULED' });
  });

  it('is not the only one of a day that the gathering cannot do without (I-24)', () => {
    const noMorning: ClassEvent = became(withoutSession('2-2F'));
    given(programmeClass)(...year, noMorning)
      .when(change(callOff('2-2E')))
      .rejectedAs({ code: 'GATHERING_LENGTH', gathering: 2 });
  });
});

describe('one session that is moved', () => {
  it('keeps its title and length at another time, in another room', () => {
    const startsAt = '2026-10-20T15:00:00.000Z';
    const there = second.sessions.map((one) =>
      one.code === '2-2E' ? { ...one, startsAt, room: 'B', teachers: ['T-2'] } : one,
    );
    given6()
      .when(change(move('2-2E', startsAt, { room: 'B', teachers: ['T-2'] })))
      .then(became(there));
  });

  it('that stands there already changes nothing', () => {
    const { startsAt, room, teachers } = second.sessions[0]!;
    given6()
      .when(change(move('2-1F', startsAt, { room, teachers })))
      .thenNothing();
  });

  it('is at no time of another, not in the past, and on a day of the gathering', () => {
    given6()
      .when(change(move('2-2E', '2026-10-20T08:00:00.000Z')))
      .rejectedAs({ code: 'SESSIONS_OVERLAP', gathering: 2 });
    given6()
      .when(change(move('2-2E', '2026-09-30T08:00:00.000Z')))
      .rejectedAs({ code: 'SESSION_IN_THE_PAST' });
    given6()
      .when(change(move('2-2E', '2026-10-27T08:00:00.000Z')))
      .rejectedAs({ code: 'GATHERING_LENGTH', gathering: 2 });
  });
});

describe('one session that is added', () => {
  it('has a code that nobody has, in the order of time', () => {
    const evening = { code: '2-1E2', title: 'Ekstra', startsAt: '2026-10-19T16:00:00.000Z', halfHours: 4, room: 'A' };
    const [morning, afternoon, ...rest] = second.sessions;
    given6()
      .when(change(add(evening.startsAt)))
      .then(became([morning!, afternoon!, { ...evening, gathering: 2 }, ...rest]));
  });

  it('in the place of one that was called off is that one', () => {
    const called = became(withoutSession('2-2E'));
    const state = given(programmeClass)(...year, called)
      .when(change(add('2026-10-20T11:00:00.000Z', 8)))
      .state();
    const there = state.status === 'unplanned' ? undefined : state.gatherings.find(({ number }) => number === 2);
    expect(there!.sessions.map(({ code }) => code)).toEqual(second.sessions.map(({ code }) => code));
  });

  it('has not begun already', () =>
    given6()
      .when(change(add('2026-10-19T16:00:00.000Z'), '2026-10-19T16:00:00.000Z'))
      .rejectedAs({ code: 'SESSION_IN_THE_PAST' }));

  it('counts in what the class teaches', () => {
    const state = given6()
      .when(change(add('2026-10-19T16:00:00.000Z')))
      .state();
    expect(state.status === 'unplanned' ? 0 : state.plan.course!.sessions.length).toBe(45);
    expect(gathering(2, '2026-10-19', { days: 4 }).sessions).toHaveLength(8);
  });
});
