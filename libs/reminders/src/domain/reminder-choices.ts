import { accept, type Command, type Decider, type DomainEvent } from '@kull/kernel';
import type { Subject } from './occasion';

export type RemindersDeclined = DomainEvent<'RemindersDeclined', { readonly subjects: readonly Subject[] }>;
export type RemindersAccepted = DomainEvent<'RemindersAccepted', { readonly subjects: readonly Subject[] }>;
export type ReminderChoiceEvent = RemindersDeclined | RemindersAccepted;

export type DeclineReminders = Command<'DeclineReminders', { readonly subjects: readonly Subject[] }>;
export type AcceptReminders = Command<'AcceptReminders', { readonly subjects: readonly Subject[] }>;
export type ReminderChoiceCommand = DeclineReminders | AcceptReminders;

/** What one person does not want to be written to about. The stream is the person's. */
export const reminderChoices: Decider<ReadonlySet<Subject>, ReminderChoiceCommand, ReminderChoiceEvent, never> = {
  category: 'reminder-choices',
  initial: new Set(),

  decide: (declined, { type, data }) => {
    const changed = data.subjects.filter((subject) => declined.has(subject) !== (type === 'DeclineReminders'));
    if (changed.length === 0) return { events: [] };
    return accept({
      type: type === 'DeclineReminders' ? 'RemindersDeclined' : 'RemindersAccepted',
      data: { subjects: changed },
    });
  },

  evolve: (declined, { type, data }) => {
    switch (type) {
      case 'RemindersDeclined':
        return new Set([...declined, ...data.subjects]);
      case 'RemindersAccepted':
        return new Set([...declined].filter((subject) => !data.subjects.includes(subject)));
    }
  },
};
