import type { Explanation, LocalDate, Requirement } from '@kull/kernel';
import { completionDateOf, notApplicableReason } from './awards';
import { assessmentsOf } from './course-terms';
import { assessmentRequirement } from './explain-assessments';
import { partRequirement } from './explain-parts';
import {
  alreadyAwardedRequirement,
  approvalRequirement,
  attendanceRequirement,
  hprRequirements,
  noApprovalRequirement,
  participantRequirement,
  reportBy,
} from './explain-requirements';
import { awardRecordOf, countedResults, type JudgedCourse, type OpenCourse } from './student-course.state';

/** Why a student has the credits, or has not: one tree for each ledger (design.md 7). */
export interface AwardExplanations {
  readonly ectsCredits: Explanation;
  readonly coursePoints: Explanation;
}

const assessmentRequirements = (course: OpenCourse | JudgedCourse, dueAt: LocalDate): Requirement[] =>
  assessmentsOf(course.terms).map((required) => assessmentRequirement(course, required, dueAt));

/** Assessments and mandatory parts, in the order in which the programme lists them. */
const listedRequirements = (course: OpenCourse | JudgedCourse, dueAt: LocalDate): Requirement[] =>
  course.terms.requirements?.map((one) =>
    one.kind === 'PART' ? partRequirement(course, one, dueAt) : assessmentRequirement(course, one, dueAt),
  ) ?? assessmentRequirements(course, dueAt);

const ectsRequirements = (course: JudgedCourse, dueAt: LocalDate): Requirement[] => {
  const { ectsCredits, terms } = course;
  const elsewhere = ectsCredits.status === 'NOT_MET' && ectsCredits.reasons.includes('ECTS_ALREADY_AWARDED');
  return [
    attendanceRequirement(course, terms.ectsRule.minAttendance, dueAt),
    ...listedRequirements(course, dueAt),
    ...(elsewhere ? [alreadyAwardedRequirement(course, dueAt)] : []),
  ];
};

const pointsRequirements = (course: JudgedCourse, completionDate: LocalDate): Requirement[] => {
  const dueAt = reportBy(completionDate);
  const { courseApproval } = course.terms;
  if (!courseApproval) return [noApprovalRequirement(course)];
  const authorised = notApplicableReason(course.terms, course.participantStatus) === undefined;
  const participant = participantRequirement(course, authorised, dueAt);
  if (!authorised) return [participant];
  return [
    participant,
    attendanceRequirement(course, courseApproval.minAttendance, dueAt),
    ...(courseApproval.assessmentRequired ? assessmentRequirements(course, dueAt) : []),
    approvalRequirement(courseApproval, completionDate),
    ...hprRequirements(course, completionDate),
  ];
};

const notJudged = ({ terms }: OpenCourse): Requirement => ({
  code: 'AWARDS_NOT_JUDGED',
  status: 'waiting',
  evidence: [{ record: 'COURSE_ENDS', at: terms.endsOn }],
  actor: 'COURSE_ADMINISTRATOR',
  action: 'RUN_AWARDS',
  dueAt: reportBy(terms.endsOn),
});

/** Nothing has been judged; what the programme lists can be followed all the same. */
const explainOpen = (course: OpenCourse): AwardExplanations => {
  const listed = course.terms.requirements ? listedRequirements(course, reportBy(course.terms.endsOn)) : [];
  const waiting = { outcome: 'NOT_JUDGED', requirements: [notJudged(course)], warnings: [] };
  return { ectsCredits: { ...waiting, requirements: [...listed, notJudged(course)] }, coursePoints: waiting };
};

/** Explains both ledgers of a student's course as they stand. */
export const explainAwards = (course: OpenCourse | JudgedCourse): AwardExplanations => {
  if (course.status === 'open') return explainOpen(course);
  const completionDate = completionDateOf(course.terms, countedResults(course));
  return {
    ectsCredits: {
      outcome: course.ectsCredits.status,
      requirements: ectsRequirements(course, reportBy(completionDate)),
      warnings: [],
    },
    coursePoints: {
      outcome: course.coursePoints.status,
      requirements: pointsRequirements(course, completionDate),
      warnings: awardRecordOf(course).warnings,
    },
  };
};
