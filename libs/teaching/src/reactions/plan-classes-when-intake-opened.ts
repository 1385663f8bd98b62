import { intakeCategory } from '@kull/admissions/contracts';
import type { Reaction } from '@kull/messaging';

/** An intake's classes exist from the day it opens, empty. */
export const planClassesWhenIntakeOpened: Reaction = {
  name: 'plan-classes-when-intake-opened',
  startsAt: 'beginning',
  handles: ['IntakeOpened'],
  jobs: ['plan-intake-classes'],
  react: ({ stream, eventId }) => [
    {
      key: `plan-intake-classes.${eventId}`,
      job: 'plan-intake-classes',
      payload: { intakeId: stream.slice(intakeCategory.length + 1) },
    },
  ],
};
