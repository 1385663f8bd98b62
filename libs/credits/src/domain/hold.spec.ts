import { given } from '@kull/kernel/given';
import {
  attested,
  awarded,
  both,
  counted,
  ects,
  enrolledAs,
  entitlement,
  failed,
  judgeAs,
  onHold,
  opened,
  physician,
  registered,
  unknown,
  withResult,
} from '../../test-model/sample-course';
import { askAgainAt } from './ask-again';
import { explainAwards } from './explain';
import type { HprFinding } from './hpr';
import { studentCourse } from './student-course';
import type { StudentCourseEvent } from './student-course.events';
import type { JudgedCourse } from './student-course.state';

const later = '2026-06-25T08:00:00.000Z';
const entry = { person: 'per_1', sealed: 'line' };
const release = (hpr: HprFinding, source?: 'API') =>
  ({ type: 'ReleaseHold', data: { hpr, at: later, ...(source && { lookedUp: { source, at: later } }) } }) as const;
const proposal = {
  verificationId: 'v1',
  evidenceClass: 'AUTHORISATION_LETTER',
  entry,
  proposedBy: 'admin-1',
  proposedAt: later,
} as const;
const propose = (over: object = {}) =>
  ({ type: 'ProposeHprVerification', data: { ...proposal, from: enrolledAs, hpr: physician, ...over } }) as const;
const proposed: StudentCourseEvent = { type: 'HprVerificationProposed', data: proposal };
const approve = (over: object = {}) =>
  ({
    type: 'ApproveHprVerification',
    data: { verificationId: 'v1', approvedBy: 'admin-2', from: enrolledAs, hpr: physician, at: later, ...over },
  }) as const;
const verification = { verificationId: 'v1', proposedBy: 'admin-1', approvedBy: 'admin-2' };
const approved: StudentCourseEvent = {
  type: 'HprVerified',
  data: { finding: physician, verifiedAt: later, source: 'MANUAL', verification },
};
const unanswered = (attempts: number): StudentCourseEvent => ({
  type: 'HprLookUpUnanswered',
  data: { why: 'UNAVAILABLE', at: later, attempts },
});
const recordUnanswered = { type: 'RecordUnansweredLookUp', data: { why: 'UNAVAILABLE', at: later } } as const;

describe('course points that are held', () => {
  it('are awarded the moment the register has the number; the completion date stays', () =>
    given(studentCourse)(...onHold)
      .when(release(physician))
      .then(
        { type: 'HprVerified', data: { finding: physician, verifiedAt: later } },
        { type: 'CoursePointsAwarded', data: { ...entitlement, hprVerifiedAt: later } },
      ));

  it('are awarded by the API, and that is said', () =>
    given(studentCourse)(...onHold)
      .when(release(physician, 'API'))
      .then(
        { type: 'HprVerified', data: { finding: physician, verifiedAt: later, source: 'API' } },
        { type: 'CoursePointsAwarded', data: { ...entitlement, hprVerifiedAt: later } },
      ));

  it('stay held, for what holds them now', () => {
    const nurse = { ...physician, profession: 'NURSE' };
    given(studentCourse)(...onHold)
      .when(release(nurse))
      .then(
        {
          type: 'HprVerificationFailed',
          data: { finding: nurse, verifiedAt: later, reasons: ['HPR_NOT_PHYSICIAN'] },
        },
        {
          type: 'AwardHeld',
          data: { award: 'coursePoints', reasons: ['HPR_NOT_PHYSICIAN'], completionDate: '2026-06-19' },
        },
      );
  });

  it('lead to nothing when the register says the same', () =>
    given(studentCourse)(...onHold)
      .when(release(unknown))
      .thenNothing());
});

describe('what is not held', () => {
  const notMet: StudentCourseEvent[] = [
    ...withResult,
    counted(10, both[0]!),
    failed,
    {
      type: 'AwardNotMet',
      data: { award: 'ectsCredits', reasons: ['ATTENDANCE_BELOW_MINIMUM'], completionDate: '2026-06-19' },
    },
    {
      type: 'AwardNotMet',
      data: {
        award: 'coursePoints',
        reasons: ['ATTENDANCE_BELOW_MINIMUM', 'HPR_UNKNOWN'],
        completionDate: '2026-06-19',
      },
    },
  ];

  it.each([
    ['awarded', awarded],
    ['not met', notMet],
    ['not judged', withResult],
  ])('is left alone: %s', (_, history) => {
    given(studentCourse)(...history)
      .when(release(physician))
      .thenNothing();
  });

  it('leaves the ectsCredits of a held student as they were judged', () => {
    const resultMissing: StudentCourseEvent[] = [...onHold.slice(0, 5), ects, onHold.at(-1)!];
    const state = given(studentCourse)(...resultMissing)
      .when(release(physician))
      .state() as JudgedCourse;
    expect([state.ectsCredits.status, state.coursePoints.status]).toEqual(['AWARDED', 'AWARDED']);
  });
});

describe('a register that does not answer', () => {
  it('leaves the student unjudged, and says how often', () => {
    given(studentCourse)(...withResult)
      .when(recordUnanswered)
      .then(unanswered(1));
    given(studentCourse)(...withResult, unanswered(1))
      .when(recordUnanswered)
      .then(unanswered(2));
    given(studentCourse)(...awarded)
      .when(recordUnanswered)
      .thenNothing();
  });

  it('and answers later is judged by then, also when it says what it said before', () => {
    const waiting: StudentCourseEvent[] = [...onHold, unanswered(1)];
    const state = given(studentCourse)(...waiting)
      .when(release(unknown, 'API'))
      .state() as JudgedCourse;
    expect([state.unanswered, state.hpr?.source, state.coursePoints.status]).toEqual([undefined, 'API', 'HELD']);
    const judged = given(studentCourse)(opened, registered, attested, unanswered(3))
      .when({
        type: 'JudgeAwards',
        data: { ...judgeAs(physician, ...both).data, lookedUp: { source: 'API', at: later } },
      })
      .state() as JudgedCourse;
    expect([judged.coursePoints.status, judged.hpr]).toEqual([
      'AWARDED',
      { finding: physician, source: 'API', at: later },
    ]);
  });

  it('is asked again after 1, 2, 4 … minutes, six hours at most, and not when it refuses us', () => {
    const at = (attempts: number, why: 'UNAVAILABLE' | 'REFUSED' = 'UNAVAILABLE') =>
      askAgainAt({ why, at: later, attempts });
    expect([at(1), at(2), at(4)]).toEqual([
      '2026-06-25T08:01:00.000Z',
      '2026-06-25T08:02:00.000Z',
      '2026-06-25T08:08:00.000Z',
    ]);
    expect([at(10), at(5_000)]).toEqual(['2026-06-25T14:00:00.000Z', '2026-06-25T14:00:00.000Z']);
    expect(at(1, 'REFUSED')).toBeUndefined();
  });
});

describe('a manual verification', () => {
  it('is proposed by one person', () => {
    given(studentCourse)(...onHold)
      .when(propose())
      .then(proposed);
    given(studentCourse)(...onHold, proposed)
      .when(propose())
      .thenNothing();
  });

  it('is approved by another, and releases the hold', () =>
    given(studentCourse)(...onHold, proposed)
      .when(approve())
      .then(approved, { type: 'CoursePointsAwarded', data: { ...entitlement, hprVerifiedAt: later } }));

  it('is not approved by the one who proposed it', () =>
    given(studentCourse)(...onHold, proposed)
      .when(approve({ approvedBy: 'admin-1' }))
      .rejectedAs({ code: 'SECOND_APPROVER_REQUIRED' }));

  it('is approved once, and only what was proposed last', () => {
    given(studentCourse)(...onHold, proposed, approved)
      .when(approve())
      .thenNothing();
    given(studentCourse)(...onHold, proposed, {
      type: 'HprVerificationProposed',
      data: { ...proposal, verificationId: 'v2' },
    })
      .when(approve())
      .rejectedAs({ code: 'VERIFICATION_NOT_PROPOSED' });
  });

  it('is about the number that the student has', () => {
    given(studentCourse)(...onHold, proposed)
      .when(approve({ hpr: unknown }))
      .rejectedAs({ code: 'HPR_NUMBER_CHANGED' });
    given(studentCourse)(...onHold, proposed)
      .when(approve({ from: entry }))
      .rejectedAs({ code: 'HOLDER_CHANGED' });
    given(studentCourse)(...onHold)
      .when(propose({ hpr: { found: 'no_number' } }))
      .rejectedAs({ code: 'HPR_MISSING' });
  });

  it('of a nurse, or of somebody else, verifies nothing', () => {
    const state = given(studentCourse)(...onHold, proposed)
      .when(approve({ hpr: { ...physician, birthDate: 'differs' } }))
      .state() as JudgedCourse;
    expect(state.coursePoints).toEqual({ status: 'HELD', reasons: ['HPR_BIRTH_DATE_MISMATCH'] });
  });

  it('comes before the award run as well as after it', () => {
    const ready: StudentCourseEvent[] = [...withResult, proposed, approved];
    const state = given(studentCourse)(...ready)
      .when({
        type: 'JudgeAwards',
        data: { ...judgeAs(physician, ...both).data, lookedUp: { source: 'MANUAL', at: later } },
      })
      .state() as JudgedCourse;
    expect([state.coursePoints.status, state.hpr?.source]).toEqual(['AWARDED', 'MANUAL']);
  });

  it('is not for a student whose points stand', () =>
    given(studentCourse)(...awarded)
      .when(propose())
      .rejectedAs({ code: 'HPR_ALREADY_VERIFIED' }));

  it('shows who proposed and who approved', () => {
    const state = given(studentCourse)(...onHold, proposed)
      .when(approve())
      .state() as JudgedCourse;
    const number = explainAwards(state).coursePoints.requirements.find(({ code }) => code === 'HPR_NUMBER');
    expect(number?.evidence.slice(0, 4)).toEqual([
      { record: 'HPR_REGISTER', value: 'PHYSICIAN', at: later },
      { record: 'HPR_SOURCE', value: 'MANUAL' },
      { record: 'HPR_PROPOSED', who: 'admin-1' },
      { record: 'HPR_APPROVED', who: 'admin-2', at: later },
    ]);
  });
});
