import { uuidOf } from '@kull/kernel';
import type { People } from '@kull/people';
import type { RequestedCorrection } from '../domain/correction-rows';

/** The same row is the same correction, wherever it stands; a row that stands twice is two. In the order asked. */
export const correctionIds = (
  people: Pick<People, 'fingerprint'>,
  classId: string,
  corrections: readonly RequestedCorrection[],
): readonly string[] => {
  const seen = new Map<string, number>();
  return corrections.map(({ row: { row: _, ...content } }) => {
    const fingerprint = people.fingerprint(content);
    const before = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, before + 1);
    return uuidOf('correction', classId, fingerprint, before);
  });
};
