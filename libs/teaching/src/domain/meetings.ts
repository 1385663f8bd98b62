import type { Instant } from '@kull/kernel';
import type { Calendar, CalendarEntry } from './calendar';
import type { Session } from './class-plan';
import { endOf } from './gathering';

/** What a student goes to in one go: a gathering, or a session that stands by itself. */
export interface Meeting {
  readonly classId: string;
  readonly classCode: string;
  /** Absent: a session that stands by itself. */
  readonly gathering?: number;
  readonly title: string;
  /** Absent: online. */
  readonly venue?: string;
  /** By their codes, each once. */
  readonly rooms: readonly string[];
  /** In order of time. */
  readonly sessions: readonly Session[];
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly isGuest: boolean;
}

const groupOf = ({ classId, gathering, session }: CalendarEntry): string =>
  `${classId}/${gathering ? gathering.number : session.code}`;

const meetingOf = (entries: readonly CalendarEntry[]): Meeting => {
  const { classId, plan, gathering, session, isGuest } = entries[0]!;
  const sessions = entries.map((entry) => entry.session);
  return {
    classId,
    classCode: plan.code,
    ...(gathering && { gathering: gathering.number, venue: gathering.venue }),
    title: gathering?.title ?? session.title,
    rooms: [...new Set(sessions.flatMap(({ room }) => room ?? []))],
    sessions,
    startsAt: session.startsAt,
    endsAt: sessions.map(endOf).sort().at(-1)!,
    isGuest,
  };
};

/** What a calendar comes to, in order of time; what was called off, or is nobody's to attend any more, is left out. */
export const meetingsIn = (calendar: Calendar): readonly Meeting[] => {
  const groups = new Map<string, CalendarEntry[]>();
  for (const entry of calendar)
    if (entry.status === 'scheduled') groups.set(groupOf(entry), [...(groups.get(groupOf(entry)) ?? []), entry]);
  return [...groups.values()].map(meetingOf).sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
};

/** The first of the meetings that is not over. */
export const nextOf = (meetings: readonly Meeting[], now: Instant): Meeting | undefined =>
  meetings.find(({ endsAt }) => endsAt > now);
