import type { Explanation, Requirement } from '@kull/kernel';
import { completionDateOf, isPhysician } from './awards';
import {
  approvalRequirement,
  assessmentRequirement,
  attendanceRequirement,
  hprRequirements,
  participantRequirement,
  reportBy,
} from './explain-requirements';
import { awardRecordOf, countedResult, type JudgedCourse, type OpenCourse } from './student-course.state';

/** Why a student has the credits, or has not: one tree for each ledger (design.md 7). */
export interface AwardExplanations {
  readonly ectsCredits: Explanation;
  readonly coursePoints: Explanation;
}

const pointsRequirements = (course: JudgedCourse): Requirement[] => {
  const completionDate = completionDateOf(course.terms, countedResult(course.assessment));
  const dueAt = reportBy(completionDate);
  const physician = isPhysician(course.participantStatus);
  const participant = participantRequirement(course, physician, dueAt);
  if (!physician) return [participant];
  const { minAttendance, assessmentRequired } = course.terms.courseApproval;
  return [
    participant,
    attendanceRequirement(course, minAttendance, dueAt),
    ...(assessmentRequired ? [assessmentRequirement(course, dueAt)] : []),
    approvalRequirement(course, completionDate),
    ...hprRequirements(course, completionDate),
  ];
};

const notJudged = ({ terms }: OpenCourse): Explanation => ({
  outcome: 'NOT_JUDGED',
  requirements: [
    {
      code: 'AWARDS_NOT_JUDGED',
      status: 'waiting',
      evidence: [{ record: 'COURSE_ENDS', at: terms.endsOn }],
      actor: 'COURSE_ADMINISTRATOR',
      action: 'RUN_AWARDS',
      dueAt: reportBy(terms.endsOn),
    },
  ],
  warnings: [],
});

/** Explains both ledgers of a student's course as they stand. */
export const explainAwards = (course: OpenCourse | JudgedCourse): AwardExplanations => {
  if (course.status === 'open') return { ectsCredits: notJudged(course), coursePoints: notJudged(course) };
  const dueAt = reportBy(completionDateOf(course.terms, countedResult(course.assessment)));
  return {
    ectsCredits: {
      outcome: course.ectsCredits.status,
      requirements: [
        attendanceRequirement(course, course.terms.ectsRule.minAttendance, dueAt),
        assessmentRequirement(course, dueAt),
      ],
      warnings: [],
    },
    coursePoints: {
      outcome: course.coursePoints.status,
      requirements: pointsRequirements(course),
      warnings: awardRecordOf(course).warnings,
    },
  };
};
