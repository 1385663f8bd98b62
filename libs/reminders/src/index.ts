import { remindersCodec } from './codec/reminders.codec';
import { remindersMigrations } from './due-table';
import { noteAddressFaultWhenRefused } from './reactions/note-address-fault-when-refused';
import { planOccasionsWhenToldAtOnce } from './reactions/plan-occasions';
import { sendAgainWhenResolved } from './reactions/send-again-when-resolved';
import { writeToFormerAddressWhenEmailChanged } from './reactions/write-to-former-address-when-email-changed';
import { reminderReadModel } from './read-models/reminder.v1';
import { reminderPlanReadModel } from './read-models/reminder-plan.v1';
import { subjects as subjectParts } from './subjects';

export type { Office } from './addresses-of-people';
export * from './contracts';
export { OwnReminders } from './own-reminders';
export { type PreviewedLetter, PreviewLetters } from './planning/preview-letters';
export { CountStuckReminders, type StuckReminders } from './read-models/count-stuck-reminders';
export { RemindersModule, type RemindersOptions } from './reminders.module';

/** What the apps put together. */
export const remindersParts = {
  codecs: [remindersCodec],
  readModels: [reminderPlanReadModel, reminderReadModel],
  reactions: [
    planOccasionsWhenToldAtOnce(subjectParts),
    sendAgainWhenResolved,
    noteAddressFaultWhenRefused,
    writeToFormerAddressWhenEmailChanged,
  ],
  migrations: remindersMigrations,
  whose: {
    'reminders.due': { person: 'recipient' },
    'reminders.cursor': { staff: 'how far plans have been asked: work, not news' },
  },
};
