import { addDays, instantInOslo } from '@kull/kernel';
import {
  type CourseWish,
  halfHoursOfSession,
  ONLINE,
  type OnlineCourse,
  type Physician,
  rightNumber,
  sessions,
} from './online-course';
import { csv } from './written-files';

const hours = (halfHours: number): string => (halfHours / 2).toFixed(1);

/** A session every week, the last one three days before the end. */
const startOf = ({ endsOn }: OnlineCourse, at: number): string =>
  instantInOslo(addDays(endsOn, -3 - 7 * (sessions.length - 1 - at)), '09:00:00');

/** course.json. */
export const planOf = (course: OnlineCourse): object => ({
  class: {
    code: course.code,
    site: 'ONLINE',
    capacity: 30,
    startsOn: addDays(course.endsOn, -60),
    endsOn: course.endsOn,
  },
  programme: { ...ONLINE, ectsCredits: 5, level: 7, mode: 'ONLINE' },
  sharingBasis: 'AGREEMENT:LF-TEST-0001',
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
  recipient: { name: 'Den norske legeforening', orgNumber: '960474341' },
  sessions: sessions.map((code, at) => ({
    code,
    title: `Modul ${code}`,
    startsAt: startOf(course, at),
    hours: halfHoursOfSession / 2,
  })),
  ectsRule: { minAttendance: 0.75, assessment: 'EXAM' },
  courseApproval: {
    id: `LF-TEST-${course.code}`,
    title: ONLINE.title,
    validFrom: '2026-01-01',
    validTo: '2028-12-31',
    minAttendance: 0.8,
    assessmentRequired: true,
    deliveryMode: 'ONLINE',
    creditLines: [
      { lineNo: 1, specialty: 'ALLM', purpose: 'BOTH', category: 'VALGFRITT', approvedHours: 60, points: 60 },
    ],
  },
});

export const attendanceFile = (course: OnlineCourse, physicians: readonly Physician[]): Buffer =>
  csv(
    physicians.flatMap(({ no, halfHours }) =>
      sessions.map((code, at) => ({
        session_code: code,
        student_no: no,
        attended_hours: hours(halfHours),
        observed_by: 'moderator-1',
        observed_at: startOf(course, at),
        reason: '',
      })),
    ),
  );

export const resultsFile = (physicians: readonly Physician[]): Buffer =>
  csv(
    physicians.map(({ no, attestedAt }) => ({
      student_no: no,
      assessment: 'EXAM',
      result: 'PASSED',
      graded_by: 'grader-1',
      attested_by: 'grader-2',
      attested_at: attestedAt,
    })),
  );

/** The register of health personnel: those whom it knows, and the numbers that some have in truth. */
export const registerFile = (physicians: readonly Physician[], knownSince: ReadonlySet<string>): Buffer =>
  csv(
    physicians.flatMap((one) => {
      const known = one.hprNumber !== '' && (one.isRegistered || knownSince.has(one.no)) ? [one.hprNumber] : [];
      return [...known, rightNumber(one)].map((number) => ({
        hpr_number: number,
        family_name: one.familyName,
        given_names: one.givenNames,
        birth_date: one.birthDate,
        profession: 'PHYSICIAN',
        authorised_from: '2005-07-01',
        authorised_to: '',
      }));
    }),
  );

export const correctionsFile = ({
  at,
  no,
  what,
  value,
  approvedBy,
}: Extract<CourseWish, { kind: 'correct' }>): Buffer =>
  csv([{ at, kind: what, student_no: no, value, reason: '', recorded_by: 'admin-1', approved_by: approvedBy }]);
