import type { Recorded } from '@kull/event-store';
import type { Reaction } from '@kull/messaging';
import { reminder } from '../domain/reminder';
import type { ReminderResolved } from '../domain/reminder.events';

/** Somebody decided that an unknown one is sent once more. */
export const sendAgainWhenResolved: Reaction = {
  name: 'send-reminder-again-when-resolved',
  startsAt: 'beginning',
  handles: ['ReminderResolved'],
  jobs: ['send-reminder-again'],
  react: (event) =>
    (event as Recorded<ReminderResolved>).data.resolution === 'SEND_AGAIN'
      ? [
          {
            key: `send-reminder-again.${event.eventId}`,
            job: 'send-reminder-again',
            payload: { reminderId: event.stream.slice(reminder.category.length + 1) },
          },
        ]
      : [],
};
