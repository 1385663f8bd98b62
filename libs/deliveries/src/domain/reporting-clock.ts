import { addDays, type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';

/** The reporting clock of 30 days (domain.md 9.3). */
export const DELIVERY_DAYS = 30;

/** The last day to deliver a certificate in time. */
export const deliverBy = (completionDate: LocalDate): LocalDate => addDays(completionDate, DELIVERY_DAYS);

/** Days until the last day to deliver; 0 on that day, negative afterwards. */
export const daysLeft = (completionDate: LocalDate, now: Instant): number =>
  Math.round(
    (Date.parse(`${deliverBy(completionDate)}T00:00:00Z`) - Date.parse(`${localDateInOslo(now)}T00:00:00Z`)) /
      86_400_000,
  );
