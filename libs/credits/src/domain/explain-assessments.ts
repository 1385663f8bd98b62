import type { Evidence, LocalDate, Requirement } from '@kull/kernel';
import { assessmentReason } from './awards';
import type { RequiredAssessment } from './course-terms';
import { appealDeadlineOf, gradingDeadlineOf, reasonsDeadlineOf } from './deadlines';
import { open } from './explain-requirements';
import { aboutResult } from './grading-requests';
import {
  type Assessment,
  countedResult,
  type JudgedCourse,
  type OpenCourse,
  resultKnownAt,
} from './student-course.state';

/** Which assessment it is, and when it is handed in and graded: known where the requirements are listed. */
const planned = (required: RequiredAssessment): Evidence[] => {
  const { code, title, handInBy } = required;
  const deadline = gradingDeadlineOf(required);
  if (title === undefined) return [];
  return [
    { record: 'ASSESSMENT', value: code },
    { record: 'TITLE', value: title },
    ...(handInBy === undefined ? [] : [{ record: 'HAND_IN_BY', at: handInBy }]),
    ...(deadline === undefined ? [] : [{ record: 'GRADING_DEADLINE', at: deadline }]),
  ];
};

const graded = ({ registered, corrected }: Assessment): Evidence[] => {
  const evidence: Evidence[] = [];
  if (registered) evidence.push({ record: 'RESULT', value: registered.result, who: registered.gradedBy });
  if (registered?.attestation)
    evidence.push({ record: 'ATTESTATION', who: registered.attestation.by, at: registered.attestation.at });
  if (corrected)
    evidence.push({ record: 'CORRECTED_RESULT', value: corrected.result, who: corrected.by, at: corrected.at });
  return evidence;
};

/** Until when the student may ask for the reasons of a result and appeal it (ux.md S6). */
const complaints = ({ title }: RequiredAssessment, assessment: Assessment): Evidence[] => {
  const knownAt = resultKnownAt(assessment);
  if (title === undefined || knownAt === undefined) return [];
  const { reasonsAsked, reasonsGiven, appealed } = aboutResult(assessment);
  return [
    { record: 'REASONS_DEADLINE', at: reasonsDeadlineOf(knownAt) },
    ...(reasonsGiven ? [{ record: 'REASONS_GIVEN', who: reasonsGiven.by, at: reasonsGiven.at }] : []),
    ...(reasonsAsked ? [{ record: 'REASONS_ASKED', at: reasonsAsked.at }] : []),
    { record: 'APPEAL_DEADLINE', at: appealDeadlineOf(knownAt, reasonsGiven?.at) },
    ...(appealed ? [{ record: 'APPEALED', at: appealed.at }] : []),
    ...(appealed?.handledAt ? [{ record: 'APPEAL_HANDLED', at: appealed.handledAt }] : []),
  ];
};

/** An assessment: passed, failed (with the last day to appeal), or still to be graded or attested. */
export const assessmentRequirement = (
  { assessments }: OpenCourse | JudgedCourse,
  required: RequiredAssessment,
  dueAt: LocalDate,
): Requirement => {
  const assessment = assessments.get(required.code) ?? {};
  const evidence = [...planned(required), ...graded(assessment), ...complaints(required, assessment)];
  const code = assessmentReason(countedResult(assessment));
  switch (code) {
    case undefined:
      return { code: 'ASSESSMENT', status: 'met', evidence };
    case 'ASSESSMENT_MISSING': {
      const next = { dueAt: gradingDeadlineOf(required) ?? dueAt };
      return assessment.registered
        ? open(code, 'waiting', evidence, { actor: 'ATTESTOR', action: 'ATTEST_RESULT', ...next })
        : open(code, 'waiting', evidence, { actor: 'EXAMINER', action: 'REGISTER_RESULT', ...next });
    }
    case 'ASSESSMENT_NOT_PASSED': {
      const knownAt = resultKnownAt(assessment);
      const appealBy = knownAt === undefined ? dueAt : appealDeadlineOf(knownAt, assessment.reasonsGiven?.at);
      const next = { actor: 'STUDENT', action: 'ASK_FOR_REASONS_OR_APPEAL', dueAt: appealBy } as const;
      return open(code, 'not_met', evidence, next);
    }
  }
};
