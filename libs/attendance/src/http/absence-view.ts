import type { Language } from '@kull/kernel';
import type { ClassPlan } from '@kull/teaching/contracts';
import { standingOf, withMissed } from '../domain/attendance-standing';
import { countedInOf } from '../domain/counted-in';
import type { StudentSessions } from '../domain/student-standings';
import type { AbsenceRow } from '../read-models/absences.query';
import type { AbsenceView, Consequence } from './absence.dto';
import { leftInWords } from './standing-texts';

/** A report of absence as the API shows it. */
export const absenceView = ({ reported, status, facts, compensations }: AbsenceRow): AbsenceView => {
  const { absenceId, classId, studentNo, sessions, sessionsOver, reasonCode } = reported;
  const { decision } = facts;
  return {
    id: absenceId,
    classId,
    studentNo,
    sessions: [...sessions],
    sessionsOver: [...sessionsOver],
    reason: reasonCode,
    status,
    reportedBy: reported.reportedBy,
    reportedAt: reported.reportedAt,
    evidenceDueOn: reported.evidenceDueOn,
    answerDueOn: reported.answerDueOn,
    evidence: facts.evidence ?? null,
    decision: decision
      ? {
          ...(decision.basis && { basis: decision.basis }),
          ...(decision.reasonClass && { reason: decision.reasonClass }),
          decidedBy: decision.decidedBy,
          decidedAt: decision.decidedAt,
        }
      : null,
    compensations: compensations.map(({ sessions: codes, taskCode: task, approvedBy, approvedAt }) => ({
      sessions: [...codes],
      task,
      approvedBy,
      approvedAt,
    })),
  };
};

/** What is left of the attendance when the sessions of the report are missed. */
export const consequencesOf = (
  missed: readonly string[],
  { sessions, requirements }: StudentSessions,
  plan: ClassPlan,
  language: Language,
): Consequence[] =>
  requirements.map((requirement) => {
    const standing = standingOf(withMissed(sessions, missed), requirement);
    const { award, status, leftToLose, sessionsLeftToLose } = standing;
    const countedIn = countedInOf(plan);
    const text = leftInWords(standing, countedIn, language);
    return { award, status, hoursLeftToLose: leftToLose / 2, sessionsLeftToLose, countedIn, text };
  });
