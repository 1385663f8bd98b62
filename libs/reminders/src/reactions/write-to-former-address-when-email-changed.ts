import type { Recorded } from '@kull/event-store';
import type { Reaction } from '@kull/messaging';
import type { EmailChanged } from '@kull/people';

/** When somebody changes their address, the one before is told: whoever did not do it finds out. */
export const writeToFormerAddressWhenEmailChanged: Reaction = {
  name: 'write-to-former-address-when-email-changed',
  startsAt: 'deployment',
  handles: ['EmailChanged'],
  jobs: ['write-to-former-address'],
  react: (event) => {
    const { personId, before } = (event as Recorded<EmailChanged>).data;
    if (!before) return [];
    const key = `write-to-former-address.${event.eventId}`;
    return [{ key, job: 'write-to-former-address', payload: { personId, version: event.version } }];
  },
};
