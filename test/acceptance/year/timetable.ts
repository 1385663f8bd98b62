import { localDateInOslo } from '@kull/kernel';
import type { GatheringJson } from '../../rules/cohort-json';

/** Half hours of a half-day session. */
export const HALF_DAY = 8;
/** Half-day sessions of a class in a year. */
export const SESSIONS = 44;
/** Half hours that a student must attend: 75 % of 44 half-days. */
export const REQUIRED = (SESSIONS * HALF_DAY * 3) / 4;

const HALF_HOUR_MS = 1_800_000;
const DAY_MS = 86_400_000;

/** A half-day of a class. */
export interface YearSession {
  readonly code: string;
  readonly gathering: number;
  readonly startsAt: number;
}

export const dayOf = (at: number): string => localDateInOslo(new Date(at).toISOString());
export const endOf = ({ startsAt }: YearSession): number => startsAt + HALF_DAY * HALF_HOUR_MS;

/** When a class meets, by its gatherings; moved as the class is. */
export class Timetable {
  private sessions: readonly YearSession[];

  constructor(gatherings: readonly GatheringJson[]) {
    this.sessions = gatherings.flatMap(({ number, sessions }) =>
      sessions.map(({ code, startsAt }) => ({ code, gathering: number, startsAt: Date.parse(startsAt) })),
    );
  }

  all(): readonly YearSession[] {
    return this.sessions;
  }

  of(gathering: number): readonly YearSession[] {
    return this.sessions.filter((session) => session.gathering === gathering);
  }

  session(code: string): YearSession {
    return this.sessions.find((session) => session.code === code)!;
  }

  /** First and last day of a gathering. */
  days(gathering: number): readonly [from: string, to: string] {
    const days = this.of(gathering).map(({ startsAt }) => dayOf(startsAt));
    return [days[0]!, days.at(-1)!];
  }

  /** Moves a gathering by days, at the same times of day. No change of the clock lies between. */
  move(gathering: number, days: number): void {
    this.sessions = this.sessions.map((session) =>
      session.gathering === gathering ? { ...session, startsAt: session.startsAt + days * DAY_MS } : session,
    );
  }
}
