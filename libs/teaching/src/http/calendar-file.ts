import { type Instant, inOslo, localDateInOslo } from '@kull/kernel';
import type { Language } from '@kull/people';
import {
  escape as escapeText,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalDateTimeValue,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Calendar, CalendarEntry } from '../domain/calendar';
import { endOf } from '../domain/gathering';
import { type CalendarTexts, calendarTexts } from './calendar-texts';

const ZONE = 'Europe/Oslo';

/** How often programs are asked to fetch the calendar anew (ux.md 3.2). */
const REFRESHED = 'PT1H';

/**
 * The zone as it has been since 1996, so that programs need not know it. What belongs to the whole calendar has to stand
 * before its first entry, and a calendar needs one component (RFC 5545, 3.6): the library puts the zone and the X-
 * properties elsewhere.
 */
const HEADER = [
  `X-WR-TIMEZONE:${ZONE}`,
  `REFRESH-INTERVAL;VALUE=DURATION:${REFRESHED}`,
  `X-PUBLISHED-TTL:${REFRESHED}`,
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZNAME:CEST',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZNAME:CET',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n');

/** The library takes the parts of a date from the machine's zone, unless a date of another library gives them. */
const inZone = (instant: Instant): ICalDateTimeValue => {
  const { date, time } = inOslo(instant);
  return {
    format: (pattern) => (pattern === 'YYYYMMDD' ? date.replaceAll('-', '') : time.replaceAll(':', '')),
    isValid: () => true,
    toDate: () => new Date(instant),
    toJSON: () => instant,
  };
};

/** Names of things in one line: a line break would begin a property of its own. */
const inOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

const dayOf = ({ session, gathering }: CalendarEntry): number => {
  const days = new Set(gathering?.sessions.map(({ startsAt }) => localDateInOslo(startsAt)));
  return [...days].sort().indexOf(localDateInOslo(session.startsAt)) + 1;
};

const titleOf = (entry: CalendarEntry, texts: CalendarTexts): string => {
  const { session, gathering, plan, status } = entry;
  const half = inOslo(session.startsAt).time < '12' ? 'FORENOON' : 'AFTERNOON';
  return [
    status === 'scheduled' ? '' : `${texts[status]}: `,
    gathering ? `${texts.gathering(gathering.number)}, ${texts.halfDay(dayOf(entry), half)}: ` : '',
    `${session.title} (${plan.code})`,
  ].join('');
};

const placeOf = ({ session, gathering, plan }: CalendarEntry, texts: CalendarTexts): string => {
  const venue = gathering?.venue ?? (session.room === undefined ? texts.online : plan.site);
  return session.room === undefined ? venue : `${session.room}, ${venue}`;
};

const descriptionOf = ({ gathering, plan, isGuest }: CalendarEntry, texts: CalendarTexts): string =>
  [
    ...(gathering ? [`${texts.gathering(gathering.number)}: ${gathering.title}`] : []),
    texts.class(plan.code),
    plan.programme.title,
    ...(isGuest ? [texts.guest] : []),
  ]
    .map(inOneLine)
    .join('\n');

const eventOf = (entry: CalendarEntry, texts: CalendarTexts): ICalEventData => {
  const isScheduled = entry.status === 'scheduled';
  return {
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(entry.changedAt),
    lastModified: new Date(entry.changedAt),
    timezone: ZONE,
    start: inZone(entry.session.startsAt),
    end: inZone(endOf(entry.session)),
    summary: inOneLine(titleOf(entry, texts)),
    location: inOneLine(placeOf(entry, texts)),
    description: descriptionOf(entry, texts),
    status: isScheduled ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    transparency: isScheduled ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
  };
};

/**
 * A calendar as iCalendar (RFC 5545, RFC 7986): lines of at most 75 octets that end in CRLF, times in Europe/Oslo. The
 * same entries give the same bytes. `name`: what programs call the calendar.
 */
export const calendarFile = (name: string, entries: Calendar, language: Language): string => {
  const calendar = new ICalCalendar({
    prodId: { company: 'Kull', product: 'Calendar', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: escapeText(inOneLine(name), false),
    events: entries.map((entry) => eventOf(entry, calendarTexts[language])),
  });
  return `${calendar.toString()}\r\n`.replace(/^(?=BEGIN:VEVENT|END:VCALENDAR)/m, HEADER);
};
