import { given } from '@kull/kernel/given';
import { nationalOpened } from '../../test-model/sample-course';
import { studentCourse } from './student-course';
import type { StudentCourseEvent } from './student-course.events';

// A Monday: reasons until the Monday after, an appeal until three weeks on.
const attestedAt = '2027-06-21T10:00:00.000Z';
const assessment = 'PROJECT_PAPER';
const grounds = { person: 'per_1', sealed: 'x' };
const registered: StudentCourseEvent = {
  type: 'AssessmentResultRegistered',
  data: { assessment, result: 'C', gradedBy: 'grader-1' },
};
const attested: StudentCourseEvent = {
  type: 'AssessmentResultAttested',
  data: { assessment, attestedBy: 'grader-2', attestedAt },
};
const corrected: StudentCourseEvent = {
  type: 'AssessmentResultCorrected',
  data: {
    assessment,
    result: 'B',
    correctionId: 'cor_1',
    correctedBy: 'admin-1',
    correctedAt: '2027-08-02T10:00:00.000Z',
  },
};
const ask = (at: string, of = assessment) => ({ type: 'AskForGradingReasons', data: { assessment: of, at } }) as const;
const appeal = (at: string, why = 'Oppgave 2 er ikke vurdert.') =>
  ({ type: 'AppealResult', data: { assessment, at, grounds: why, sealed: grounds } }) as const;
const asked = (askedAt: string): StudentCourseEvent => ({
  type: 'GradingReasonsAsked',
  data: { assessment, askedAt },
});
const appealed = (appealedAt: string): StudentCourseEvent => ({
  type: 'ResultAppealed',
  data: { assessment, appealedAt, grounds },
});
const reasons = (givenAt: string): StudentCourseEvent => ({
  type: 'GradingReasonsGiven',
  data: { assessment, givenBy: 'grader-1', givenAt },
});
const handle = {
  type: 'HandleResultAppeal',
  data: { assessment, handledBy: 'mli', handledAt: '2027-07-02T08:00:00.000Z' },
} as const;
const withResult = (...more: readonly StudentCourseEvent[]) =>
  given(studentCourse)(nationalOpened, registered, attested, ...more);

const inTime = '2027-06-28T21:59:59.000Z';
const aDayLate = '2027-06-28T22:00:00.000Z';

describe('the reasons of a result', () => {
  it('are asked for until the end of the last day in Norway', () => {
    withResult().when(ask(inTime)).then(asked(inTime));
    withResult().when(ask(aDayLate)).rejectedAs({ code: 'REASONS_TOO_LATE' });
  });

  it('are asked for once, and not when they have been given', () => {
    withResult(asked(attestedAt)).when(ask(inTime)).rejectedAs({ code: 'REASONS_ALREADY_ASKED' });
    withResult(reasons('2027-06-22T08:00:00.000Z')).when(ask(inTime)).rejectedAs({ code: 'REASONS_ALREADY_GIVEN' });
  });

  it('are of a result that somebody stands by, of an assessment of the course', () => {
    given(studentCourse)(nationalOpened, registered).when(ask(inTime)).rejectedAs({ code: 'RESULT_NOT_ATTESTED' });
    withResult().when(ask(inTime, 'THESIS')).rejectedAs({ code: 'UNKNOWN_ASSESSMENT' });
  });

  it('are asked for and given anew of a corrected result', () => {
    const [first, second] = ['2027-06-22T08:00:00.000Z', '2027-08-04T08:00:00.000Z'];
    withResult(asked(first), reasons(first), corrected).when(ask(second)).then(asked(second));
    const data = { assessment, givenBy: 'grader-1', givenAt: second };
    withResult(asked(first), reasons(first), corrected)
      .when({ type: 'GiveGradingReasons', data })
      .then(reasons(second));
  });
});

describe('an appeal of a result', () => {
  it('is sent within three weeks, and three new ones from the reasons', () => {
    const [last, after] = ['2027-07-12T21:59:59.000Z', '2027-07-12T22:00:00.000Z'];
    withResult().when(appeal(last)).then(appealed(last));
    withResult().when(appeal(after)).rejectedAs({ code: 'RESULT_APPEAL_TOO_LATE' });
    withResult(reasons('2027-07-05T08:00:00.000Z')).when(appeal(after)).then(appealed(after));
  });

  it('is sent once, and says why', () => {
    withResult(appealed(attestedAt)).when(appeal(inTime)).rejectedAs({ code: 'RESULT_ALREADY_APPEALED' });
    withResult().when(appeal(inTime, '  ')).rejectedAs({ code: 'GROUNDS_MISSING' });
    withResult()
      .when(appeal(inTime, 'x'.repeat(3_001)))
      .rejectedAs({ code: 'GROUNDS_TOO_LONG' });
  });

  it('is handled by the office once, also when the result has been corrected since', () => {
    const handled: StudentCourseEvent = { type: 'ResultAppealHandled', data: handle.data };
    withResult().when(handle).rejectedAs({ code: 'RESULT_NOT_APPEALED' });
    withResult(appealed(inTime)).when(handle).then(handled);
    withResult(appealed(inTime), corrected).when(handle).then(handled);
    withResult(appealed(inTime), handled).when(handle).thenNothing();
  });
});
