import type { Reaction } from '@kull/messaging';
import type { SubjectPart } from '../subject-part';

/** What is told at once is planned when its event happens; what happened before this was deployed is not told. */
export const planOccasionsWhenToldAtOnce = (parts: readonly SubjectPart[]): Reaction => ({
  name: 'plan-occasions-when-told-at-once',
  startsAt: 'deployment',
  handles: [...new Set(parts.flatMap(({ toldAtOnce }) => toldAtOnce ?? []))],
  jobs: ['plan-occasion'],
  react: ({ type, eventId, stream, version }) =>
    parts
      .filter(({ toldAtOnce }) => toldAtOnce?.includes(type))
      .map(({ subject }) => ({
        key: `plan-occasion.${subject}.${eventId}`,
        job: 'plan-occasion',
        payload: { subject, stream, version },
      })),
});
