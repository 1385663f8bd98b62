import { addDays, type Instant, instantInOslo, type LocalDate } from '@kull/kernel';

/** A student is reminded of a gathering so many days before it begins, at nine in the morning. */
export const reminderDaysBefore = [14, 2] as const;

const TIME_OF_DAY = '09:00:00';

export interface GatheringReminder {
  readonly daysBefore: number;
  readonly dueAt: Instant;
}

/** When students are reminded of a gathering that begins on that day. */
export const gatheringReminders = (startsOn: LocalDate): readonly GatheringReminder[] =>
  reminderDaysBefore.map((daysBefore) => ({
    daysBefore,
    dueAt: instantInOslo(addDays(startsOn, -daysBefore), TIME_OF_DAY),
  }));
