import type { OwnAbsence } from '@kull/attendance';
import { localDateInOslo } from '@kull/kernel';
import type { Meeting } from '@kull/teaching';
import type { Deadline } from './home/home-cards';
import type { ToldCourse } from './student-points';

/** The days of a course's exams that are not to be missed, those that are over too. */
export const deadlinesOf = ({ assessments }: Pick<ToldCourse, 'assessments'>): readonly Deadline[] =>
  assessments.flatMap(({ title: of, handInBy, result, reasonsDeadline, appealDeadline, ...sent }) => [
    ...(handInBy !== undefined && !result
      ? [{ kind: 'HAND_IN', of, on: localDateInOslo(handInBy), at: handInBy } as const]
      : []),
    ...(reasonsDeadline !== undefined && sent.reasonsGivenAt === undefined && sent.reasonsAskedAt === undefined
      ? [{ kind: 'ASK_FOR_REASONS', of, on: reasonsDeadline } as const]
      : []),
    ...(appealDeadline !== undefined && sent.appealedAt === undefined
      ? [{ kind: 'APPEAL', of, on: appealDeadline } as const]
      : []),
  ]);

/** Until when evidence of absence may be sent in, where none has been and nobody has decided yet. */
export const evidenceDeadlines = (
  absences: readonly OwnAbsence[],
  meetings: readonly Pick<Meeting, 'title' | 'sessions'>[],
): readonly Deadline[] =>
  absences
    .filter(({ status, evidence }) => status === 'REPORTED' && !evidence)
    .flatMap(({ sessions, evidenceDueOn: on }) => {
      const missed = meetings.find((meeting) => meeting.sessions.some(({ code }) => sessions.includes(code)));
      return missed ? [{ kind: 'EVIDENCE', of: missed.title, on } as const] : [];
    });
