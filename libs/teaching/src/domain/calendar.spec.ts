import { isSame } from '@kull/kernel';
import fc from 'fast-check';
import { CalendarWorld, type Happening, whatHappens } from '../../../../test/harness/calendar-world';
import { CalendarLog, course, enrolledIn, gatheringOn, planOf } from '../../../../test/harness/calendars';
import { type Calendar, type CalendarEntry, calendarOfClass, calendarOfStudent } from './calendar';
import type { ClassEvent } from './class.events';
import type { Gathering } from './gathering';

const A = 'cls_oslo1';
const B = 'cls_oslo2';
const student = 'stc_kari';
const on = '2027-01-15';
const place = {
  programme: 'NLP',
  intake: 'NLP-2026',
  personId: 'per_kari',
  studentNo: 'S1',
};

const first = (venue: string, day: string) => gatheringOn(1, day, venue, 'A2-075', 'Ledelse');
const third = (venue: string, day: string) => gatheringOn(3, day, venue, 'A2-075', 'Økonomi');

const scheduled = (classId: string, gathering: Gathering): ClassEvent => ({
  type: 'GatheringScheduled',
  data: { classId, ...gathering },
});
const moved = (classId: string, gathering: Gathering): ClassEvent => ({
  type: 'GatheringRescheduled',
  data: { classId, ...gathering, before: { venue: gathering.venue, sessions: gathering.sessions } },
});
const cancelled = (classId: string, { number, sessions }: Gathering): ClassEvent => ({
  type: 'GatheringCancelled',
  data: { classId, number, sessions },
});
const madeUp = (classId: string, gathering: number, studentNo = 'S1'): ClassEvent => ({
  type: 'MakeUpArranged',
  data: {
    ...{ classId, gathering, studentNo, homeClassId: A, homeClassCode: 'OSLO-1' },
    ...{ arrangedAt: '2026-10-01T08:00:00.000Z', takesSeat: false, ceiling: 54 },
  },
});
const transferred = (from: string, to: string) =>
  ({ type: 'StudentTransferred', data: { ...place, classId: from, to: { classId: to, classCode: to }, on } }) as const;

/** Two classes of one intake; the third gathering of the second is a week after that of the first. */
const year = (): CalendarLog =>
  new CalendarLog()
    .ofClass(A, { type: 'ClassPlanned', data: planOf('OSLO-1', 'OSLO') }, { type: 'CoursePlanned', data: { course } })
    .ofClass(A, scheduled(A, first('BI Nydalen', '2026-09-07')), scheduled(A, third('BI Nydalen', '2027-02-08')))
    .ofClass(B, { type: 'ClassPlanned', data: planOf('OSLO-2', 'OSLO') }, { type: 'CoursePlanned', data: { course } })
    .ofClass(B, scheduled(B, first('Vika', '2026-09-14')), scheduled(B, third('Vika', '2027-02-15')));

const kari = (): CalendarLog => year().ofStudent(A, 'S1', enrolledIn(A, 'S1'));

/** Of each gathering: class, first day, status, sequence. */
const summary = (calendar: Calendar): readonly string[] => [
  ...new Set(
    calendar
      .filter(({ session }) => session.code.endsWith('-1F'))
      .map(
        ({ gathering, classId, session, status, sequence, isGuest }) =>
          `${gathering?.number} ${classId} ${session.startsAt.slice(0, 10)} ${status} ${sequence}${isGuest ? ' guest' : ''}`,
      ),
  ),
];
const ofStudent = (log: CalendarLog): readonly string[] => summary(calendarOfStudent(log.facts, student));

describe('the calendar of a class', () => {
  it('has an entry per session, under an id that stays when it is moved, cancelled and planned again', () => {
    const log = year();
    const before = calendarOfClass(log.facts, A);
    expect(before.map(({ session }) => session.code).slice(0, 7)).toEqual([
      ...['1-1F', '1-1E', '1-2F', '1-2E', '1-3F', '1-3E'],
      '3-1F',
    ]);
    log.ofClass(A, moved(A, third('BI Nydalen', '2027-03-01')), cancelled(A, first('BI Nydalen', '2026-09-07')));
    expect(summary(calendarOfClass(log.facts, A))).toEqual([
      `1 ${A} 2026-09-07 cancelled 1`,
      `3 ${A} 2027-03-01 scheduled 1`,
    ]);
    log.ofClass(A, scheduled(A, first('BI Nydalen', '2026-10-05')));
    const after = calendarOfClass(log.facts, A);
    expect(summary(after)).toEqual([`1 ${A} 2026-10-05 scheduled 2`, `3 ${A} 2027-03-01 scheduled 1`]);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after[0]!.changedAt).toBe(log.facts.at(-1)!.recordedAt);
  });

  it('keeps a session as cancelled that the gathering has no longer', () => {
    const { sessions, ...rest } = first('BI Nydalen', '2026-10-05');
    const renamed = { ...rest, sessions: sessions.map((one) => ({ ...one, code: `new-${one.code}` })) };
    const log = year().ofClass(A, cancelled(A, first('BI Nydalen', '2026-09-07')), scheduled(A, renamed));
    expect(summary(calendarOfClass(log.facts, A))).toEqual([
      `1 ${A} 2026-09-07 cancelled 1`,
      `1 ${A} 2026-10-05 scheduled 0`,
      `3 ${A} 2027-02-08 scheduled 0`,
    ]);
  });

  it('has the sessions of a course without gatherings', () => {
    const session = { code: 'M1', title: 'Lederrollen', startsAt: '2026-01-12T08:00:00.000Z', halfHours: 15 };
    const { gatherings: _, ...plain } = course;
    const plan = { ...planOf('NLA-1', 'ONLINE'), course: { ...plain, sessions: [session] } };
    const log = new CalendarLog().ofClass(A, { type: 'ClassPlanned', data: plan });
    expect(calendarOfClass(log.facts, A)).toMatchObject([{ session, status: 'scheduled', sequence: 0 }]);
  });
});

describe('the calendar of a student', () => {
  it('is that of the class, under ids of its own', () => {
    const calendar = calendarOfStudent(kari().facts, student);
    expect(summary(calendar)).toEqual([`1 ${A} 2026-09-07 scheduled 0`, `3 ${A} 2027-02-08 scheduled 0`]);
    const uids = calendarOfClass(kari().facts, A).map(({ uid }) => uid);
    expect(calendar.filter(({ uid }) => uids.includes(uid))).toEqual([]);
  });

  it('moves with the student to another class; what was held before stays where it was', () => {
    const log = kari();
    const uids = calendarOfStudent(log.facts, student).map(({ uid }) => uid);
    log
      .ofStudent(A, 'S1', transferred(A, B))
      .ofStudent(B, 'S1', enrolledIn(B, 'S1', { courseClassId: A, enteredOn: on }));
    expect(ofStudent(log)).toEqual([`1 ${A} 2026-09-07 scheduled 0`, `3 ${B} 2027-02-15 scheduled 2`]);
    expect(calendarOfStudent(log.facts, student).map(({ uid }) => uid)).toEqual(uids);
  });

  it('does not follow the class that the student left', () => {
    const log = kari()
      .ofStudent(A, 'S1', transferred(A, B))
      .ofStudent(B, 'S1', enrolledIn(B, 'S1', { courseClassId: A, enteredOn: on }));
    const before = calendarOfStudent(log.facts, student);
    log.ofClass(A, moved(A, third('BI Nydalen', '2027-03-01')));
    expect(calendarOfStudent(log.facts, student)).toEqual(before);
  });

  it('never counts down, though the class that the student comes to has moved less', () => {
    const log = kari().ofClass(A, moved(A, third('BI Nydalen', '2027-02-22')), moved(A, third('Vika', '2027-02-22')));
    expect(ofStudent(log)[1]).toBe(`3 ${A} 2027-02-22 scheduled 2`);
    log
      .ofStudent(A, 'S1', transferred(A, B))
      .ofStudent(B, 'S1', enrolledIn(B, 'S1', { courseClassId: A, enteredOn: on }));
    expect(ofStudent(log)[1]).toBe(`3 ${B} 2027-02-15 scheduled 4`);
  });

  it('has a make-up in place of the own gathering, for as long as it is arranged', () => {
    const log = kari().ofClass(B, madeUp(B, 1), madeUp(B, 3, 'S2'));
    expect(ofStudent(log)).toEqual([`1 ${B} 2026-09-14 scheduled 1 guest`, `3 ${A} 2027-02-08 scheduled 0`]);
    log.ofClass(B, moved(B, first('Vika', '2026-10-05')));
    expect(ofStudent(log)).toEqual([`1 ${B} 2026-10-05 scheduled 2 guest`, `3 ${A} 2027-02-08 scheduled 0`]);
    const data = { classId: B, gathering: 1, studentNo: 'S1', seatsReleased: 0 };
    log.ofClass(B, { type: 'MakeUpCancelled', data });
    expect(ofStudent(log)[0]).toBe(`1 ${A} 2026-09-07 scheduled 3`);
  });

  it('ends with the last day of a student who withdraws', () => {
    const log = kari().ofClass(B, madeUp(B, 3));
    log.ofStudent(A, 'S1', { type: 'StudentWithdrawn', data: { ...place, classId: A, on, reasonClass: 'NEW_JOB' } });
    expect(ofStudent(log)).toEqual([`1 ${A} 2026-09-07 scheduled 0`, `3 ${B} 2027-02-15 dropped 2 guest`]);
  });
});

const happening = fc.record({
  what: fc.constantFrom(...whatHappens),
  classId: fc.constantFrom(...CalendarWorld.classIds),
  number: fc.integer({ min: 1, max: 3 }),
  week: fc.integer({ min: 0, max: 30 }),
});

/** A guest whose gathering is cancelled; a guest who withdraws. */
const guestsExamples = (['cancel', 'withdraw'] as const).map((then): [Happening[]] => [
  [
    { what: 'make up', classId: B, number: 3, week: 0 },
    { what: then, classId: then === 'cancel' ? B : A, number: 3, week: 1 },
  ],
]);

const contentOf = ({ sequence: _, changedAt: __, plan: ___, gathering, ...shown }: CalendarEntry) => ({
  ...shown,
  venue: gathering?.venue,
});

/** What of an earlier calendar was lost in the later one, went back, or changed unseen. */
const lostBetween = (before: Calendar, now: Calendar): readonly string[] => {
  const entries = new Map(now.map((entry) => [entry.uid, entry]));
  if (entries.size < now.length) return ['two entries under one id'];
  return before.flatMap((earlier) => {
    const later = entries.get(earlier.uid);
    const code = earlier.session.code;
    if (later?.session.code !== code) return [`${code} is gone`];
    if (later.sequence < earlier.sequence) return [`${code} went back`];
    if (later.sequence > earlier.sequence) return [];
    return isSame(contentOf(earlier), contentOf(later)) && later.changedAt === earlier.changedAt
      ? []
      : [`${code} changed unseen`];
  });
};

describe('after any plans, moves, cancellations, transfers and make-ups', () => {
  it('every id is kept, no sequence has fallen, and each has risen with what changed', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 25, size: 'max' }), (happenings) => {
        const world = new CalendarWorld();
        let before = world.calendars();
        for (const one of happenings) {
          world.happens(one);
          const now = world.calendars();
          expect(before.flatMap((calendar, i) => lostBetween(calendar, now[i]!))).toEqual([]);
          for (const [i, classId] of CalendarWorld.classIds.entries())
            expect(
              now[i]!.filter((entry) => entry.sequence !== world.revisionOf(classId, entry.gathering!.number)),
            ).toEqual([]);
          for (const { status, isGuest } of now[2]!) seen.add(isGuest ? `${status} as a guest` : status);
          before = now;
        }
      }),
      { numRuns: 30, examples: guestsExamples },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(['scheduled', 'cancelled', 'dropped', 'scheduled as a guest', 'dropped as a guest']),
    );
  });
});
