import type { EventStore } from '@kull/event-store';
import type { RequestedCorrection } from '../domain/correction-rows';
import { studentCourse } from '../domain/student-course';

/**
 * One version for the courses that corrections are about: the sum of theirs. A course's version only grows, so the same
 * sum means that none of them has moved.
 */
export const versionOf = async (
  events: Pick<EventStore, 'loadEach'>,
  corrections: readonly RequestedCorrection[],
  courses: ReadonlyMap<string, string>,
): Promise<number> => {
  const ids = new Set(corrections.flatMap(({ row }) => courses.get(row.studentNo) ?? []));
  const loaded = await events.loadEach(studentCourse, [...ids]);
  return loaded.reduce((sum, { version }) => sum + version, 0);
};
