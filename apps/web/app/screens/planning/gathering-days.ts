import { addDays, inOslo, instantInOslo } from '@kull/kernel/time';

/** A session as plans and classes have it. */
export interface PlannedSession {
  readonly code: string;
  readonly title: string;
  readonly startsAt: string;
  readonly hours: number;
  readonly room?: string;
  readonly teachers?: readonly string[];
}

/** A gathering as plans and classes have it. */
export interface PlannedGathering {
  readonly number: number;
  readonly title: string;
  readonly venue: string;
  readonly sessions: readonly PlannedSession[];
}

export interface Days {
  readonly startsOn: string;
  readonly endsOn: string;
}

const dayOf = (startsAt: string): string => inOslo(startsAt).date;

/** The first and the last day of a gathering, in Norway. */
export const daysOf = ({ sessions }: Pick<PlannedGathering, 'sessions'>): Days => {
  const days = sessions.map(({ startsAt }) => dayOf(startsAt)).sort();
  return { startsOn: days[0]!, endsOn: days.at(-1)! };
};

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The gathering as it is when it begins on that day: the same times of day, also over a change of the clock. */
export const startingOn = (gathering: PlannedGathering, startsOn: string): PlannedGathering => {
  const days = daysBetween(daysOf(gathering).startsOn, startsOn);
  if (days === 0) return gathering;
  const sessions = gathering.sessions.map((session) => {
    const { date, time } = inOslo(session.startsAt);
    return { ...session, startsAt: instantInOslo(addDays(date, days), time) };
  });
  return { ...gathering, sessions };
};

/** What the sessions of a gathering have in common, as one may type it: `mixed` when they differ. */
export interface Common {
  readonly text: string;
  readonly isMixed: boolean;
}

const common = (texts: readonly string[]): Common => {
  const isMixed = new Set(texts).size > 1;
  return { text: isMixed ? '' : (texts[0] ?? ''), isMixed };
};

/** The room of all sessions. */
export const roomOf = ({ sessions }: Pick<PlannedGathering, 'sessions'>): Common =>
  common(sessions.map(({ room }) => room ?? ''));

/** The teachers of all sessions, by their codes. */
export const teachersOf = ({ sessions }: Pick<PlannedGathering, 'sessions'>): Common =>
  common(sessions.map(({ teachers }) => (teachers ?? []).join(', ')));

/** What may be said anew of a gathering; what is left out stays. */
export interface GatheringChange {
  readonly startsOn?: string;
  readonly venue?: string;
  /** Of every session; an empty text takes the room away. */
  readonly room?: string;
  /** Codes with commas between them, of every session; an empty text takes the teachers away. */
  readonly teachers?: string;
}

/** Codes as people type them: with commas or spaces between. */
export const codesIn = (text: string): readonly string[] =>
  text
    .split(/[,;\s]+/)
    .map((code) => code.trim())
    .filter((code) => code !== '');

const changedSession = (session: PlannedSession, { room, teachers }: GatheringChange): PlannedSession => {
  const { room: roomBefore, teachers: before, ...rest } = session;
  const roomNow = room === undefined ? roomBefore : room.trim();
  const now = teachers === undefined ? before : codesIn(teachers);
  return { ...rest, ...(roomNow && { room: roomNow }), ...(now && now.length > 0 && { teachers: now }) };
};

/** The gathering as the change would have it. */
export const changed = (gathering: PlannedGathering, change: GatheringChange): PlannedGathering => {
  const moved = change.startsOn === undefined ? gathering : startingOn(gathering, change.startsOn);
  return {
    ...moved,
    venue: change.venue ?? moved.venue,
    sessions: moved.sessions.map((session) => changedSession(session, change)),
  };
};
