import { given } from '@kull/kernel/given';
import { nationalAwarded, nationalOpened } from '../../test-model/sample-course';
import { studentCourse } from './student-course';
import type { FulfilPart } from './student-course.commands';
import type { StudentCourseEvent } from './student-course.events';

const declared: FulfilPart['data'] = {
  part: 'REFLECTION',
  by: 'STUDENT_DECLARATION',
  at: '2026-10-28T18:04:00.000Z',
  reportedBy: 'S1',
};
const fulfil = (changes: Partial<FulfilPart['data']> = {}) =>
  ({ type: 'FulfilPart', data: { ...declared, ...changes } }) as const;
const fulfilled: StudentCourseEvent = { type: 'PartFulfilled', data: declared };
const withdraw = (part = 'REFLECTION') =>
  ({ type: 'WithdrawPart', data: { part, reasonClass: 'REPORTED_BY_MISTAKE', by: 'admin-1' } }) as const;
const withdrawn: StudentCourseEvent = { type: 'PartWithdrawn', data: withdraw().data };

describe('a mandatory part', () => {
  it('is done in the way that its requirement names', () => {
    given(studentCourse)(nationalOpened).when(fulfil()).then(fulfilled);
    given(studentCourse)(nationalOpened)
      .when(fulfil({ by: 'LECTURE_WATCHED' }))
      .rejectedAs({ code: 'WRONG_WAY' });
    given(studentCourse)(nationalOpened)
      .when(fulfil({ part: 'LECTURE' }))
      .rejectedAs({ code: 'WRONG_WAY' });
  });

  it('is one that the course asks for', () => {
    given(studentCourse)(nationalOpened)
      .when(fulfil({ part: 'PROJECT_PAPER' }))
      .rejectedAs({ code: 'UNKNOWN_PART' });
    given(studentCourse)(nationalOpened).when(withdraw('SWIMMING')).rejectedAs({ code: 'UNKNOWN_PART' });
  });

  it('is done once', () => {
    given(studentCourse)(nationalOpened, fulfilled).when(fulfil()).thenNothing();
    given(studentCourse)(nationalOpened, fulfilled)
      .when(fulfil({ at: '2026-10-29T18:04:00.000Z' }))
      .rejectedAs({ code: 'ALREADY_RECORDED' });
  });

  it('is taken back, once, and can be done again by another report', () => {
    given(studentCourse)(nationalOpened, fulfilled).when(withdraw()).then(withdrawn);
    given(studentCourse)(nationalOpened, fulfilled, withdrawn).when(withdraw()).thenNothing();
    given(studentCourse)(nationalOpened, fulfilled, withdrawn).when(fulfil()).thenNothing();
    const again = fulfil({ at: '2026-10-29T18:04:00.000Z' });
    given(studentCourse)(nationalOpened, fulfilled, withdrawn)
      .when(again)
      .then({ type: 'PartFulfilled', data: again.data });
  });

  it('that ectsCredits were given for stays done', () =>
    given(studentCourse)(...nationalAwarded)
      .when(withdraw())
      .rejectedAs({ code: 'ECTS_CREDITS_AWARDED' }));

  it('belongs to a student who takes the course', () =>
    given(studentCourse)().when(fulfil()).rejectedAs({ code: 'STUDENT_COURSE_NOT_OPEN' }));
});
