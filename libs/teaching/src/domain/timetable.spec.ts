import { given } from '@kull/kernel/given';
import { classPlan, course, gathering, sixGatherings } from '../../test-model/a-year';
import { programmeClass } from './class';
import type { ClassEvent } from './class.events';
import type { Gathering } from './gathering';

const classId = 'cls_1';
const plan = classPlan();
const planned: ClassEvent = { type: 'ClassPlanned', data: plan };
const coursePlanned: ClassEvent = { type: 'CoursePlanned', data: { course } };
const six = sixGatherings('A', ['T-1']);
const scheduled = (one: Gathering): ClassEvent => ({ type: 'GatheringScheduled', data: { classId, ...one } });
const year: readonly ClassEvent[] = [planned, coursePlanned, ...six.map(scheduled)];

const planYear = (gatherings: readonly Gathering[] = six, as = plan) =>
  ({ type: 'PlanYear', data: { classId, plan: as, course, gatherings } }) as const;
const schedule = (wanted: Gathering) => ({ type: 'ScheduleGathering', data: { classId, gathering: wanted } }) as const;
const move = (wanted: Gathering, on = '2026-09-01') =>
  ({ type: 'RescheduleGathering', data: { classId, gathering: wanted, on } }) as const;
const cancel = (number: number, on = '2026-09-01') =>
  ({ type: 'CancelGathering', data: { classId, number, on, reasonClass: 'OTHER' } }) as const;
const open = { type: 'OpenClass', data: {} } as const;
const before = ({ venue, sessions }: Gathering) => ({ venue, sessions });

const first = six[0]!;
const later = gathering(1, '2026-09-21', { days: 4, room: 'B', teachers: ['T-1'] });
const moved: ClassEvent = { type: 'GatheringRescheduled', data: { classId, ...later, before: before(first) } };
const cancelled: ClassEvent = {
  type: 'GatheringCancelled',
  data: { classId, number: 1, sessions: first.sessions, reasonClass: 'OTHER' },
};

describe('a year of a class', () => {
  it('is planned with the class, or for a class that an intake planned', () => {
    given(programmeClass)()
      .when(planYear())
      .then(...year);
    given(programmeClass)(planned)
      .when(planYear())
      .then(...year.slice(1));
  });

  it('is planned once, in whatever order its gatherings stand', () => {
    given(programmeClass)(...year)
      .when(planYear())
      .thenNothing();
    given(programmeClass)(...year)
      .when(planYear([...six].reverse()))
      .thenNothing();
  });

  it('is not planned anew: other gatherings, another class', () => {
    const rejected = { code: 'CLASS_DIFFERS' } as const;
    given(programmeClass)(...year)
      .when(planYear(six.slice(1)))
      .rejectedAs(rejected);
    given(programmeClass)(...year, moved)
      .when(planYear())
      .rejectedAs(rejected);
    given(programmeClass)(planned)
      .when(planYear(six, { ...plan, site: 'Bergen' }))
      .rejectedAs(rejected);
  });

  it('is refused whole for one gathering that cannot stand', () => {
    const short = gathering(2, '2026-10-19', { days: 2 });
    given(programmeClass)(planned)
      .when(planYear([first, short]))
      .rejectedAs({ code: 'GATHERING_LENGTH', gathering: 2 });
    given(programmeClass)(planned)
      .when(planYear([first, gathering(1, '2026-10-19')]))
      .rejectedAs({ code: 'GATHERING_DIFFERS' });
  });

  it('gives the course its sessions in order of time', () => {
    const state = given(programmeClass)()
      .when(planYear([...six].reverse()))
      .state();
    const codes = state.status === 'unplanned' ? [] : state.plan.course!.sessions.map(({ code }) => code);
    expect(codes).toHaveLength(44);
    expect([codes[0], codes[8], codes[43]]).toEqual(['1-1F', '2-1F', '6-4E']);
  });
});

describe('a class of gatherings', () => {
  it('opens when all its gatherings are scheduled (I-24)', () => {
    given(programmeClass)(...year)
      .when(open)
      .then({ type: 'ClassOpened', data: {} });
    given(programmeClass)(...year.slice(0, -1))
      .when(open)
      .rejectedAs({ code: 'GATHERINGS_MISSING' });
    given(programmeClass)(...year, cancelled)
      .when(open)
      .rejectedAs({ code: 'GATHERINGS_MISSING' });
    given(programmeClass)(planned).when(open).rejectedAs({ code: 'COURSE_NOT_PLANNED' });
  });

  it('gets a gathering once, when it is known what the class teaches', () => {
    given(programmeClass)(planned, coursePlanned).when(schedule(first)).then(scheduled(first));
    given(programmeClass)(planned, coursePlanned, scheduled(first)).when(schedule(first)).thenNothing();
    given(programmeClass)(...year)
      .when(schedule(later))
      .rejectedAs({ code: 'GATHERING_DIFFERS' });
    given(programmeClass)(planned).when(schedule(first)).rejectedAs({ code: 'COURSE_NOT_PLANNED' });
    given(programmeClass)().when(schedule(first)).rejectedAs({ code: 'CLASS_NOT_PLANNED' });
  });

  it('says which gathering cannot stand, and why', () =>
    given(programmeClass)(...year.slice(0, 3))
      .when(schedule(gathering(2, '2026-09-17')))
      .rejectedAs({ code: 'GATHERINGS_OVERLAP', gathering: 2 }));
});

describe('a gathering that is moved', () => {
  it('keeps what it was, so that the log gives it back', () =>
    given(programmeClass)(...year)
      .when(move(later))
      .then(moved));

  it('may take days that it had itself', () => {
    const overlapping = gathering(1, '2026-09-15', { days: 4, room: 'A', teachers: ['T-1'] });
    given(programmeClass)(...year)
      .when(move(overlapping))
      .then({ type: 'GatheringRescheduled', data: { classId, ...overlapping, before: before(first) } });
  });

  it('changes nothing when it stands there already', () => {
    given(programmeClass)(...year)
      .when(move(first))
      .thenNothing();
    given(programmeClass)(...year, moved)
      .when(move(later))
      .thenNothing();
  });

  it('has a revision more each time, also cancelled and set up again', () => {
    const revision = (...history: readonly ClassEvent[]): number => {
      const state = given(programmeClass)(...year, ...history)
        .when(open)
        .state();
      return state.status === 'unplanned' ? -1 : state.gatherings[0]!.revision;
    };
    expect(revision()).toBe(0);
    expect(revision(moved)).toBe(1);
    expect(revision(moved, cancelled, scheduled(first))).toBe(3);
  });

  it('has not begun, and does not go into the past', () => {
    given(programmeClass)(...year)
      .when(move(later, '2026-09-14'))
      .rejectedAs({ code: 'GATHERING_BEGUN' });
    given(programmeClass)(...year)
      .when(move(later, '2026-09-13'))
      .then(moved);
    const earlier = gathering(1, '2026-09-07', { days: 4 });
    given(programmeClass)(...year)
      .when(move(earlier, '2026-09-08'))
      .rejectedAs({ code: 'IN_THE_PAST' });
  });

  it('has the same sessions, for as long', () => {
    const shorter = gathering(1, '2026-09-21', { days: 3 });
    given(programmeClass)(...year)
      .when(move(shorter))
      .rejectedAs({ code: 'SESSIONS_DIFFER' });
  });

  it('stands beside the others of its class', () => {
    const upon = gathering(1, '2026-10-20', { days: 4 });
    given(programmeClass)(...year)
      .when(move(upon))
      .rejectedAs({ code: 'GATHERINGS_OVERLAP', gathering: 1 });
    given(programmeClass)(...year)
      .when(move(gathering(1, '2027-06-10', { days: 4 })))
      .rejectedAs({ code: 'OUTSIDE_CLASS_PERIOD', gathering: 1 });
  });

  it('is on the timetable', () => {
    given(programmeClass)(planned, coursePlanned).when(move(first)).rejectedAs({ code: 'GATHERING_NOT_SCHEDULED' });
    given(programmeClass)(...year, cancelled)
      .when(move(later))
      .rejectedAs({ code: 'GATHERING_NOT_SCHEDULED' });
  });
});

describe('a gathering that is cancelled', () => {
  it('has not begun', () => {
    given(programmeClass)(...year)
      .when(cancel(1))
      .then(cancelled);
    given(programmeClass)(...year)
      .when(cancel(1, '2026-09-14'))
      .rejectedAs({ code: 'GATHERING_BEGUN' });
    given(programmeClass)(...year, cancelled)
      .when(cancel(1))
      .rejectedAs({ code: 'GATHERING_NOT_SCHEDULED' });
  });

  it('leaves its days free', () =>
    given(programmeClass)(...year, cancelled)
      .when(move(gathering(2, '2026-09-14', { days: 4 }), '2026-09-01'))
      .then({
        type: 'GatheringRescheduled',
        data: { classId, ...gathering(2, '2026-09-14', { days: 4 }), before: before(six[1]!) },
      }));

  it('can be set up again, with its sessions counting once more', () => {
    const state = given(programmeClass)(...year, cancelled)
      .when(schedule(later))
      .state();
    expect(state.status === 'unplanned' ? 0 : state.plan.course!.sessions.length).toBe(44);
  });
});
