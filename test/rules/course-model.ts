import { birthDateIn, type CourseFolder, type Row } from './course-folder';

/** What the rules of credits.md lead to, worked out as plainly as possible: no events, no deciders, no shared code. */
export interface ExpectedCourse {
  /** `file;row;student_no;code`, in the order of the file. */
  readonly rejected: readonly string[];
  /** Lines of awards.csv and awards-final.csv without the header. */
  readonly awards: readonly string[];
  readonly awardsFinal: readonly string[];
}

interface Student {
  family: string;
  given: string;
  birth: string;
  hpr: string;
  status: string;
  /** Hours × 10 by session. */
  hours: Record<string, number>;
  result?: string;
  attestedDay?: string;
}

const isHours = (text: string): boolean => /^\d+(\.\d+)?$/.test(text) && (Number(text) * 2) % 1 === 0;
const osloDay = (instant: string): string => new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' });

const judged = (folder: CourseFolder, student: Student) => {
  const { course } = folder;
  const total = course.sessions.reduce((sum, { hours }) => sum + Math.round(hours * 10), 0);
  const attended = Object.values(student.hours).reduce((sum, hours) => sum + hours, 0);
  const day = student.attestedDay ?? course.class.endsOn;
  const tooLittle = (rule: number) => attended * 100 < Math.round(rule * 100) * total;
  const assessment =
    student.result === undefined
      ? ['ASSESSMENT_MISSING']
      : student.result === 'PASSED'
        ? []
        : ['ASSESSMENT_NOT_PASSED'];

  const ects = [...(tooLittle(course.ectsRule.minAttendance) ? ['ATTENDANCE_BELOW_MINIMUM'] : []), ...assessment];

  const { validFrom, validTo, minAttendance, assessmentRequired, creditLines } = course.courseApproval;
  const approval = [
    ...(tooLittle(minAttendance) ? ['ATTENDANCE_BELOW_MINIMUM'] : []),
    ...(assessmentRequired ? assessment : []),
    ...(day < validFrom || day > validTo ? ['APPROVAL_NOT_VALID_AT_COMPLETION'] : []),
  ];
  const entry = folder.register.find((row) => row.hpr_number === student.hpr);
  const hpr: string[] = [];
  const warnings: string[] = [];
  if (student.hpr === '') hpr.push('HPR_MISSING');
  else if (!entry) hpr.push('HPR_UNKNOWN');
  else {
    if (entry.profession !== 'PHYSICIAN') hpr.push('HPR_NOT_PHYSICIAN');
    if (entry.birth_date === '') warnings.push('HPR_BIRTH_DATE_UNKNOWN');
    else if (entry.birth_date !== student.birth) hpr.push('HPR_BIRTH_DATE_MISMATCH');
    if (day < (entry.authorised_from || '0000') || day > (entry.authorised_to || '9999'))
      hpr.push('HPR_NOT_AUTHORISED_AT_COMPLETION');
    if (entry.family_name !== student.family || entry.given_names !== student.given) warnings.push('HPR_NAME_DIFFERS');
  }

  let status = 'AWARDED';
  let reasons: string[] = [];
  if (student.status !== 'PHYSICIAN') [status, reasons] = ['NOT_APPLICABLE', ['PARTICIPANT_NOT_AUTHORISED']];
  else if (approval.length > 0) [status, reasons] = ['NOT_MET', [...approval, ...hpr]];
  else if (hpr.length > 0) [status, reasons] = ['HELD', hpr];

  const pointsFor = (purpose: string) =>
    creditLines
      .filter((line) => line.purpose === 'BOTH' || line.purpose === purpose)
      .reduce((sum, { points }) => sum + points, 0);
  return {
    attended: (attended / 10).toFixed(1),
    ects: ects.length === 0 ? course.programme.ectsCredits : 0,
    ectsReasons: ects.sort(),
    status,
    points: status === 'AWARDED' ? Math.max(pointsFor('VIDERE'), pointsFor('ETTER')) : 0,
    reasons: reasons.sort(),
    warnings: status === 'AWARDED' ? warnings.sort() : [],
  };
};

const linesOf = (folder: CourseFolder, students: Map<string, Student>): string[] =>
  [...students.keys()].sort().map((studentNo) => {
    const { attended, ects, ectsReasons, status, points, reasons, warnings } = judged(folder, students.get(studentNo)!);
    return [studentNo, attended, ects, ectsReasons, status, points, reasons, warnings].join(';');
  });

const attendanceCode = (folder: CourseFolder, students: Map<string, Student>, row: Row): string | undefined => {
  const session = folder.course.sessions.find(({ code }) => code === row.session_code);
  const student = students.get(row.student_no!);
  if (!session) return 'UNKNOWN_SESSION';
  if (!student) return 'UNKNOWN_STUDENT';
  if (!isHours(row.attended_hours!)) return 'INVALID_HOURS';
  if (Number(row.attended_hours) > session.hours) return 'HOURS_EXCEED_SESSION';
  if (session.code in student.hours) return 'ALREADY_RECORDED';
  student.hours[session.code] = Math.round(Number(row.attended_hours) * 10);
  return undefined;
};

const resultCode = (students: Map<string, Student>, row: Row): string | undefined => {
  const student = students.get(row.student_no!);
  if (!student) return 'UNKNOWN_STUDENT';
  if (student.result !== undefined) return 'ALREADY_RECORDED';
  if (row.graded_by === row.attested_by) return 'SAME_PERSON_GRADED_AND_ATTESTED';
  student.result = row.result;
  student.attestedDay = osloDay(row.attested_at!);
  return undefined;
};

const changed = (student: Student, row: Row): Student => {
  const value = row.value!;
  const hours = { ...student.hours };
  switch (row.kind) {
    case 'NAME_CHANGE':
      return { ...student, family: value };
    case 'HPR_NUMBER':
      return { ...student, hpr: value };
    case 'RESULT':
      return { ...student, result: value };
    default:
      for (const part of value.split(',')) hours[part.split('=')[0]!] = Math.round(Number(part.split('=')[1]) * 10);
      return { ...student, hours };
  }
};

const correctionCode = (folder: CourseFolder, students: Map<string, Student>, row: Row): string | undefined => {
  const before = students.get(row.student_no!)!;
  const after = changed(before, row);
  for (const { code, hours } of folder.course.sessions)
    if ((after.hours[code] ?? 0) > hours * 10) return 'HOURS_EXCEED_SESSION';
  const was = judged(folder, before);
  const is = judged(folder, after);
  const alone = row.approved_by === '' || row.approved_by === row.recorded_by;
  if ((is.ects < was.ects || is.points < was.points) && alone) return 'SECOND_APPROVER_REQUIRED';
  students.set(row.student_no!, after);
  return undefined;
};

/** Works a whole folder through. Its corrections name students and sessions of the class. */
export const expectedOf = (folder: CourseFolder): ExpectedCourse => {
  const students = new Map<string, Student>(
    folder.participants.map((row) => [
      row.student_no!,
      {
        family: row.family_name!,
        given: row.given_names!,
        birth: birthDateIn(row.national_id!),
        hpr: row.hpr_number!,
        status: row.participant_status!,
        hours: {},
      },
    ]),
  );
  const rejected: { file: string; row: number; line: string }[] = [];
  const reject = (file: string, row: number, studentNo: string, code: string | undefined) => {
    if (code) rejected.push({ file, row, line: `${file};${row};${studentNo};${code}` });
  };
  folder.attendance.forEach((row, i) => {
    reject('attendance.csv', i + 1, row.student_no!, attendanceCode(folder, students, row));
  });
  folder.results.forEach((row, i) => {
    reject('results.csv', i + 1, row.student_no!, resultCode(students, row));
  });
  const awards = linesOf(folder, students);
  folder.corrections
    .map((row, i) => ({ row, i, at: Date.parse(row.at!) }))
    .sort((one, other) => one.at - other.at || one.i - other.i)
    .forEach(({ row, i }) => {
      reject('corrections.csv', i + 1, row.student_no!, correctionCode(folder, students, row));
    });
  rejected.sort((one, other) => (one.file === other.file ? one.row - other.row : one.file < other.file ? -1 : 1));
  return { rejected: rejected.map(({ line }) => line), awards, awardsFinal: linesOf(folder, students) };
};
