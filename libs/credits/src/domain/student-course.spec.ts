import { given } from '@kull/kernel/given';
import {
  absent,
  attested,
  awarded,
  both,
  counted,
  course,
  ects,
  failed,
  held,
  judgeAs,
  onHold,
  opened,
  physician,
  points,
  present,
  registered,
  result,
  unknown,
  verified,
  withResult,
} from '../../test-model/sample-course';
import { studentCourse } from './student-course';
import type { JudgedCourse } from './student-course.state';

describe('a result', () => {
  it('is registered, and attested by somebody else', () =>
    given(studentCourse)(opened).when({ type: 'RegisterResult', data: result }).then(registered, attested));

  it('is registered once', () => {
    given(studentCourse)(...withResult)
      .when({ type: 'RegisterResult', data: result })
      .thenNothing();
    given(studentCourse)(...withResult)
      .when({ type: 'RegisterResult', data: { ...result, result: 'FAILED' } })
      .rejectedAs({ code: 'ALREADY_RECORDED' });
  });

  it('is not attested by the one who graded it', () =>
    given(studentCourse)(opened)
      .when({ type: 'RegisterResult', data: { ...result, gradedBy: 'grader-2' } })
      .rejectedAs({ code: 'SAME_PERSON_GRADED_AND_ATTESTED' }));

  it('belongs to a student who takes the course', () =>
    given(studentCourse)()
      .when({ type: 'RegisterResult', data: result })
      .rejectedAs({ code: 'STUDENT_COURSE_NOT_OPEN' }));

  it('does not count before it is attested', () => {
    const state = given(studentCourse)(opened, registered)
      .when(judgeAs(physician, ...both))
      .state() as JudgedCourse;
    expect(state.ectsCredits).toEqual({ status: 'NOT_MET', reasons: ['ASSESSMENT_MISSING'] });
  });
});

describe('an award run', () => {
  it('awards both, and says what they were judged by', () =>
    given(studentCourse)(...withResult)
      .when(judgeAs(physician, ...both))
      .then(counted(20, ...both), verified, ects, points));

  it('counts a session without a record as none', () =>
    given(studentCourse)(...withResult)
      .when(judgeAs(physician, present(10)))
      .then(
        counted(10, present(10), absent),
        verified,
        {
          type: 'AwardNotMet',
          data: { award: 'ectsCredits', reasons: ['ATTENDANCE_BELOW_MINIMUM'], completionDate: '2026-06-19' },
        },
        {
          type: 'AwardNotMet',
          data: { award: 'coursePoints', reasons: ['ATTENDANCE_BELOW_MINIMUM'], completionDate: '2026-06-19' },
        },
      ));

  it('holds the course points when only the HPR number is open', () =>
    given(studentCourse)(...withResult)
      .when(judgeAs(unknown, ...both))
      .then(counted(20, ...both), failed, ects, held));

  it('asks nobody about a participant who is no physician', () =>
    given(studentCourse)(
      { type: 'StudentCourseOpened', data: { ...course, participantStatus: 'INTERN' } },
      registered,
      attested,
    )
      .when(judgeAs(unknown, ...both))
      .then(counted(20, ...both), ects, {
        type: 'AwardNotApplicable',
        data: { award: 'coursePoints', reasons: ['PARTICIPANT_NOT_AUTHORISED'], completionDate: '2026-06-19' },
      }));

  it('changes nothing when nothing has changed', () => {
    given(studentCourse)(...awarded)
      .when(judgeAs(physician, ...both))
      .thenNothing();
    given(studentCourse)(...onHold)
      .when(judgeAs(unknown, ...both))
      .thenNothing();
  });

  it('awards what was held once the number is found, on the attendance counted then', () =>
    given(studentCourse)(...onHold)
      .when(judgeAs(physician, present(0)))
      .then(verified, points));

  it('takes nothing away, whatever the register says now', () =>
    given(studentCourse)(...awarded)
      .when(judgeAs(unknown))
      .thenNothing());
});
