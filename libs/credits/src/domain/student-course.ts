import { accept, type Decider, type Decision, nothing, reject } from '@kull/kernel';
import { applyCorrection } from './apply-correction';
import { judgeAwards } from './judge-awards';
import { gradedAndAttestedByOne, isSameResult, type RegisteredResult } from './result-rows';
import type { RefuseCorrection, StudentCourseCommand, StudentCourseRejection } from './student-course.commands';
import type { StudentCourseEvent } from './student-course.events';
import { evolve } from './student-course.evolve';
import type { JudgedCourse, OpenCourse, StudentCourse } from './student-course.state';

type Decided = Decision<StudentCourseEvent, StudentCourseRejection>;

const registerResult = (course: OpenCourse | JudgedCourse, result: RegisteredResult): Decided => {
  const { registered } = course.assessment;
  if (registered) return isSameResult(registered, result) ? nothing : reject({ code: 'ALREADY_RECORDED' });
  const { assessment, result: grade, gradedBy, attestation } = result;
  const asRegistered = { assessment, result: grade, gradedBy };
  if (!attestation) return accept({ type: 'AssessmentResultRegistered', data: asRegistered });
  const { by: attestedBy, at: attestedAt } = attestation;
  if (gradedAndAttestedByOne({ gradedBy, attestedBy })) return reject({ code: 'SAME_PERSON_GRADED_AND_ATTESTED' });
  return accept<StudentCourseEvent>(
    { type: 'AssessmentResultRegistered', data: asRegistered },
    { type: 'AssessmentResultAttested', data: { attestedBy, attestedAt } },
  );
};

const refuseCorrection = (course: JudgedCourse, { correction, kind, code }: RefuseCorrection['data']): Decided =>
  course.corrections.has(correction.correctionId)
    ? nothing
    : accept({ type: 'CorrectionRefused', data: { ...correction, kind, code } });

const decide = (course: StudentCourse, command: StudentCourseCommand): Decided => {
  if (command.type === 'OpenStudentCourse')
    return course.status === 'none' ? accept({ type: 'StudentCourseOpened', data: command.data }) : nothing;
  if (course.status === 'none') return reject({ code: 'STUDENT_COURSE_NOT_OPEN' });

  switch (command.type) {
    case 'RegisterResult':
      return registerResult(course, command.data);
    case 'JudgeAwards':
      return judgeAwards(course, command.data);
    case 'ApplyCorrection':
      return course.status === 'judged' ? applyCorrection(course, command.data) : reject({ code: 'AWARDS_NOT_JUDGED' });
    case 'RefuseCorrection':
      return course.status === 'judged'
        ? refuseCorrection(course, command.data)
        : reject({ code: 'AWARDS_NOT_JUDGED' });
  }
};

/**
 * One student's course: its result, the HPR number as looked up, the two ledgers that never convert (ectsCredits and
 * coursePoints), and every correction. The explanation of each outcome is made from this state.
 */
export const studentCourse: Decider<StudentCourse, StudentCourseCommand, StudentCourseEvent, StudentCourseRejection> = {
  category: 'student-course',
  initial: { status: 'none' },
  decide,
  evolve,
};
