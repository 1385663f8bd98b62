import { accept, type Decision, nothing, reject } from '@kull/kernel';
import { assessmentNamed, type CourseTerms } from './course-terms';
import { isGradeOn } from './grades';
import { aboutResult } from './grading-requests';
import { gradedAndAttestedByOne, isSameResult, type RegisteredResult } from './result-rows';
import type { AttestResult, GiveGradingReasons, StudentCourseRejection } from './student-course.commands';
import type { AssessmentResultAttested, StudentCourseEvent } from './student-course.events';
import { countedResult, type JudgedCourse, type OpenCourse } from './student-course.state';

type Decided = Decision<StudentCourseEvent, StudentCourseRejection>;

/** Which assessment an event is about, where the terms list several. */
export const aboutAssessment = ({ requirements }: CourseTerms, assessment: string): { readonly assessment?: string } =>
  requirements ? { assessment } : {};

const attested = (course: OpenCourse | JudgedCourse, data: AttestResult['data']): AssessmentResultAttested => {
  const { assessment, attestedBy, attestedAt } = data;
  return {
    type: 'AssessmentResultAttested',
    data: { ...aboutAssessment(course.terms, assessment), attestedBy, attestedAt },
  };
};

/** A result is registered once; with the attestation, if a second person has given it already. */
export const registerResult = (course: OpenCourse | JudgedCourse, result: RegisteredResult): Decided => {
  const { assessment, result: grade, gradedBy, registeredBy, attestation } = result;
  const required = assessmentNamed(course.terms, assessment);
  if (!required) return reject({ code: 'UNKNOWN_ASSESSMENT' });
  const registered = course.assessments.get(assessment)?.registered;
  if (registered) return isSameResult(registered, result) ? nothing : reject({ code: 'ALREADY_RECORDED' });
  if (!isGradeOn(required.scale, grade)) return reject({ code: 'INVALID_RESULT' });
  const asRegistered = { assessment, result: grade, gradedBy, ...(registeredBy !== undefined && { registeredBy }) };
  if (!attestation) return accept({ type: 'AssessmentResultRegistered', data: asRegistered });
  const { by: attestedBy, at: attestedAt } = attestation;
  if (gradedAndAttestedByOne({ gradedBy, attestedBy, registeredBy }))
    return reject({ code: 'SAME_PERSON_GRADED_AND_ATTESTED' });
  return accept<StudentCourseEvent>(
    { type: 'AssessmentResultRegistered', data: asRegistered },
    attested(course, { assessment, attestedBy, attestedAt }),
  );
};

/** A second person attests a result that was registered without an attestation. */
export const attestResult = (course: OpenCourse | JudgedCourse, data: AttestResult['data']): Decided => {
  const { assessment, attestedBy } = data;
  if (!assessmentNamed(course.terms, assessment)) return reject({ code: 'UNKNOWN_ASSESSMENT' });
  const registered = course.assessments.get(assessment)?.registered;
  if (!registered) return reject({ code: 'RESULT_NOT_REGISTERED' });
  const { gradedBy, registeredBy, attestation } = registered;
  if (attestation) return attestation.by === attestedBy ? nothing : reject({ code: 'ALREADY_ATTESTED' });
  if (gradedAndAttestedByOne({ gradedBy, attestedBy, registeredBy }))
    return reject({ code: 'SAME_PERSON_GRADED_AND_ATTESTED' });
  return accept(attested(course, data));
};

/** The student has got the reasons of a result: the time to appeal begins anew (I-19). */
export const giveGradingReasons = (course: OpenCourse | JudgedCourse, data: GiveGradingReasons['data']): Decided => {
  if (!assessmentNamed(course.terms, data.assessment)) return reject({ code: 'UNKNOWN_ASSESSMENT' });
  const assessment = course.assessments.get(data.assessment) ?? {};
  if (!countedResult(assessment)) return reject({ code: 'RESULT_NOT_ATTESTED' });
  const { reasonsGiven } = aboutResult(assessment);
  if (!reasonsGiven) return accept({ type: 'GradingReasonsGiven', data });
  const same = reasonsGiven.by === data.givenBy && reasonsGiven.at === data.givenAt;
  return same ? nothing : reject({ code: 'REASONS_ALREADY_GIVEN' });
};
