import { intakeCategory } from '@kull/admissions/contracts';
import type { Reaction } from '@kull/messaging';

/** Who holds a place when an intake is completed becomes a student of the class. */
export const enrolWhenIntakeCompleted: Reaction = {
  name: 'enrol-when-intake-completed',
  startsAt: 'beginning',
  handles: ['IntakeCompleted'],
  jobs: ['enrol-place-holders'],
  react: ({ stream, eventId }) => [
    {
      key: `enrol-place-holders.${eventId}`,
      job: 'enrol-place-holders',
      payload: { intakeId: stream.slice(intakeCategory.length + 1) },
    },
  ],
};
