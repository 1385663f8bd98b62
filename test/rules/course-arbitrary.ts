import fc from 'fast-check';
import type { CourseFolder, CourseJson, Row } from './course-folder';

const sessions = ['M1', 'M2', 'M3'];
const students = ['S1', 'S2', 'S3', 'S4', 'S5'];

const course: fc.Arbitrary<CourseJson> = fc
  .record({
    hours: fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })),
    ectsMinimum: fc.constantFrom(0.5, 0.75, 0.8, 1),
    pointsMinimum: fc.constantFrom(0.5, 0.75, 0.8, 1),
    assessmentRequired: fc.boolean(),
    validTo: fc.constantFrom('2026-06-18', '2026-06-19', '2027-12-31'),
    purposes: fc.array(fc.constantFrom('VIDERE', 'ETTER', 'BOTH'), { minLength: 1, maxLength: 3 }),
  })
  .map(({ hours, ectsMinimum, pointsMinimum, assessmentRequired, validTo, purposes }) => ({
    class: { code: 'NLA-X', endsOn: '2026-06-19' },
    programme: { ectsCredits: 5 },
    sessions: sessions.map((code, i) => ({ code, startsAt: '2026-01-12T09:00:00+01:00', hours: hours[i]! / 2 })),
    ectsRule: { minAttendance: ectsMinimum, assessment: 'EXAM' },
    courseApproval: {
      id: 'LF-X',
      validFrom: '2026-01-01',
      validTo,
      minAttendance: pointsMinimum,
      assessmentRequired,
      creditLines: purposes.map((purpose, i) => ({
        lineNo: i + 1,
        specialty: 'ALLM',
        purpose: purpose as 'BOTH',
        category: 'VALGFRITT',
        approvedHours: 10,
        points: 10 * (i + 1),
      })),
    },
  }));

const names = fc.constantFrom('Lie', 'Berg');
const numbers = fc.constantFrom('', '9000001', '9000002', '9000003', '123');

const participants: fc.Arbitrary<Row[]> = fc.tuple(
  ...students.map((student_no) =>
    fc.record({
      student_no: fc.constant(student_no),
      family_name: names,
      given_names: fc.constant('Ane'),
      national_id: fc.constantFrom('08879005958', '27848005024'),
      hpr_number: numbers,
      participant_status: fc.constantFrom('PHYSICIAN', 'PHYSICIAN', 'PHYSICIAN', 'STUDENT'),
    }),
  ),
);

const register: fc.Arbitrary<Row[]> = fc.tuple(
  ...['9000001', '9000002', '9000003'].map((hpr_number) =>
    fc.record({
      hpr_number: fc.constant(hpr_number),
      family_name: names,
      given_names: fc.constant('Ane'),
      birth_date: fc.constantFrom('1990-07-08', '1980-04-27', ''),
      profession: fc.constantFrom('PHYSICIAN', 'PHYSICIAN', 'NURSE'),
      authorised_from: fc.constantFrom('', '2018-07-01', '2026-06-19'),
      authorised_to: fc.constantFrom('', '', '2026-06-18', '2026-06-19'),
    }),
  ),
);

const someStudent = fc.constantFrom(...students, 'S9');

const attendance: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    session_code: fc.constantFrom(...sessions, ...sessions, ...sessions, 'M9'),
    student_no: someStudent,
    attended_hours: fc
      .integer({ min: 0, max: 20 })
      .map((halfHours) => (halfHours / 2).toFixed(1))
      .chain((hours) => fc.constantFrom(hours, hours, hours, hours, '0.3', '7,5', '-1')),
    observed_by: fc.constant('moderator-1'),
    observed_at: fc.constant('2026-01-12T16:00:00+01:00'),
  }),
  { maxLength: 40 },
);

const results: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    student_no: someStudent,
    assessment: fc.constant('EXAM'),
    result: fc.constantFrom('PASSED', 'PASSED', 'FAILED'),
    graded_by: fc.constant('grader-1'),
    attested_by: fc.constantFrom('grader-2', 'grader-2', 'grader-2', 'grader-1'),
    attested_at: fc.constantFrom('2026-06-19T12:00:00+02:00', '2026-06-18T23:30:00+02:00', '2026-06-18T22:30:00Z'),
  }),
  { maxLength: 12 },
);

const hoursOfSessions = fc
  .subarray(sessions, { minLength: 1 })
  .chain((chosen) =>
    fc
      .tuple(...chosen.map((code) => fc.integer({ min: 0, max: 24 }).map((half) => `${code}=${(half / 2).toFixed(1)}`)))
      .map((parts) => parts.join(',')),
  );

const corrections: fc.Arbitrary<Row[]> = fc.array(
  fc
    .oneof(
      fc.record({ kind: fc.constant('NAME_CHANGE'), value: names }),
      fc.record({ kind: fc.constant('ATTENDANCE'), value: hoursOfSessions }),
      fc.record({ kind: fc.constant('HPR_NUMBER'), value: numbers }),
      fc.record({ kind: fc.constant('RESULT'), value: fc.constantFrom('PASSED', 'FAILED') }),
    )
    .chain((correction) =>
      fc.record({
        kind: fc.constant(correction.kind),
        value: fc.constant(correction.value),
        at: fc.constantFrom('2026-07-01T09:00:00+02:00', '2026-07-01T07:30:00Z', '2026-07-02T00:30:00+02:00'),
        student_no: fc.constantFrom(...students),
        reason: fc.constant(''),
        recorded_by: fc.constant('admin-1'),
        approved_by: fc.constantFrom('', 'admin-1', 'admin-2', 'admin-2'),
      }),
    ),
  { maxLength: 10 },
);

/** Small course folders with everything in them that can go wrong. */
export const anyCourseFolder: fc.Arbitrary<CourseFolder> = fc.record({
  course,
  participants,
  register,
  attendance,
  results,
  corrections,
});
