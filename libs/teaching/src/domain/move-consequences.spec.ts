import { addDays, fold, isRejected, type SetRule } from '@kull/kernel';
import fc from 'fast-check';
import { classPlan, course, gathering, sixGatherings } from '../../test-model/a-year';
import { programmeClass } from './class';
import type { ClassEvent, GatheringRescheduled } from './class.events';
import { scheduledOf } from './class.state';
import type { Gathering } from './gathering';
import { takenBy } from './gathering';
import { consequencesOf } from './move-consequences';
import { movedGathering } from './moved-gathering';
import type { Attendee } from './told-of-change';

const classId = 'cls_1';
const before = gathering(4, '2027-02-22', { days: 4, room: 'A', teachers: ['T-1', 'T-2'] });
const moveTo = (after: Gathering): GatheringRescheduled['data'] => ({
  classId,
  ...after,
  before: { venue: before.venue, sessions: before.sessions },
});
const aWeekLater = moveTo(movedGathering(before, { days: 7 }));
const student = (studentNo: string, more: Partial<Attendee> = {}): Attendee => ({
  studentNo,
  role: 'student',
  language: 'nb',
  hasEmail: true,
  periods: [{}],
  ...more,
});
const early = '2026-12-01T12:00:00.000Z';

describe('the consequences of a move (W12)', () => {
  it('are one message in each language to those who are touched, and a new calendar for each', () => {
    const attendees = [
      student('S2', { language: 'nn' }),
      student('S1'),
      student('S3'),
      student('S4', { hasEmail: false }),
      { studentNo: 'G1', role: 'guest', language: 'en', hasEmail: true } as const,
    ];
    expect(consequencesOf(aWeekLater, attendees, early)).toMatchObject({
      gathering: 4,
      before: { startsOn: '2027-02-22', endsOn: '2027-02-25' },
      after: { startsOn: '2027-03-01', endsOn: '2027-03-04' },
      touched: { students: ['S1', 'S2', 'S3', 'S4'], guests: ['G1'], teachers: ['T-1', 'T-2'] },
      notices: [
        { kind: 'GATHERING_MOVED', channel: 'EMAIL', language: 'nb', recipients: ['S1', 'S3'] },
        { kind: 'GATHERING_MOVED', channel: 'EMAIL', language: 'nn', recipients: ['S2'] },
        { kind: 'GATHERING_MOVED', channel: 'EMAIL', language: 'en', recipients: ['G1'] },
      ],
      notReached: ['S4'],
      calendarFeeds: 6,
    });
  });

  it('touch who is there on one of the days, old or new', () => {
    const attendees = [
      student('AWAY', { leaves: [{ from: '2027-01-01', until: '2027-04-01' }] }),
      student('BACK', { leaves: [{ from: '2027-01-01', until: '2027-03-04' }] }),
      student('LEAVING', { leaves: [{ from: '2027-02-25' }] }),
      student('LATE', { periods: [{ from: '2027-03-05' }] }),
      student('GONE', { periods: [{ until: '2027-02-22' }] }),
    ];
    expect(consequencesOf(aWeekLater, attendees, early).touched.students).toEqual(['BACK', 'LEAVING']);
  });

  it('are reminders that move, are sent again, or are not sent when their time has passed', () => {
    const outcomes = (now: string, moved = aWeekLater) =>
      consequencesOf(moved, [], now).reminders.map(({ outcome }) => outcome);
    expect(consequencesOf(aWeekLater, [], early).reminders).toEqual([
      { daysBefore: 14, before: '2027-02-08T08:00:00.000Z', after: '2027-02-15T08:00:00.000Z', outcome: 'MOVES' },
      { daysBefore: 2, before: '2027-02-20T08:00:00.000Z', after: '2027-02-27T08:00:00.000Z', outcome: 'MOVES' },
    ]);
    expect(outcomes('2027-02-10T12:00:00.000Z')).toEqual(['SENT_AGAIN', 'MOVES']);
    expect(outcomes('2027-02-15T08:00:00.000Z')).toEqual(['NOT_SENT', 'MOVES']);
    const otherRoom = { ...before, sessions: before.sessions.map((one) => ({ ...one, room: 'B' })) };
    expect(outcomes(early, moveTo(otherRoom))).toEqual(['STAYS', 'STAYS']);
  });

  it('are the sessions that change, and only those', () => {
    const [first, ...others] = before.sessions;
    const after = { ...before, sessions: [{ ...first!, room: 'B' }, ...others] };
    expect(consequencesOf(moveTo(after), [], early).sessions).toEqual([
      {
        code: '4-1F',
        before: { startsAt: first!.startsAt, room: 'A', teachers: ['T-1', 'T-2'] },
        after: { startsAt: first!.startsAt, room: 'B', teachers: ['T-1', 'T-2'] },
      },
    ]);
  });
});

/** Claims as the log would hold them after these rules. */
const claimed = (rules: readonly SetRule[], held: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
  const keys = new Set(held);
  for (const { kind, key } of rules) {
    if (kind === 'claim') keys.add(key);
    if (kind === 'free') keys.delete(key);
  }
  return keys;
};

const year: readonly ClassEvent[] = [
  { type: 'ClassPlanned', data: classPlan() },
  { type: 'CoursePlanned', data: { course } },
  ...sixGatherings('A', ['T-1']).map((one): ClassEvent => ({ type: 'GatheringScheduled', data: { classId, ...one } })),
];

describe('a preview', () => {
  it('says of every move just what the move then changes: slots, sessions, days', () => {
    const state = fold(programmeClass, year);
    if (state.status === 'unplanned') throw new Error('the class is planned');
    const held = claimed(year.flatMap((event) => programmeClass.setRules!(event)));
    const anyMove = fc.record({
      number: fc.integer({ min: 1, max: 6 }),
      days: fc.integer({ min: -30, max: 30 }),
      room: fc.constantFrom('A', 'B', undefined),
      teachers: fc.subarray(['T-1', 'T-2']),
      today: fc.integer({ min: -40, max: 300 }).map((days) => addDays('2026-09-01', days)),
    });
    let made = 0;
    fc.assert(
      fc.property(anyMove, ({ number, days, room, teachers, today }) => {
        const there = scheduledOf(state).find((one) => one.number === number)!;
        const shifted = movedGathering(there, { days });
        const sessions = shifted.sessions.map(({ room: _, ...one }) => ({
          ...one,
          ...(room !== undefined && { room }),
          teachers,
        }));
        const data = { classId, gathering: { ...shifted, sessions }, on: today };
        const decision = programmeClass.decide(state, { type: 'RescheduleGathering', data });
        if (isRejected(decision) || decision.events.length === 0) return;
        made += 1;
        const [event] = decision.events as [GatheringRescheduled];
        const preview = consequencesOf(event.data, [], `${today}T10:00:00.000Z`);

        const after = fold(programmeClass, decision.events, state);
        if (after.status === 'unplanned') throw new Error('the class is planned');
        const now = after.plan.course!.sessions;
        const changed = state.plan.course!.sessions.flatMap((was) => {
          const is = now.find(({ code }) => code === was.code)!;
          const isSame =
            is.startsAt === was.startsAt && is.room === was.room && String(is.teachers) === String(was.teachers);
          return isSame ? [] : [is];
        });
        const byCode = (one: { readonly code: string }, other: { readonly code: string }) =>
          one.code < other.code ? -1 : 1;
        const said = preview.sessions.map(({ code, after: { startsAt } }) => ({ code, startsAt })).sort(byCode);
        expect(said).toEqual(changed.map(({ code, startsAt }) => ({ code, startsAt })).sort(byCode));
        expect(preview.after).toMatchObject({ startsOn: addDays(preview.before.startsOn, days) });

        const holds = claimed(programmeClass.setRules!(event), held);
        expect([...holds].sort()).toEqual([...new Set(takenBy(now))].sort());
      }),
      { numRuns: 300 },
    );
    expect(made).toBeGreaterThan(20);
  });
});
