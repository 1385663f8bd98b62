import type { DirectoryEntry } from '../../../api/src/persons/directory';

/** How many of a class stand where with the attendance that is required. */
export interface StandingCounts {
  readonly onTrack: number;
  readonly atRisk: number;
}

/** By the id of the class; of those who are in it now and whose attendance has been judged. */
export const standingCounts = (persons: readonly DirectoryEntry[]): ReadonlyMap<string, StandingCounts> => {
  const counts = new Map<string, StandingCounts>();
  for (const { classId, standing, attendance } of persons.flatMap(({ students }) => students)) {
    if (!attendance || (standing !== 'enrolled' && standing !== 'on_leave')) continue;
    const { onTrack, atRisk } = counts.get(classId) ?? { onTrack: 0, atRisk: 0 };
    const isAtRisk = attendance.status === 'AT_RISK' || attendance.status === 'IMPOSSIBLE';
    counts.set(classId, { onTrack: onTrack + (isAtRisk ? 0 : 1), atRisk: atRisk + (isAtRisk ? 1 : 0) });
  }
  return counts;
};
