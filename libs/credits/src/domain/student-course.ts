import { accept, type Decider, type Decision, isSame, nothing, reject, type SetRule } from '@kull/kernel';
import { applyCorrection } from './apply-correction';
import { appealResult, askForReasons, handleAppeal } from './grading-requests';
import { recordUnanswered, releaseHold } from './hold';
import { approveVerification, proposeVerification } from './hpr-verification';
import { judgeAwards } from './judge-awards';
import { fulfilPart, withdrawPart } from './parts';
import { attestResult, giveGradingReasons, registerResult } from './results';
import type {
  RefuseCorrection,
  ReviseTerms,
  StudentCourseCommand,
  StudentCourseRejection,
} from './student-course.commands';
import type { StudentCourseEvent } from './student-course.events';
import { evolve } from './student-course.evolve';
import type { JudgedCourse, OpenCourse, StudentCourse } from './student-course.state';

type Decided = Decision<StudentCourseEvent, StudentCourseRejection>;

/** Terms follow the class until the awards are judged; from then on they are frozen. */
const reviseTerms = (course: OpenCourse | JudgedCourse, data: ReviseTerms['data']): Decided => {
  const { classId, classCode, terms } = course;
  return course.status === 'judged' || isSame({ classId, classCode, terms }, data)
    ? nothing
    : accept({ type: 'CourseTermsRevised', data });
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
    case 'ReviseTerms':
      return reviseTerms(course, command.data);
    case 'RegisterResult':
      return registerResult(course, command.data);
    case 'AttestResult':
      return attestResult(course, command.data);
    case 'GiveGradingReasons':
      return giveGradingReasons(course, command.data);
    case 'AskForGradingReasons':
      return askForReasons(course, command.data);
    case 'AppealResult':
      return appealResult(course, command.data);
    case 'HandleResultAppeal':
      return handleAppeal(course, command.data);
    case 'FulfilPart':
      return fulfilPart(course, command.data);
    case 'WithdrawPart':
      return withdrawPart(course, command.data);
    case 'JudgeAwards':
      return judgeAwards(course, command.data);
    case 'ReleaseHold':
      return releaseHold(course, command.data);
    case 'RecordUnansweredLookUp':
      return recordUnanswered(course, command.data);
    case 'ProposeHprVerification':
      return proposeVerification(course, command.data);
    case 'ApproveHprVerification':
      return approveVerification(course, command.data);
    case 'ApplyCorrection':
      return course.status === 'judged' ? applyCorrection(course, command.data) : reject({ code: 'AWARDS_NOT_JUDGED' });
    case 'RefuseCorrection':
      return course.status === 'judged'
        ? refuseCorrection(course, command.data)
        : reject({ code: 'AWARDS_NOT_JUDGED' });
  }
};

/** A person gets the ectsCredits of a course once, in whichever class they are judged first: held by the log (I-34). */
const setRules = (event: StudentCourseEvent): readonly SetRule[] => {
  const given = event.type === 'EctsCreditsAwarded';
  if (!given && !(event.type === 'AwardReversed' && event.data.award === 'ectsCredits')) return [];
  const { courseCode, personId, classId, studentNo } = event.data;
  if (courseCode === undefined) return [];
  const key = `ects:${courseCode}:${personId}`;
  return [{ kind: given ? 'claim' : 'free', key, holder: `${classId}:${studentNo}` }];
};

/**
 * One student's course: its results and mandatory parts, the HPR number as looked up, the two ledgers that never convert (ectsCredits and
 * coursePoints), and every correction. The explanation of each outcome is made from this state.
 */
export const studentCourse: Decider<StudentCourse, StudentCourseCommand, StudentCourseEvent, StudentCourseRejection> = {
  category: 'student-course',
  initial: { status: 'none' },
  decide,
  evolve,
  setRules,
  refusedBy: () => ({ code: 'ECTS_ALREADY_AWARDED' }),
};
