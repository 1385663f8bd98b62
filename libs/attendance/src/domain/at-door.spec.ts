import type { ClassMember, PlannedClass, Session } from '@kull/teaching/contracts';
import { cohortAtDoor, runningSession, sessionsAt } from './at-door';

const member = (
  studentNo: string,
  over: Partial<ClassMember['student']> = {},
  more: Partial<ClassMember> = {},
): ClassMember => ({
  student: {
    classId: 'cls_1',
    classCode: 'OSLO-1',
    programme: 'NLP',
    intake: 'NLP-2026',
    personId: `per_${studentNo}`,
    studentNo,
    participantStatus: 'PHYSICIAN',
    fingerprint: '0'.repeat(64),
    capacity: 54,
    ...over,
  },
  onLeave: false,
  periods: [{}],
  leaves: [],
  attendedIn: [],
  ...more,
});

const oslo2 = { classId: 'cls_2', classCode: 'OSLO-2' };

describe('the door of a class', () => {
  const expectedAt = (one: ClassMember, day: string, gathering?: number): boolean =>
    cohortAtDoor([one], [], { classId: 'cls_1', day, gathering })[0]!.isExpected;

  it('expects its own students, and not those of other classes', () => {
    expect(expectedAt(member('S1'), '2026-09-16', 1)).toBe(true);
    expect(expectedAt(member('S1', oslo2), '2026-09-16', 1)).toBe(false);
  });

  it('expects a guest at the gathering of the seat only', () => {
    const guest = member('S1', oslo2, { attendedIn: [{ classId: 'cls_1', gathering: 2 }] });
    expect([1, 2].map((gathering) => expectedAt(guest, '2026-09-16', gathering))).toEqual([false, true]);
  });

  it('expects whoever was its student on the day, though gone since; the code stays the same', () => {
    const periods = [{ until: '2026-10-01' }];
    const former = [{ ...member('S1'), periods, transferredTo: 'cls_2' }];
    const moved = member('S1', { ...oslo2, courseClassId: 'cls_1' }, { periods: [{ from: '2026-10-01' }] });
    const seen = (day: string) => cohortAtDoor([moved], former, { classId: 'cls_1', gathering: 1, day });
    expect(seen('2026-09-30').map(({ classCode, isExpected }) => [classCode, isExpected])).toEqual([['OSLO-1', true]]);
    expect(seen('2026-10-01').map(({ classCode, isExpected }) => [classCode, isExpected])).toEqual([['OSLO-2', false]]);
    expect(seen('2026-09-30')[0]!.reference).toBe(seen('2026-10-01')[0]!.reference);
  });

  it('knows nobody who has stopped', () => {
    const former = [{ student: member('S1').student, periods: [{ until: '2026-10-01' }] }];
    expect(cohortAtDoor([], former, { classId: 'cls_1', day: '2026-10-01' })).toEqual([]);
    expect(cohortAtDoor([], former, { classId: 'cls_1', day: '2026-09-30' })).toHaveLength(1);
  });
});

const session = (code: string, startsAt: string, gathering?: number): Session => ({
  code,
  title: code,
  startsAt,
  halfHours: 7,
  ...(gathering !== undefined && { gathering }),
});

const planned = (...sessions: readonly Session[]): PlannedClass =>
  ({ plan: { code: 'OSLO-1', course: { sessions } } }) as unknown as PlannedClass;

describe('the session that is running', () => {
  const morning = session('S1-1', '2026-09-16T07:00:00.000Z', 1);
  const afternoon = session('S1-2', '2026-09-16T11:00:00.000Z', 1);
  const running = (now: string, code?: string) => runningSession(planned(afternoon, morning), now, code)?.code;

  it.each([
    ['05:59:59.999', undefined],
    ['06:00:00.000', 'S1-1'],
    ['10:29:59.999', 'S1-1'],
    ['10:30:00.000', 'S1-2'],
    ['14:29:59.999', 'S1-2'],
    ['14:30:00.000', undefined],
  ])('is at %s: %s', (time, code) => expect(running(`2026-09-16T${time}Z`)).toBe(code));

  it('is the one that was asked for, when its doors are open', () => {
    expect(running('2026-09-16T10:10:00.000Z', 'S1-2')).toBe('S1-2');
    expect(running('2026-09-16T09:10:00.000Z', 'S1-2')).toBeUndefined();
    expect(running('2026-09-16T09:10:00.000Z', 'S9-9')).toBeUndefined();
  });
});

describe('the sessions that a roster is for', () => {
  it('are those of the gathering, or all of a course without gatherings', () => {
    const [one, two] = [session('A', '2026-09-16T07:00:00.000Z', 1), session('B', '2026-11-16T07:00:00.000Z', 2)];
    expect(sessionsAt(planned(one, two), 2)).toEqual([two]);
    expect(sessionsAt(planned(one, two), undefined)).toEqual([]);
    const alone = session('M1', '2026-09-16T07:00:00.000Z');
    expect(sessionsAt(planned(alone), undefined)).toEqual([alone]);
  });
});
