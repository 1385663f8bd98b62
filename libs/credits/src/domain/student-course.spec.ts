import { given } from '@kull/kernel/given';
import type { Change, CorrectionOrder } from './corrections';
import type { CourseTerms, CreditLine } from './course-terms';
import type { HprFinding } from './hpr';
import { studentCourse } from './student-course';
import type { CoursePointsEntitlement, StudentCourseEvent } from './student-course.events';
import type { JudgedCourse } from './student-course.state';

const line: CreditLine = {
  lineNo: 1,
  specialty: 'ALLM',
  purpose: 'BOTH',
  category: 'VALGFRITT',
  approvedHalfHours: 20,
  points: 10,
};
const terms: CourseTerms = {
  endsOn: '2026-06-19',
  sessions: [
    { code: 'M1', halfHours: 10 },
    { code: 'M2', halfHours: 10 },
  ],
  ectsCredits: 5,
  ectsRule: { minAttendance: { numerator: 75, denominator: 100 }, assessment: 'EXAM' },
  courseApproval: {
    approvalId: 'LF-TEST-0001',
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
    minAttendance: { numerator: 8, denominator: 10 },
    assessmentRequired: true,
    creditLines: [line],
  },
};
const enrolledAs = { person: 'per_1', sealed: 'as enrolled' };
const course = {
  classId: 'cls_1',
  classCode: 'NLA-1',
  studentNo: 'S1',
  personId: 'per_1',
  participantStatus: 'PHYSICIAN',
  holder: enrolledAs,
  terms,
};
const opened: StudentCourseEvent = { type: 'StudentCourseOpened', data: course };
const registered: StudentCourseEvent = {
  type: 'AssessmentResultRegistered',
  data: { assessment: 'EXAM', result: 'PASSED', gradedBy: 'grader-1' },
};
const attested: StudentCourseEvent = {
  type: 'AssessmentResultAttested',
  data: { attestedBy: 'grader-2', attestedAt: '2026-06-18T22:30:00.000Z' },
};
const result = {
  assessment: 'EXAM',
  result: 'PASSED',
  gradedBy: 'grader-1',
  attestation: { by: 'grader-2', at: '2026-06-18T22:30:00.000Z' },
} as const;

const physician: HprFinding = { found: 'entry', profession: 'PHYSICIAN', birthDate: 'equal', names: 'equal' };
const unknown: HprFinding = { found: 'not_in_register' };
const at = '2026-06-18T22:30:00.000Z';
const present = (halfHours: number) => ({
  session: 'M1',
  halfHours,
  by: 'moderator-1',
  at: '2026-01-12T15:00:00.000Z',
});
const absent = { session: 'M2', halfHours: 0 };
const judgeAs = (hpr: HprFinding, ...presences: { session: string; halfHours: number }[]) =>
  ({ type: 'JudgeAwards', data: { presences, hpr, at } }) as const;
const both = [present(10), { ...present(10), session: 'M2' }];
const counted = (halfHours: number, ...presences: { session: string; halfHours: number }[]): StudentCourseEvent => ({
  type: 'AttendanceCounted',
  data: { presences, halfHours },
});
const verified: StudentCourseEvent = { type: 'HprVerified', data: { finding: physician, verifiedAt: at } };
const failed: StudentCourseEvent = {
  type: 'HprVerificationFailed',
  data: { finding: unknown, verifiedAt: at, reasons: ['HPR_UNKNOWN'] },
};
const ects: StudentCourseEvent = {
  type: 'EctsCreditsAwarded',
  data: { ectsCredits: 5, completionDate: '2026-06-19' },
};
const entitlement: CoursePointsEntitlement = {
  classId: 'cls_1',
  classCode: 'NLA-1',
  studentNo: 'S1',
  personId: 'per_1',
  holder: enrolledAs,
  participantStatus: 'PHYSICIAN',
  approvalId: 'LF-TEST-0001',
  completionDate: '2026-06-19',
  attendedHalfHours: 20,
  totalHalfHours: 20,
  assessmentPassed: true,
  hprVerifiedAt: at,
  coursePoints: 10,
  lines: [line],
};
const points: StudentCourseEvent = { type: 'CoursePointsAwarded', data: entitlement };
const held: StudentCourseEvent = {
  type: 'AwardHeld',
  data: { award: 'coursePoints', reasons: ['HPR_UNKNOWN'], completionDate: '2026-06-19' },
};
const withResult = [opened, registered, attested];
const awarded = [...withResult, counted(20, ...both), verified, ects, points];
const onHold = [...withResult, counted(20, ...both), failed, ects, held];

const order: CorrectionOrder = { correctionId: 'c1', at: '2026-07-02T07:00:00.000Z', recordedBy: 'admin-1' };
const approved: CorrectionOrder = { ...order, approvedBy: 'admin-2' };
const apply = (change: Change, correction = order) =>
  ({ type: 'ApplyCorrection', data: { correction, change } }) as const;
const lowering: Change = { kind: 'ATTENDANCE', hours: [{ session: 'M2', halfHours: 5 }] };

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
    given(studentCourse)({ ...opened, data: { ...course, participantStatus: 'INTERN' } }, registered, attested)
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
    const failing = { kind: 'RESULT', result: 'FAILED' } as const;
    const fails = given(studentCourse)(...awarded)
      .when(apply(failing, approved))
      .state() as JudgedCourse;
    expect(fails.ectsCredits).toEqual({ status: 'NOT_MET', reasons: ['ASSESSMENT_NOT_PASSED'] });
    expect(fails.assessment.registered?.attestation?.at).toBe('2026-06-18T22:30:00.000Z');
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
