import { given } from '@kull/kernel/given';
import { national, nationalOpened, opened, registered } from '../../test-model/sample-course';
import type { RegisteredResult } from './result-rows';
import { studentCourse } from './student-course';
import type { StudentCourseEvent } from './student-course.events';

const at = '2027-06-21T10:00:00.000Z';
const paper: RegisteredResult = { assessment: 'PROJECT_PAPER', result: 'C', gradedBy: 'grader-1' };
const exam: RegisteredResult = { assessment: 'TAKE_HOME_EXAM', result: 'PASSED', gradedBy: 'grader-1' };
const paperRegistered: StudentCourseEvent = { type: 'AssessmentResultRegistered', data: paper };
const paperAttested: StudentCourseEvent = {
  type: 'AssessmentResultAttested',
  data: { assessment: 'PROJECT_PAPER', attestedBy: 'grader-2', attestedAt: at },
};
const attest = (attestedBy: string, assessment = 'PROJECT_PAPER', attestedAt = at) =>
  ({ type: 'AttestResult', data: { assessment, attestedBy, attestedAt } }) as const;
const register = (data: RegisteredResult) => ({ type: 'RegisterResult', data }) as const;

describe('results of several assessments', () => {
  it('are registered one by one, each once', () => {
    given(studentCourse)(nationalOpened).when(register(paper)).then(paperRegistered);
    given(studentCourse)(nationalOpened, paperRegistered)
      .when(register(exam))
      .then({ type: 'AssessmentResultRegistered', data: exam });
    given(studentCourse)(nationalOpened, paperRegistered).when(register(paper)).thenNothing();
    given(studentCourse)(nationalOpened, paperRegistered)
      .when(register({ ...paper, result: 'B' }))
      .rejectedAs({ code: 'ALREADY_RECORDED' });
  });

  it.each([
    ['INVALID_RESULT', { ...paper, result: 'PASSED' }],
    ['INVALID_RESULT', { ...exam, result: 'A' }],
    ['UNKNOWN_ASSESSMENT', { ...paper, assessment: 'THESIS' }],
    ['UNKNOWN_ASSESSMENT', { ...paper, assessment: 'REFLECTION' }],
  ] as const)('are refused as %s: %p', (code, result) =>
    given(studentCourse)(nationalOpened)
      .when(register(result as RegisteredResult))
      .rejectedAs({ code }),
  );

  it('name their assessment in the attestation that comes along', () =>
    given(studentCourse)(nationalOpened)
      .when(register({ ...paper, attestation: { by: 'grader-2', at } }))
      .then(paperRegistered, paperAttested));
});

describe('an attestation', () => {
  it('is given to a registered result by somebody else', () =>
    given(studentCourse)(nationalOpened, paperRegistered).when(attest('grader-2')).then(paperAttested));

  it('of the one assessment of a course does not name it', () =>
    given(studentCourse)(opened, registered)
      .when(attest('grader-2', 'EXAM'))
      .then({ type: 'AssessmentResultAttested', data: { attestedBy: 'grader-2', attestedAt: at } }));

  it('is not given by the one who graded', () =>
    given(studentCourse)(nationalOpened, paperRegistered)
      .when(attest('grader-1'))
      .rejectedAs({ code: 'SAME_PERSON_GRADED_AND_ATTESTED' }));

  it('is given once', () => {
    const attested = given(studentCourse)(nationalOpened, paperRegistered, paperAttested);
    attested.when(attest('grader-2', 'PROJECT_PAPER', '2027-06-22T10:00:00.000Z')).thenNothing();
    attested.when(attest('grader-3')).rejectedAs({ code: 'ALREADY_ATTESTED' });
  });

  it('needs a result of an assessment that the course has', () => {
    given(studentCourse)(nationalOpened, paperRegistered)
      .when(attest('grader-2', 'TAKE_HOME_EXAM'))
      .rejectedAs({ code: 'RESULT_NOT_REGISTERED' });
    given(studentCourse)(nationalOpened).when(attest('grader-2', 'THESIS')).rejectedAs({ code: 'UNKNOWN_ASSESSMENT' });
  });
});

describe('the reasons of a result', () => {
  const give = (givenAt: string) =>
    ({ type: 'GiveGradingReasons', data: { assessment: 'PROJECT_PAPER', givenBy: 'grader-1', givenAt } }) as const;
  const given1 = give('2027-06-30T08:00:00.000Z');
  const reasons: StudentCourseEvent = { type: 'GradingReasonsGiven', data: given1.data };

  it('are given once, for a result that counts', () => {
    given(studentCourse)(nationalOpened, paperRegistered).when(given1).rejectedAs({ code: 'RESULT_NOT_ATTESTED' });
    given(studentCourse)(nationalOpened, paperRegistered, paperAttested).when(given1).then(reasons);
    const told = given(studentCourse)(nationalOpened, paperRegistered, paperAttested, reasons);
    told.when(given1).thenNothing();
    told.when(give('2027-07-01T08:00:00.000Z')).rejectedAs({ code: 'REASONS_ALREADY_GIVEN' });
  });
});

describe('the terms of a course', () => {
  const { terms } = national;
  const moved = { classId: 'cls_2', classCode: 'NLP-TRD-1', terms: { ...terms, endsOn: '2027-06-25' } };

  it('follow the class until the awards are judged, and keep the results', () => {
    const revised = given(studentCourse)(nationalOpened, paperRegistered, paperAttested).when({
      type: 'ReviseTerms',
      data: moved,
    });
    revised.then({ type: 'CourseTermsRevised', data: moved });
    expect(revised.state()).toMatchObject({ classCode: 'NLP-TRD-1', studentNo: national.studentNo });
    expect(revised.state()).toHaveProperty('assessments', new Map([['PROJECT_PAPER', expect.anything()]]));
  });

  it('are revised only when they differ', () =>
    given(studentCourse)(nationalOpened)
      .when({ type: 'ReviseTerms', data: { classId: national.classId, classCode: national.classCode, terms } })
      .thenNothing());
});
