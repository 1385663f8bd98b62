import type { PlaceGivenOnAppeal } from '@kull/admissions/contracts';
import { idOf } from '@kull/kernel';
import type { Reaction } from '@kull/messaging';

/** Who is given a place after an appeal becomes a student of the class, as those who held one before. */
export const enrolWhenPlaceGivenOnAppeal: Reaction = {
  name: 'enrol-when-place-given-on-appeal',
  startsAt: 'beginning',
  handles: ['PlaceGivenOnAppeal'],
  jobs: ['enrol-place-holders'],
  react: ({ eventId, data }) => [
    {
      key: `enrol-place-holders.${eventId}`,
      job: 'enrol-place-holders',
      payload: { intakeId: idOf('int', (data as PlaceGivenOnAppeal['data']).intake) },
    },
  ],
};
