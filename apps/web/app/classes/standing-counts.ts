import type { DirectoryEntry } from '../../../api/src/persons/directory';

/** How many of a class stand where with the attendance that is required. */
export interface StandingCounts {
  readonly onTrack: number;
  readonly atRisk: number;
  readonly impossible: number;
}

const kinds = {
  MET: 'onTrack',
  SAFE: 'onTrack',
  AT_RISK: 'atRisk',
  IMPOSSIBLE: 'impossible',
} as const satisfies Record<string, keyof StandingCounts>;

/** By the id of the class; of those who are in it now and whose attendance has been judged. */
export const standingCounts = (persons: readonly DirectoryEntry[]): ReadonlyMap<string, StandingCounts> => {
  const counts = new Map<string, StandingCounts>();
  for (const { classId, standing, attendance } of persons.flatMap(({ students }) => students)) {
    if (!attendance || (standing !== 'enrolled' && standing !== 'on_leave')) continue;
    const before = counts.get(classId) ?? { onTrack: 0, atRisk: 0, impossible: 0 };
    const kind = kinds[attendance.status];
    counts.set(classId, { ...before, [kind]: before[kind] + 1 });
  }
  return counts;
};
