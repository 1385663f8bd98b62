import { idOf } from '@kull/kernel';
import { type OccasionName, occasionKey, type Recipient } from './occasion';
import type { Channel } from './plan';

/** `rem_…`: one occasion in one channel, the same for ever. Also the first part of the Message-ID of its letter. */
export const reminderIdOf = (name: OccasionName, channel: Channel): string => idOf('rem', occasionKey(name), channel);

/** The recipient that `recipientKey` names. */
export const recipientOf = (key: string): Recipient => {
  if (key === 'office') return { kind: 'office' };
  return key.startsWith('staff:')
    ? { kind: 'staff', code: key.slice('staff:'.length) }
    : { kind: 'person', personId: key };
};
