import { fold } from '@kull/kernel';
import { nationalDone, nationalOpened, nationalTerms, terms } from '../../test-model/sample-course';
import { gradingIn } from './grading';
import { studentCourse } from './student-course';
import type { StudentCourseEvent } from './student-course.events';
import type { OpenCourse } from './student-course.state';

const courseOf = (...events: readonly StudentCourseEvent[]) => fold(studentCourse, events) as OpenCourse;
const graded = (result: 'A' | 'F'): StudentCourseEvent => ({
  type: 'AssessmentResultRegistered',
  data: { assessment: 'PROJECT_PAPER', result, gradedBy: 'grader-1' },
});
const attested: StudentCourseEvent = {
  type: 'AssessmentResultAttested',
  data: { assessment: 'PROJECT_PAPER', attestedBy: 'grader-2', attestedAt: '2027-06-22T10:00:00.000Z' },
};
const reasons: StudentCourseEvent = {
  type: 'GradingReasonsGiven',
  data: { assessment: 'PROJECT_PAPER', givenBy: 'grader-1', givenAt: '2027-06-30T10:00:00.000Z' },
};
const courses = [
  courseOf(...nationalDone),
  courseOf(nationalOpened, graded('A')),
  courseOf(nationalOpened, graded('F'), attested, reasons),
  courseOf(nationalOpened),
];

describe('the grading of a class', () => {
  const [paper, exam] = gradingIn(nationalTerms, 5, courses, '2027-06-08');

  it('counts who has a result, who waits for a second person, and who has none', () => {
    expect(paper).toMatchObject({
      assessment: 'PROJECT_PAPER',
      title: 'Prosjektoppgave',
      students: 5,
      registered: 3,
      withoutResult: 2,
      waitingForAttestation: 1,
      waitingBy: [{ gradedBy: 'grader-1', students: 1 }],
    });
    expect(exam).toMatchObject({ registered: 1, withoutResult: 4, waitingForAttestation: 0 });
  });

  it('has every grade of the scale, best first', () => {
    expect(paper!.distribution.map(({ grade, students }) => `${grade}${students}`)).toEqual([
      'A1',
      'B0',
      'C1',
      'D0',
      'E0',
      'F1',
    ]);
    expect(exam!.distribution).toEqual([
      { grade: 'PASSED', students: 1 },
      { grade: 'FAILED', students: 0 },
    ]);
  });

  it('says by when it is due, and until when somebody may ask and appeal', () => {
    expect(paper).toMatchObject({ gradingDeadline: '2027-06-25', workingDaysLeft: 13 });
    expect(paper).toMatchObject({ lastReasonsDeadline: '2027-06-29', lastAppealDeadline: '2027-07-21' });
  });

  it('of a course with one assessment in its rule knows neither title nor deadline', () =>
    expect(gradingIn(terms, 2, [], '2026-06-01')).toEqual([
      {
        assessment: 'EXAM',
        scale: 'PASSED_FAILED',
        students: 2,
        registered: 0,
        withoutResult: 2,
        waitingForAttestation: 0,
        waitingBy: [],
        distribution: [
          { grade: 'PASSED', students: 0 },
          { grade: 'FAILED', students: 0 },
        ],
      },
    ]));
});
