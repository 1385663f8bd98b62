import type { Recorded } from '@kull/event-store';
import type { Reaction } from '@kull/messaging';
import type { EmployerConfirmationAsked } from '../domain/draft.events';

/** When an applicant asks for the leader's confirmation, the leader is sent the link. */
export const writeToEmployerWhenAsked: Reaction = {
  name: 'write-to-employer-when-asked',
  startsAt: 'deployment',
  handles: ['EmployerConfirmationAsked'],
  jobs: ['write-to-employer'],
  react: (event) => {
    const { request } = (event as Recorded<EmployerConfirmationAsked>).data;
    const draftId = event.stream.slice('application-draft-'.length);
    return [
      { key: `write-to-employer.${draftId}.${request}`, job: 'write-to-employer', payload: { draftId, request } },
    ];
  },
};
