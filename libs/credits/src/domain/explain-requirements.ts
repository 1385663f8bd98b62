import {
  addDays,
  type Evidence,
  hoursText,
  type LocalDate,
  type Requirement,
  reaches,
  type Share,
  shareText,
} from '@kull/kernel';
import type { EctsReason, NotApplicableReason, PointsReason } from './awards';
import { type ApprovalTerms, totalHalfHours } from './course-terms';
import { type HprReason, hprReasons } from './hpr';
import type { JudgedCourse } from './student-course.state';

/** Who can do something about a requirement that is not met. */
export type Actor = 'STUDENT' | 'EXAMINER' | 'ATTESTOR' | 'COURSE_ADMINISTRATOR';

/** What they can do. */
export type Action =
  | 'REPORT_ERROR'
  | 'REGISTER_RESULT'
  | 'ATTEST_RESULT'
  | 'ASK_FOR_REASONS_OR_APPEAL'
  | 'DECLARE_DONE'
  | 'WATCH_LECTURE'
  | 'ANSWER_EVALUATION'
  | 'RENEW_APPROVAL'
  | 'GIVE_HPR_NUMBER'
  | 'CORRECT_HPR_NUMBER'
  | 'DOCUMENT_AUTHORISATION'
  | 'RUN_AWARDS';

/** The name of a requirement that is met, or the code of the rules why it is not. */
export type RequirementCode =
  | 'PARTICIPANT_STATUS'
  | 'ATTENDANCE'
  | 'ASSESSMENT'
  | 'PART'
  | 'COURSE_APPROVAL'
  | 'HPR_NUMBER'
  | 'AWARDS_NOT_JUDGED'
  | EctsReason
  | PointsReason
  | NotApplicableReason;

/** Records are sent to the medical association within this many days of completion (domain.md 9.3). */
const daysToReport = 30;

/** The day by which what is missing should be in place, so that the points are reported in time. */
export const reportBy = (completionDate: LocalDate): LocalDate => addDays(completionDate, daysToReport);

/** A requirement that is not met, and who does what about it by when. */
export const open = (
  code: RequirementCode,
  status: 'not_met' | 'waiting',
  evidence: readonly Evidence[],
  next: { readonly actor: Actor; readonly action: Action; readonly dueAt: LocalDate },
): Requirement => ({ code, status, evidence, ...next });

/** Attendance in hours, session by session, against the share that is asked for. */
export const attendanceRequirement = (
  { attendance, terms }: JudgedCourse,
  minAttendance: Share,
  dueAt: LocalDate,
): Requirement => {
  const total = totalHalfHours(terms);
  const evidence: Evidence[] = [
    { record: 'ATTENDED_HOURS', value: hoursText(attendance.halfHours) },
    { record: 'TOTAL_HOURS', value: hoursText(total) },
    { record: 'MIN_ATTENDANCE', value: shareText(minAttendance) },
    ...attendance.presences.map(({ session, halfHours, by, at }) => ({
      record: `SESSION_${session}`,
      value: hoursText(halfHours),
      ...(by !== undefined && { who: by }),
      ...(at !== undefined && { at }),
    })),
  ];
  return reaches(attendance.halfHours, total, minAttendance)
    ? { code: 'ATTENDANCE', status: 'met', evidence }
    : open('ATTENDANCE_BELOW_MINIMUM', 'not_met', evidence, { actor: 'STUDENT', action: 'REPORT_ERROR', dueAt });
};

/** The approval of the course, valid on the completion date or not. */
export const approvalRequirement = (
  { approvalId, validFrom, validTo }: ApprovalTerms,
  completionDate: LocalDate,
): Requirement => {
  const evidence: Evidence[] = [
    { record: 'COURSE_APPROVAL', value: approvalId },
    { record: 'VALID_FROM', at: validFrom },
    { record: 'VALID_TO', at: validTo },
    { record: 'COMPLETION_DATE', at: completionDate },
  ];
  const next = { actor: 'COURSE_ADMINISTRATOR', action: 'RENEW_APPROVAL', dueAt: reportBy(completionDate) } as const;
  return validFrom <= completionDate && completionDate <= validTo
    ? { code: 'COURSE_APPROVAL', status: 'met', evidence }
    : open('APPROVAL_NOT_VALID_AT_COMPLETION', 'not_met', evidence, next);
};

const hprActions = {
  HPR_MISSING: 'GIVE_HPR_NUMBER',
  HPR_UNKNOWN: 'CORRECT_HPR_NUMBER',
  HPR_NOT_PHYSICIAN: 'CORRECT_HPR_NUMBER',
  HPR_BIRTH_DATE_MISMATCH: 'CORRECT_HPR_NUMBER',
  HPR_NOT_AUTHORISED_AT_COMPLETION: 'DOCUMENT_AUTHORISATION',
} as const satisfies Record<HprReason, Action>;

/** Which register it was; of a manual verification, the two people. */
const hprSource = ({ hpr, verified }: JudgedCourse): Evidence[] => {
  if (!hpr) return [];
  const source = { record: 'HPR_SOURCE', value: hpr.source };
  if (hpr.source !== 'MANUAL' || !verified) return [source];
  const { proposedBy, approvedBy, at } = verified;
  return [source, { record: 'HPR_PROPOSED', who: proposedBy }, { record: 'HPR_APPROVED', who: approvedBy, at }];
};

const hprEvidence = (course: JudgedCourse): Evidence[] => {
  const { hpr } = course;
  if (!hpr || hpr.finding.found === 'no_number') return [];
  const source = hprSource(course);
  if (hpr.finding.found === 'not_in_register')
    return [{ record: 'HPR_REGISTER', value: 'NOT_FOUND', at: hpr.at }, ...source];
  const { profession, names, birthDate, authorisedFrom, authorisedTo } = hpr.finding;
  return [
    { record: 'HPR_REGISTER', value: profession, at: hpr.at },
    ...source,
    { record: 'HPR_NAMES', value: names },
    { record: 'HPR_BIRTH_DATE', value: birthDate },
    ...(authorisedFrom === undefined ? [] : [{ record: 'AUTHORISED_FROM', at: authorisedFrom }]),
    ...(authorisedTo === undefined ? [] : [{ record: 'AUTHORISED_TO', at: authorisedTo }]),
  ];
};

/** The HPR number: verified, or one line for each thing that the student can still put right. */
export const hprRequirements = (course: JudgedCourse, completionDate: LocalDate): Requirement[] => {
  const evidence = hprEvidence(course);
  const reasons = hprReasons(course.hpr?.finding ?? { found: 'no_number' }, completionDate);
  const dueAt = reportBy(completionDate);
  return reasons.length === 0
    ? [{ code: 'HPR_NUMBER', status: 'met', evidence }]
    : reasons.map((code) => open(code, 'waiting', evidence, { actor: 'STUDENT', action: hprActions[code], dueAt }));
};

/** Course points are for physicians. */
export const participantRequirement = (
  { participantStatus }: JudgedCourse,
  authorised: boolean,
  dueAt: LocalDate,
): Requirement => {
  const evidence = [{ record: 'PARTICIPANT_STATUS', value: participantStatus }];
  return authorised
    ? { code: 'PARTICIPANT_STATUS', status: 'met', evidence }
    : open('PARTICIPANT_NOT_AUTHORISED', 'not_met', evidence, { actor: 'STUDENT', action: 'REPORT_ERROR', dueAt });
};

/** The course gives no course points: nothing that anybody could do about it. */
export const noApprovalRequirement = ({ classCode }: JudgedCourse): Requirement => ({
  code: 'NO_COURSE_APPROVAL',
  status: 'not_met',
  evidence: [{ record: 'CLASS', value: classCode }],
});

/** The ectsCredits of the course are held by the person already, from another class (I-34). */
export const alreadyAwardedRequirement = ({ terms, classCode }: JudgedCourse, dueAt: LocalDate): Requirement =>
  open('ECTS_ALREADY_AWARDED', 'not_met', [{ record: 'COURSE', value: terms.courseCode ?? classCode }], {
    actor: 'STUDENT',
    action: 'REPORT_ERROR',
    dueAt,
  });
