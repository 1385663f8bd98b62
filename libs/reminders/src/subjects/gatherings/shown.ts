import { type Instant, inOslo, type LocalDate, localDateInOslo } from '@kull/kernel';
import type { Attachment, LetterLanguage } from '@kull/mail/contracts';
import { endOf, type Gathering, periodOf } from '@kull/teaching/contracts';
import { gatheringFile, type KeptGathering, keptGathering } from '@kull/teaching/contracts/calendar-file';
import type { GatheringToTell } from '@kull/teaching/contracts/gatherings';
import { clockText, dayText } from '../wording/dates';

/** What every letter on a gathering needs to know. */
export type GatheringFacts = {
  readonly classCode: string;
  readonly number: number;
  readonly title: string;
  /** Its title. */
  readonly programme: string;
  readonly venue: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly startsAt: Instant;
  readonly role: 'student' | 'guest' | 'teacher';
  /** What the calendar file is made from, as JSON: a `KeptGathering`. */
  readonly calendar: string;
};

const firstOf = ({ sessions }: Pick<Gathering, 'sessions'>): Instant =>
  sessions.map(({ startsAt }) => startsAt).sort()[0]!;

/** When the last session is over. */
export const overAt = ({ sessions }: Pick<Gathering, 'sessions'>): Instant => sessions.map(endOf).sort().at(-1)!;

/** When the first session begins. */
export const beginsAt = firstOf;

/** The facts of a gathering, for somebody in that role. */
export const gatheringFacts = (
  { classCode, programme, gathering, entries }: GatheringToTell,
  role: GatheringFacts['role'],
): GatheringFacts => ({
  classCode,
  number: gathering.number,
  title: gathering.title,
  programme: programme.title,
  venue: gathering.venue,
  ...periodOf(gathering),
  startsAt: firstOf(gathering),
  role,
  calendar: JSON.stringify(keptGathering(entries, role === 'guest')),
});

const kept = ({ calendar }: GatheringFacts): KeptGathering => JSON.parse(calendar) as KeptGathering;

/** Each day with its hours and rooms: `tirsdag 16. februar 2027 kl. 09:00–16:00, A2-075`. */
export const days = (facts: GatheringFacts, language: LetterLanguage): readonly string[] => {
  const sessions = kept(facts)
    .entries.filter(({ status }) => status === 'scheduled')
    .map(({ session }) => session);
  const dates = [...new Set(sessions.map(({ startsAt }) => localDateInOslo(startsAt)))].sort();
  return dates.map((date) => {
    const ofDay = sessions.filter(({ startsAt }) => inOslo(startsAt).date === date);
    const hours = `${clockText(firstOf({ sessions: ofDay }))}–${clockText(overAt({ sessions: ofDay }))}`;
    const rooms = [...new Set(ofDay.flatMap(({ room }) => room ?? []))];
    const at = language === 'en' ? `, ${hours}` : ` kl. ${hours}`;
    return [`${dayText(language, date)}${at}`, ...rooms].join(', ');
  });
};

/** The gathering for people's own calendars. */
export const calendarAttachment = (facts: GatheringFacts, language: LetterLanguage): Attachment => ({
  filename: `${facts.classCode}-${facts.number}.ics`,
  mediaType: 'text/calendar; method=PUBLISH; charset=utf-8',
  bytes: new TextEncoder().encode(gatheringFile(kept(facts), language)),
});
