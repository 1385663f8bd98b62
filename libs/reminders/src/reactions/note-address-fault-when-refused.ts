import type { Recorded } from '@kull/event-store';
import type { Reaction } from '@kull/messaging';
import { reminder } from '../domain/reminder';
import type { ReminderBounced, ReminderFailed } from '../domain/reminder.events';

const isAboutTheAddress = ({ type, data }: Recorded<ReminderFailed | ReminderBounced>): boolean =>
  type === 'ReminderBounced' || ('because' in data && data.because === 'ADDRESS');

/** An address that was refused is written down on the person, so that somebody mends it (reliability.md F32). */
export const noteAddressFaultWhenRefused: Reaction = {
  name: 'note-address-fault-when-reminder-refused',
  startsAt: 'beginning',
  handles: ['ReminderFailed', 'ReminderBounced'],
  jobs: ['note-address-fault'],
  react: (event) =>
    isAboutTheAddress(event as Recorded<ReminderFailed | ReminderBounced>)
      ? [
          {
            key: `note-address-fault.${event.eventId}`,
            job: 'note-address-fault',
            payload: { reminderId: event.stream.slice(reminder.category.length + 1), version: event.version },
          },
        ]
      : [],
};
