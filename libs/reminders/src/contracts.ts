export type { CancelReason, Subject } from './domain/occasion';
export type {
  ReminderAttempted,
  ReminderCancelled,
  ReminderFailed,
  ReminderPlanned,
  ReminderSent,
  ReminderUnknown,
} from './domain/reminder.events';
