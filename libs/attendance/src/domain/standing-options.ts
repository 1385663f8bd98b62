import type { HalfHours, LocalDate } from '@kull/kernel';
import { gravest, type Standing } from './attendance-standing';
import type { CountedSession } from './counted-session';

/** A gathering of another class of the cohort that has not begun. */
export interface GatheringToCome {
  readonly classId: string;
  readonly classCode: string;
  readonly gathering: number;
  readonly startsOn: LocalDate;
  readonly sessions: readonly string[];
}

/**
 * What a student can do about the attendance:
 * - `MAKE_UP`: attend a gathering that was missed in another class, where it is still to come (W16).
 *   `regained`: so much can be won back; `isEnough`: with that, and all that is open, every award is within reach.
 * - `ATTEND_ALL`: miss none of the sessions that are left.
 * - `TALK_TO_COORDINATOR`: ask for advice.
 */
export type StandingOption =
  | {
      readonly kind: 'MAKE_UP';
      readonly gathering: number;
      readonly classId: string;
      readonly classCode: string;
      readonly startsOn: LocalDate;
      readonly regained: HalfHours;
      readonly isEnough: boolean;
    }
  | { readonly kind: 'ATTEND_ALL'; readonly sessions: number }
  | { readonly kind: 'TALK_TO_COORDINATOR' };

const missedIn = (sessions: readonly CountedSession[], codes: readonly string[]): HalfHours =>
  sessions
    .filter(({ session, state }) => state === 'counted' && codes.includes(session))
    .reduce((sum, { halfHours, attended }) => sum + halfHours - attended, 0);

const makeUps = (
  sessions: readonly CountedSession[],
  standings: readonly Standing[],
  elsewhere: readonly GatheringToCome[],
): readonly StandingOption[] =>
  elsewhere
    .map(({ sessions: codes, ...gathering }) => {
      const regained = missedIn(sessions, codes);
      const isEnough = standings.every(({ possible, required }) => possible + regained >= required);
      return { kind: 'MAKE_UP', ...gathering, regained, isEnough } as const;
    })
    .filter(({ regained }) => regained > 0)
    .sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));

/** What is left to do for a student whose attendance is at risk or no longer enough; nothing for the others. */
export const optionsOf = (
  sessions: readonly CountedSession[],
  standings: readonly Standing[],
  elsewhere: readonly GatheringToCome[],
): readonly StandingOption[] => {
  const status = gravest(standings.map((one) => one.status));
  if (status === 'MET' || status === 'SAFE') return [];
  const left = sessions.filter(({ state }) => state === 'open').length;
  return [
    ...makeUps(sessions, standings, elsewhere),
    ...(left > 0 && status === 'AT_RISK' ? [{ kind: 'ATTEND_ALL', sessions: left } as const] : []),
    { kind: 'TALK_TO_COORDINATOR' },
  ];
};
