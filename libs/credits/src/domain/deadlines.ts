import { addDays, deadlineInWeeks, type Instant, isWorkingDay, type LocalDate, localDateInOslo } from '@kull/kernel';
import type { RequiredAssessment } from './course-terms';

/** Weeks to ask for the reasons of a result (ux.md S6). */
const weeksToAskForReasons = 1;
/** Weeks to appeal a result, counted anew from the reasons (domain.md 6, I-19). */
const weeksToAppeal = 3;

/** The last day to grade: whole weeks from the day of the hand-in, moved on to the next working day (ux.md A9). */
export const gradingDeadlineOf = ({ handInBy, gradingWeeks }: RequiredAssessment): LocalDate | undefined =>
  handInBy === undefined || gradingWeeks === undefined
    ? undefined
    : deadlineInWeeks(localDateInOslo(handInBy), gradingWeeks);

/** The last day to ask why a result is what it is. */
export const reasonsDeadlineOf = (resultAt: Instant): LocalDate =>
  deadlineInWeeks(localDateInOslo(resultAt), weeksToAskForReasons);

/** The last day to appeal: three weeks after the result, or after the reasons once they have been given. */
export const appealDeadlineOf = (resultAt: Instant, reasonsGivenAt: Instant = resultAt): LocalDate =>
  deadlineInWeeks(localDateInOslo(reasonsGivenAt > resultAt ? reasonsGivenAt : resultAt), weeksToAppeal);

/** Working days after that day, up to and including the last: none when it has been reached. */
export const workingDaysLeft = (on: LocalDate, last: LocalDate): number => {
  let days = 0;
  for (let day = addDays(on, 1); day <= last; day = addDays(day, 1)) if (isWorkingDay(day)) days++;
  return days;
};
