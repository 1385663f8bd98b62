import type { Recorded } from '@kull/event-store';
import { idOf } from '@kull/kernel';
import type { Reaction } from '@kull/messaging';

/** When there is something to tell an applicant, the letter of it is written and kept. */
export const writeLettersWhenDecided: Reaction = {
  name: 'write-letters-when-decided',
  startsAt: 'deployment',
  handles: ['OfferMade', 'ApplicationDecided', 'AppealDecided', 'PlaceGivenOnAppeal'],
  jobs: ['write-letters'],
  react: ({ eventId, data }: Recorded) => {
    const { intake, applicationNo } = data as { readonly intake: string; readonly applicationNo: string };
    const applicationId = idOf('app', intake, applicationNo);
    return [{ key: `write-letters.${eventId}`, job: 'write-letters', payload: { applicationId } }];
  },
};
