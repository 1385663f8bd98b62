import { birthDateOf, type Identity, type Judged, judge } from './course-awards';
import type { CourseFolder } from './course-folder';
import { halfHours, type Known, type Refused, readRows } from './course-rows';
import type { Row } from './tables';

/** One certificate as it must be in the end. */
export interface ExpectedCertificate {
  readonly studentNo: string;
  /** First, second … certificate of the student. */
  readonly ordinal: number;
  version: number;
  state: 'VALID' | 'REVOKED';
  /** How many versions have a document: all but a revocation. */
  documents: number;
  reason: string;
  delivered: number;
  holder: Identity;
  judged: Judged;
}

/** One line of a delivery, as far as it can be known without the service. */
export interface ExpectedLine {
  readonly action: 'ADD' | 'CORRECT' | 'REVOKE';
  readonly studentNo: string;
  readonly ordinal: number;
  readonly version: number;
  readonly lineNo: number;
  readonly hprNumber: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly attendedHours: string;
  readonly points: string;
  readonly reason: string;
}

export interface CourseExpectation {
  readonly refused: readonly Refused[];
  readonly awards: readonly Judged[];
  readonly awardsFinal: readonly Judged[];
  readonly certificates: readonly ExpectedCertificate[];
  readonly deliveries: readonly (readonly ExpectedLine[])[];
}

interface Student {
  known: Known;
  identity: Identity;
}

const reasonCodes: Readonly<Record<string, string>> = {
  NAME_CHANGE: 'NAME_CHANGE',
  ATTENDANCE: 'ATTENDANCE_RECOUNT',
  HPR_NUMBER: 'DATA_ERROR',
  RESULT: 'RESULT_CHANGED',
};

const corrected = (folder: CourseFolder, { known, identity }: Student, row: Row): Student | string => {
  switch (row.kind) {
    case 'NAME_CHANGE':
      return { known, identity: { ...identity, familyName: row.value! } };
    case 'HPR_NUMBER':
      return { known, identity: { ...identity, hprNumber: row.value! } };
    case 'RESULT':
      return {
        known: { ...known, result: { value: row.value!, day: known.result?.day ?? folder.course.class.endsOn } },
        identity,
      };
    case 'ATTENDANCE': {
      const hours = new Map(known.hours);
      for (const part of row.value!.split(',')) {
        const [code, text] = part.split('=') as [string, string];
        const session = folder.course.sessions.find((one) => one.code === code)!;
        if (halfHours(text)! > session.hours * 2) return 'HOURS_EXCEED_SESSION';
        hours.set(code, halfHours(text)!);
      }
      return { known: { ...known, hours }, identity };
    }
    default:
      throw new Error(`the model knows no correction ${row.kind}`);
  }
};

/** Everything a course folder must lead to, worked out one thing after the other from credits.md. */
export const expectCourse = (folder: CourseFolder): CourseExpectation => {
  const { known, refused: refusedRows } = readRows(folder);
  const refused = [...refusedRows];
  const students = new Map(
    folder.participants.map((row): [string, Student] => [
      row.student_no!,
      {
        known: known.get(row.student_no!)!,
        identity: {
          familyName: row.family_name!,
          givenNames: row.given_names!,
          birthDate: birthDateOf(row.national_id!),
          hprNumber: row.hpr_number!,
          status: row.participant_status!,
        },
      },
    ]),
  );
  const numbers = [...students.keys()].sort();
  const judgeStudent = (studentNo: string, { known: records, identity }: Student): Judged =>
    judge(folder, studentNo, records, identity);
  const judgeAll = (): Judged[] => numbers.map((studentNo) => judgeStudent(studentNo, students.get(studentNo)!));

  const certificates: ExpectedCertificate[] = [];
  const issue = (judged: Judged, holder: Identity): void => {
    certificates.push({
      studentNo: judged.studentNo,
      ordinal: certificates.filter(({ studentNo }) => studentNo === judged.studentNo).length + 1,
      version: 1,
      state: 'VALID',
      documents: 1,
      reason: '',
      delivered: 0,
      holder,
      judged,
    });
  };
  const deliver = (): ExpectedLine[] => {
    const lines: ExpectedLine[] = [];
    for (const one of certificates) {
      if (one.version === one.delivered || (one.state === 'REVOKED' && one.delivered === 0)) continue;
      const action = one.state === 'REVOKED' ? 'REVOKE' : one.delivered === 0 ? 'ADD' : 'CORRECT';
      for (const line of folder.course.courseApproval.creditLines)
        lines.push({
          action,
          studentNo: one.studentNo,
          ordinal: one.ordinal,
          version: one.version,
          lineNo: line.lineNo,
          hprNumber: one.holder.hprNumber,
          familyName: one.holder.familyName,
          givenNames: one.holder.givenNames,
          attendedHours: (Math.min(one.judged.attended, line.approvedHours * 2) / 2).toFixed(1),
          points: action === 'REVOKE' ? '0' : String(line.points),
          reason: action === 'ADD' ? '' : one.reason,
        });
      one.delivered = one.version;
    }
    return lines.sort(
      (a, b) =>
        (a.studentNo < b.studentNo ? -1 : a.studentNo > b.studentNo ? 1 : 0) ||
        a.lineNo - b.lineNo ||
        a.version - b.version,
    );
  };

  const awards = judgeAll();
  for (const judged of awards) if (judged.status === 'AWARDED') issue(judged, students.get(judged.studentNo)!.identity);
  const first = deliver();

  const inOrder = folder.corrections
    .map((row, i) => ({ row, number: i + 1 }))
    .sort((a, b) => Date.parse(a.row.at!) - Date.parse(b.row.at!) || a.number - b.number);
  for (const { row, number } of inOrder) {
    const studentNo = row.student_no!;
    const before = students.get(studentNo)!;
    const after = corrected(folder, before, row);
    if (typeof after === 'string') {
      refused.push(['corrections.csv', number, studentNo, after]);
      continue;
    }
    const was = judgeStudent(studentNo, before);
    const is = judgeStudent(studentNo, after);
    const lowers = is.ectsCredits < was.ectsCredits || is.points < was.points;
    if (lowers && (row.approved_by === '' || row.approved_by === row.recorded_by)) {
      refused.push(['corrections.csv', number, studentNo, 'SECOND_APPROVER_REQUIRED']);
      continue;
    }
    students.set(studentNo, after);
    settle(certificates, issue, is, after.identity, reasonCodes[row.kind!]!);
  }
  return {
    refused: refused.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1])),
    awards,
    awardsFinal: judgeAll(),
    certificates,
    deliveries: [first, deliver()].filter((lines) => lines.length > 0),
  };
};

/** credits.md 4, "After each": what the new judgement means for the student's certificate. */
const settle = (
  certificates: readonly ExpectedCertificate[],
  issue: (judged: Judged, holder: Identity) => void,
  judged: Judged,
  holder: Identity,
  reason: string,
): void => {
  const live = certificates.find((one) => one.studentNo === judged.studentNo && one.state === 'VALID');
  const stands = judged.status === 'AWARDED';
  if (!live) {
    if (stands) issue(judged, holder);
    return;
  }
  const otherNumber = live.holder.hprNumber !== holder.hprNumber;
  if (!stands || otherNumber) {
    live.version += 1;
    live.state = 'REVOKED';
    live.reason = reason;
    live.judged = judged;
    if (stands) issue(judged, holder);
    return;
  }
  const otherName = live.holder.familyName !== holder.familyName || live.holder.givenNames !== holder.givenNames;
  if (otherName || live.judged.attended !== judged.attended) {
    live.version += 1;
    live.documents += 1;
    live.reason = reason;
    live.holder = holder;
    live.judged = judged;
  }
};
