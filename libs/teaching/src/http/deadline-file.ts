import type { Instant, LocalDate } from '@kull/kernel';
import type { Language } from '@kull/people';
import { ICalCalendar, ICalCalendarMethod, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';

/** A day that is not to be missed. */
export interface DeadlineEntry {
  /** The same for the same deadline: taken in again it is there once. */
  readonly uid: string;
  readonly on: LocalDate;
  readonly title: string;
}

/** The library takes the day from UTC: noon is the same day there. */
const noonOf = (on: LocalDate): Date => new Date(`${on}T12:00:00Z`);

/** Deadlines as iCalendar (RFC 5545): one entry for each, which lasts the day and makes nobody busy. */
export const deadlineFile = (
  name: string,
  entries: readonly DeadlineEntry[],
  { language, now }: { readonly language: Language; readonly now: Instant },
): string => {
  const calendar = new ICalCalendar({
    prodId: { company: 'Kull', product: 'Deadlines', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name,
    events: entries.map(({ uid, on, title }) => ({
      id: uid,
      stamp: new Date(now),
      start: noonOf(on),
      allDay: true,
      summary: title,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    })),
  });
  return `${calendar.toString()}\r\n`;
};
