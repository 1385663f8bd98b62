import { fold } from '@kull/kernel';
import { classPlan, course, sixGatherings } from '../../test-model/a-year';
import { callOffConsequences } from './call-off-consequences';
import { programmeClass } from './class';
import type { ClassEvent } from './class.events';
import type { PlannedClass } from './class.state';
import { sessionChangeConsequences } from './session-change-consequences';
import type { Attendee } from './told-of-change';

const classId = 'cls_1';
const six = sixGatherings('A', ['T-1']);
const fourth = six[3]!;
const year = fold(programmeClass, [
  { type: 'ClassPlanned', data: classPlan() },
  { type: 'CoursePlanned', data: { course } },
  ...six.map((one): ClassEvent => ({ type: 'GatheringScheduled', data: { classId, ...one } })),
]) as PlannedClass;

const student = (studentNo: string, more: Partial<Attendee> = {}): Attendee => ({
  studentNo,
  role: 'student',
  language: 'nb',
  hasEmail: true,
  periods: [{}],
  ...more,
});
const attendees = [
  student('S1'),
  student('S2', { language: 'nn' }),
  student('S3', { hasEmail: false }),
  student('AWAY', { leaves: [{ from: '2027-01-01', until: '2027-04-01' }] }),
  { studentNo: 'G1', role: 'guest', language: 'en', hasEmail: true } as const,
];
const event = { classId, number: 4, sessions: fourth.sessions, reasonClass: 'OTHER' } as const;

describe('calling off a gathering', () => {
  // It begins on 8 February 2027: reminders were due on 25 January and on 6 February.
  const told = callOffConsequences(event, year, attendees, '2027-01-27T08:00:00.000Z');

  it('is told to whoever would have been there, each in their language', () => {
    expect(told.touched).toEqual({ students: ['S1', 'S2', 'S3'], guests: ['G1'], teachers: ['T-1'] });
    expect(told.notices.map(({ kind, language, recipients }) => [kind, language, recipients])).toEqual([
      ['GATHERING_CANCELLED', 'nb', ['S1']],
      ['GATHERING_CANCELLED', 'nn', ['S2']],
      ['GATHERING_CANCELLED', 'en', ['G1']],
    ]);
    expect([told.notReached, told.calendarFeeds, told.remindersDropped]).toEqual([['S3'], 5, [2]]);
  });

  it('takes its half-days out of what attendance is measured against', () => {
    expect(told.attendance).toEqual({
      sessions: { before: 44, after: 36 },
      hours: { before: 176, after: 144 },
      requirements: [{ of: 'ECTS_CREDITS', minAttendance: 0.75, hours: { before: 132, after: 108 } }],
    });
    expect(told.gatherings).toEqual({ left: 5, of: 6 });
  });
});

describe('changing one session', () => {
  const { number, title, venue, sessions } = fourth;
  const without = sessions.filter(({ code }) => code !== '4-2E');
  const moved = { classId, number, title, venue, sessions: without, before: { venue, sessions } };

  it('names the one that is called off, and says what attendance is measured against', () => {
    const told = sessionChangeConsequences(moved, year, attendees, '2027-01-27T08:00:00.000Z');
    expect(told.calledOff.map(({ code }) => code)).toEqual(['4-2E']);
    expect([told.added, told.sessions]).toEqual([[], []]);
    expect(told.attendance.hours).toEqual({ before: 176, after: 172 });
    expect(told.attendance.requirements[0]!.hours).toEqual({ before: 132, after: 129 });
    expect(told.touched.students).toEqual(['S1', 'S2', 'S3']);
  });

  it('asks for whole half hours where the share is not one', () => {
    const hourLess = sessions.map((one) => (one.code === '4-2E' ? { ...one, halfHours: 7 } : one));
    const told = sessionChangeConsequences({ ...moved, sessions: hourLess }, year, [], '2027-01-27T08:00:00.000Z');
    // 351 half hours: three quarters are 263.25, so 264 of them.
    expect(told.attendance.requirements[0]!.hours.after).toBe(132);
  });
});
