import { addDays, deadlineInWeeks, type Instant, isWorkingDay, type LocalDate, localDateInOslo } from '@kull/kernel';

const EVIDENCE_WEEKS = 2;
const ANSWER_WORKING_DAYS = 5;

/** The last day for evidence: fourteen days after the report, moved on to the next working day (ux.md S5). */
export const evidenceDueOn = (reportedAt: Instant): LocalDate =>
  deadlineInWeeks(localDateInOslo(reportedAt), EVIDENCE_WEEKS);

/** The day by which the report is answered: five working days after it (ux.md S5). */
export const answerDueOn = (reportedAt: Instant): LocalDate => {
  let day = localDateInOslo(reportedAt);
  for (let left = ANSWER_WORKING_DAYS; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left--;
  }
  return day;
};
