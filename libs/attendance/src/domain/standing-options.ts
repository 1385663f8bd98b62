import type { HalfHours, LocalDate } from '@kull/kernel';
import type { StudentStandings } from './student-standings';

/** A gathering of a class of the cohort that has not begun. */
export interface GatheringToCome {
  readonly classId: string;
  readonly classCode: string;
  readonly gathering: number;
  readonly startsOn: LocalDate;
}

/**
 * What a student can do about the attendance:
 * - `MAKE_UP`: attend a gathering that was missed in another class, where it is still to come (W16).
 *   `regained`: so much can be won back; `isEnough`: with that, and all that is open, every award is within reach.
 * - `ATTEND_ALL`: miss none of the sessions that are left.
 * - `TALK_TO_COORDINATOR`: ask for advice.
 */
export type StandingOption =
  | (GatheringToCome & { readonly kind: 'MAKE_UP'; readonly regained: HalfHours; readonly isEnough: boolean })
  | { readonly kind: 'ATTEND_ALL'; readonly sessions: number }
  | { readonly kind: 'TALK_TO_COORDINATOR' };

const makeUps = (
  { classId, standings, missed }: StudentStandings,
  toCome: readonly GatheringToCome[],
): readonly StandingOption[] =>
  toCome
    .flatMap((gathering) => {
      const regained = missed.find((one) => one.gathering === gathering.gathering)?.halfHours ?? 0;
      if (gathering.classId === classId || regained === 0) return [];
      const isEnough = standings.every(({ possible, required }) => possible + regained >= required);
      return [{ kind: 'MAKE_UP', ...gathering, regained, isEnough } as const];
    })
    .sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));

/** What is left to do for a student whose attendance is at risk or no longer enough; nothing for the others. */
export const optionsOf = (student: StudentStandings, toCome: readonly GatheringToCome[]): readonly StandingOption[] => {
  const { status, sessions } = student;
  if (status === 'MET' || status === 'SAFE') return [];
  return [
    ...makeUps(student, toCome),
    ...(status === 'AT_RISK' ? [{ kind: 'ATTEND_ALL', sessions: sessions.open } as const] : []),
    { kind: 'TALK_TO_COORDINATOR' },
  ];
};
