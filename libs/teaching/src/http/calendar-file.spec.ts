import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, inOslo, instantInOslo } from '@kull/kernel';
import type { Language } from '@kull/people';
import ICAL from 'ical.js';
import { CalendarLog, course, enrolledIn, gatheringOn, planOf } from '../../../../test/harness/calendars';
import { type Calendar, calendarOfClass, calendarOfStudent } from '../domain/calendar';
import { endOf, type Gathering } from '../domain/gathering';
import { calendarFile } from './calendar-file';

const golden = (name: string): string => readFileSync(join(__dirname, 'golden', `${name}.ics`), 'utf8');

const OSLO = 'cls_oslo1';
const OTHER = 'cls_oslo2';
const TRONDHEIM = 'cls_trondheim1';
const titles = ['Ledelse og samhandling', 'Økonomi; styring, måling og å gå foran på ærlig vis'] as const;
const autumn = gatheringOn(1, '2026-09-07', 'BI Nydalen', 'A2-075', titles[0]);
const winter = gatheringOn(2, '2027-02-08', 'BI Nydalen', 'C1-010', titles[1]);
const winterMoved = gatheringOn(2, '2027-03-01', 'BI Nydalen', 'A2-075', titles[1]);

const scheduled = (classId: string, gathering: Gathering) =>
  ({ type: 'GatheringScheduled', data: { classId, ...gathering } }) as const;

const classPlanned = (log: CalendarLog, classId: string, code: string, site: string, gatherings: Gathering[]) =>
  log.ofClass(
    classId,
    { type: 'ClassPlanned', data: planOf(code, site) },
    { type: 'CoursePlanned', data: { course } },
    ...gatherings.map((one) => scheduled(classId, one)),
  );

const osloPlanned = () => classPlanned(new CalendarLog(), OSLO, 'OSLO-1', 'OSLO', [autumn, winter]);

const osloChanged = () =>
  osloPlanned().ofClass(
    OSLO,
    {
      type: 'GatheringRescheduled',
      data: { classId: OSLO, ...winterMoved, before: { venue: winter.venue, sessions: winter.sessions } },
    },
    { type: 'GatheringCancelled', data: { classId: OSLO, number: 1, sessions: autumn.sessions } },
  );

/** A student of OSLO-1 missed the first gathering, makes it up in OSLO-2, and goes on in Trondheim. */
const studentsYear = (): CalendarLog => {
  const log = osloPlanned();
  classPlanned(log, OTHER, 'OSLO-2', 'OSLO', [gatheringOn(1, '2026-10-05', 'Vika', 'V-3', titles[0])]);
  classPlanned(log, TRONDHEIM, 'TRONDHEIM-1', 'TRONDHEIM', [
    gatheringOn(1, '2026-09-14', 'Brattøra', 'Munkholmen', titles[0]),
    gatheringOn(2, '2027-02-22', 'Brattøra', 'Munkholmen', titles[1]),
  ]);
  log.ofStudent(OSLO, 'S1', enrolledIn(OSLO, 'S1'));
  const guest = { gathering: 1, studentNo: 'S1', homeClassId: OSLO, homeClassCode: 'OSLO-1' };
  const seat = { arrangedAt: '2026-09-10T08:00:00.000Z', takesSeat: false, ceiling: 54 };
  log.ofClass(OTHER, { type: 'MakeUpArranged', data: { classId: OTHER, ...guest, ...seat } });
  const on = '2027-01-04';
  const place = { programme: 'NLP', intake: 'NLP-2026', personId: 'per_kari', studentNo: 'S1', classId: OSLO };
  const to = { classId: TRONDHEIM, classCode: 'TRONDHEIM-1' };
  log.ofStudent(OSLO, 'S1', { type: 'StudentTransferred', data: { ...place, on, to } });
  return log.ofStudent(TRONDHEIM, 'S1', enrolledIn(TRONDHEIM, 'S1', { courseClassId: OSLO, enteredOn: on }));
};

const clockChanges = () =>
  classPlanned(new CalendarLog(), OSLO, 'OSLO-1', 'OSLO', [
    gatheringOn(1, '2026-10-24', 'BI Nydalen', 'A2-075', titles[0]),
    gatheringOn(2, '2027-03-27', 'BI Nydalen', 'A2-075', titles[1]),
  ]);

interface Example {
  readonly name: string;
  readonly title: string;
  readonly entries: Calendar;
  readonly language: Language;
}

const programme = planOf('OSLO-1', 'OSLO').programme.title;
const ofClass = { title: `OSLO-1: ${programme}`, language: 'nb' } as const;

const examples: readonly Example[] = [
  { ...ofClass, name: 'class', entries: calendarOfClass(osloPlanned().facts, OSLO) },
  { ...ofClass, name: 'class-moved-and-cancelled', entries: calendarOfClass(osloChanged().facts, OSLO) },
  {
    name: 'student-transferred-with-make-up',
    title: programme,
    entries: calendarOfStudent(studentsYear().facts, 'stc_kari'),
    language: 'nn',
  },
  { ...ofClass, name: 'clock-changes', entries: calendarOfClass(clockChanges().facts, OSLO), language: 'en' },
];

describe.each(examples)('the file of a calendar: $name', ({ name, title, entries, language }) => {
  it('is the golden file, byte for byte', () => expect(calendarFile(title, entries, language)).toBe(golden(name)));

  it('is read by a parser as what the calendar says', () => {
    const calendar = new ICAL.Component(ICAL.parse(golden(name)));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
    ICAL.TimezoneService.reset();
    ICAL.TimezoneService.register(zone);
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(
      events.map((event) => ({
        uid: event.uid,
        sequence: event.sequence,
        startsAt: event.startDate.convertToZone(ICAL.Timezone.utcTimezone).toJSDate().toISOString(),
        endsAt: event.endDate.convertToZone(ICAL.Timezone.utcTimezone).toJSDate().toISOString(),
        zone: event.startDate.zone?.tzid,
        location: event.location,
        status: event.component.getFirstPropertyValue('status'),
        changedAt: (event.component.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate().toISOString(),
      })),
    ).toEqual(
      entries.map(({ uid, sequence, session, gathering, status, changedAt }) => ({
        uid,
        sequence,
        startsAt: session.startsAt,
        endsAt: endOf(session),
        zone: 'Europe/Oslo',
        location: `${session.room}, ${gathering!.venue}`,
        status: status === 'scheduled' ? 'CONFIRMED' : 'CANCELLED',
        changedAt,
      })),
    );
    for (const [i, event] of events.entries()) expect(event.summary).toContain(entries[i]!.session.title);
  });

  it('has lines of at most 75 octets that end in CRLF, and no letter cut in two', () => {
    const lines = golden(name).split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.filter((line) => /[\r\n\ufffd]/.test(line) || Buffer.byteLength(line) > 75)).toEqual([]);
  });

  it('names no teacher', () => expect(golden(name)).not.toContain('T-LIE'));
});

describe('a calendar file', () => {
  it('knows the clock changes of the next years as Norway has them', () => {
    const calendar = new ICAL.Component(ICAL.parse(golden('class')));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
    for (let day = '2026-01-01'; day < '2036-01-01'; day = addDays(day, 1)) {
      const { date, time } = inOslo(`${day}T12:00:00.000Z`);
      const local = ICAL.Time.fromDateTimeString(`${date}T${time}`);
      expect([day, zone.utcOffset(local) / 3600]).toEqual([day, Number(time.slice(0, 2)) - 12]);
    }
  });

  it('lets no name of a thing begin a line of its own', () => {
    const evil = gatheringOn(1, '2026-09-07', 'Nydalen\r\nATTENDEE:x', 'A\u2028B', 'Ledelse\nEND:VEVENT');
    const log = classPlanned(new CalendarLog(), OSLO, 'OSLO-1', 'OSLO', [evil]);
    const file = calendarFile('Navn\r\nURL:x', calendarOfClass(log.facts, OSLO), 'nb');
    expect(file).not.toMatch(/^(ATTENDEE|URL)/m);
    expect(file.match(/^END:VEVENT\r$/gm)).toHaveLength(6);
  });

  it('says where a session is that has no room, and that one without a gathering is online', () => {
    const startsAt = instantInOslo('2026-09-07', '18:00:00');
    const session = { code: 'M1', title: 'Lederrollen', startsAt, halfHours: 4 };
    const { gatherings: _, ...plain } = course;
    const plan = { ...planOf('NLA-1', 'ONLINE'), course: { ...plain, sessions: [session] } };
    const log = new CalendarLog().ofClass(OSLO, { type: 'ClassPlanned', data: plan });
    const file = calendarFile('NLA-1', calendarOfClass(log.facts, OSLO), 'nb');
    expect(file).toContain('SUMMARY:Lederrollen (NLA-1)\r\n');
    expect(file).toContain('LOCATION:På nett\r\n');
  });

  it('is whole without any entry', () => {
    const calendar = new ICAL.Component(ICAL.parse(calendarFile('Tom', [], 'nb')));
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
  });
});
