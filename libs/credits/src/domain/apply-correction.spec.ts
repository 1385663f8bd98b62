import { given } from '@kull/kernel/given';
import {
  awarded,
  both,
  counted,
  enrolledAs,
  entitlement,
  onHold,
  physician,
  unknown,
  withResult,
} from '../../test-model/sample-course';
import type { Change, CorrectionOrder } from './corrections';
import { studentCourse } from './student-course';
import type { StudentCourseEvent } from './student-course.events';
import type { JudgedCourse } from './student-course.state';

const order: CorrectionOrder = { correctionId: 'c1', at: '2026-07-02T07:00:00.000Z', recordedBy: 'admin-1' };
const approved: CorrectionOrder = { ...order, approvedBy: 'admin-2' };
const apply = (change: Change, correction = order) =>
  ({ type: 'ApplyCorrection', data: { correction, change } }) as const;
const lowering: Change = { kind: 'ATTENDANCE', hours: [{ session: 'M2', halfHours: 5 }] };

describe('a correction', () => {
  it('comes after the awards', () =>
    given(studentCourse)(...withResult)
      .when(apply(lowering))
      .rejectedAs({ code: 'AWARDS_NOT_JUDGED' }));

  it('that lowers a ledger needs a second person', () => {
    given(studentCourse)(...awarded)
      .when(apply(lowering))
      .rejectedAs({ code: 'SECOND_APPROVER_REQUIRED' });
    given(studentCourse)(...awarded)
      .when(apply(lowering, { ...order, approvedBy: 'admin-1' }))
      .rejectedAs({ code: 'SECOND_APPROVER_REQUIRED' });
  });

  it('reverses the award that falls away, and says where it stands', () =>
    given(studentCourse)(...awarded)
      .when(apply(lowering, approved))
      .then(
        {
          type: 'CorrectionApplied',
          data: { ...approved, kind: 'ATTENDANCE', reasonCode: 'ATTENDANCE_RECOUNT' },
        },
        counted(15, both[0]!, { session: 'M2', halfHours: 5, by: 'admin-1', at: order.at } as never),
        {
          type: 'AwardReversed',
          data: {
            award: 'coursePoints',
            reasonCode: 'ATTENDANCE_RECOUNT',
            correctionId: 'c1',
            recordedBy: 'admin-1',
            approvedBy: 'admin-2',
            attendedHalfHours: 15,
            assessmentPassed: true,
          },
        },
        {
          type: 'AwardNotMet',
          data: { award: 'coursePoints', reasons: ['ATTENDANCE_BELOW_MINIMUM'], completionDate: '2026-06-19' },
        },
      ));

  it('of hours beyond the session is refused before anything else', () =>
    given(studentCourse)(...awarded)
      .when(
        apply({
          kind: 'ATTENDANCE',
          hours: [
            { session: 'M1', halfHours: 0 },
            { session: 'M2', halfHours: 11 },
          ],
        }),
      )
      .rejectedAs({ code: 'HOURS_EXCEED_SESSION' }));

  it('of hours that leaves the award standing changes what the certificate states', () =>
    given(studentCourse)(...awarded)
      .when(apply({ kind: 'ATTENDANCE', hours: [{ session: 'M2', halfHours: 8 }] }))
      .then(
        { type: 'CorrectionApplied', data: { ...order, kind: 'ATTENDANCE', reasonCode: 'ATTENDANCE_RECOUNT' } },
        counted(18, both[0]!, { session: 'M2', halfHours: 8, by: 'admin-1', at: order.at } as never),
        {
          type: 'CoursePointsAwardCorrected',
          data: {
            ...entitlement,
            attendedHalfHours: 18,
            changed: ['ATTENDED_HOURS'],
            reasonCode: 'ATTENDANCE_RECOUNT',
            correctionId: 'c1',
            recordedBy: 'admin-1',
          },
        },
      ));

  it('of the name goes to the certificate and warns when the register has another', () => {
    const holder = { person: 'per_1', sealed: 'renamed' };
    const finding = { ...physician, names: 'differ' } as const;
    given(studentCourse)(...awarded)
      .when(apply({ kind: 'NAME_CHANGE', from: enrolledAs, holder, differs: true, hpr: finding }))
      .then(
        { type: 'CorrectionApplied', data: { ...order, kind: 'NAME_CHANGE', reasonCode: 'NAME_CHANGE', holder } },
        { type: 'HprVerified', data: { finding, verifiedAt: order.at } },
        {
          type: 'CoursePointsAwardCorrected',
          data: {
            ...entitlement,
            holder,
            hprVerifiedAt: order.at,
            changed: ['NAME'],
            reasonCode: 'NAME_CHANGE',
            correctionId: 'c1',
            recordedBy: 'admin-1',
          },
        },
      );
  });

  it('of the HPR number awards what was held', () => {
    const holder = { person: 'per_1', sealed: 'right number' };
    given(studentCourse)(...onHold)
      .when(apply({ kind: 'HPR_NUMBER', from: enrolledAs, holder, differs: true, hpr: physician }))
      .then(
        { type: 'CorrectionApplied', data: { ...order, kind: 'HPR_NUMBER', reasonCode: 'DATA_ERROR', holder } },
        { type: 'HprVerified', data: { finding: physician, verifiedAt: order.at } },
        { type: 'CoursePointsAwarded', data: { ...entitlement, holder, hprVerifiedAt: order.at } },
      );
  });

  it('of the HPR number to one that is unknown takes the points away, so it needs a second person', () => {
    const holder = { person: 'per_1', sealed: 'wrong number' };
    const change = { kind: 'HPR_NUMBER', from: enrolledAs, holder, differs: true, hpr: unknown } as const;
    given(studentCourse)(...awarded)
      .when(apply(change))
      .rejectedAs({ code: 'SECOND_APPROVER_REQUIRED' });
    const state = given(studentCourse)(...awarded)
      .when(apply(change, approved))
      .state() as JudgedCourse;
    expect(state.coursePoints).toEqual({ status: 'HELD', reasons: ['HPR_UNKNOWN'] });
  });

  it('of the result keeps the attested day', () => {
    const failing = { kind: 'RESULT', assessment: 'EXAM', result: 'FAILED' } as const;
    const fails = given(studentCourse)(...awarded)
      .when(apply(failing, approved))
      .state() as JudgedCourse;
    expect(fails.ectsCredits).toEqual({ status: 'NOT_MET', reasons: ['ASSESSMENT_NOT_PASSED'] });
    expect(fails.assessments.get('EXAM')?.registered?.attestation?.at).toBe('2026-06-18T22:30:00.000Z');
    expect(fails.firstAwards.ectsCredits.status).toBe('AWARDED');
  });

  it('of the name is refused when the name was corrected in the meantime', () => {
    const stale = { person: 'per_1', sealed: 'older' };
    const change = { kind: 'NAME_CHANGE', from: stale, holder: stale, differs: true, hpr: physician } as const;
    given(studentCourse)(...awarded)
      .when(apply(change))
      .rejectedAs({ code: 'HOLDER_CHANGED' });
  });

  it('that changes nothing leaves the certificate as it is', () =>
    given(studentCourse)(...awarded)
      .when(apply({ kind: 'NAME_CHANGE', from: enrolledAs, holder: enrolledAs, differs: false, hpr: physician }))
      .then({
        type: 'CorrectionApplied',
        data: { ...order, kind: 'NAME_CHANGE', reasonCode: 'NAME_CHANGE', holder: enrolledAs },
      }));

  it('is applied once', () =>
    given(studentCourse)(...awarded, {
      type: 'CorrectionApplied',
      data: { ...order, kind: 'RESULT', reasonCode: 'RESULT_CHANGED' },
    })
      .when(apply(lowering))
      .thenNothing());

  it('stays refused once it was', () => {
    const refusal = { correction: order, kind: 'ATTENDANCE', code: 'SECOND_APPROVER_REQUIRED' } as const;
    const refused: StudentCourseEvent = {
      type: 'CorrectionRefused',
      data: { ...order, kind: 'ATTENDANCE', code: 'SECOND_APPROVER_REQUIRED' },
    };
    given(studentCourse)(...awarded)
      .when({ type: 'RefuseCorrection', data: refusal })
      .then(refused);
    given(studentCourse)(...awarded, refused)
      .when({ type: 'RefuseCorrection', data: refusal })
      .thenNothing();
    given(studentCourse)(...awarded, refused)
      .when(apply(lowering, approved))
      .thenNothing();
  });
});
