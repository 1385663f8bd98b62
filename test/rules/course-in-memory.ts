import { sortAttendanceRows } from '@kull/attendance/domain/attendance-rows';
import { register } from '@kull/attendance/domain/register';
import { type OpenRegister, presenceOf } from '@kull/attendance/domain/register.state';
import { awardFile } from '@kull/credits/domain/award-file';
import { type CorrectionRow, type RequestedChange, readCorrectionRows } from '@kull/credits/domain/correction-rows';
import type { Change, CorrectionRefusal } from '@kull/credits/domain/corrections';
import { assessmentsOf, type CourseTerms } from '@kull/credits/domain/course-terms';
import { findingOf, type Registrant } from '@kull/credits/domain/hpr';
import { sortResultRows } from '@kull/credits/domain/result-rows';
import { studentCourse } from '@kull/credits/domain/student-course';
import { awardRecordOf, type JudgedCourse, registeredResults } from '@kull/credits/domain/student-course.state';
import {
  type Command,
  type Decider,
  type DomainEvent,
  fold,
  isRejected,
  parseInstant,
  parseShare,
  type Rejection,
} from '@kull/kernel';
import { birthDateIn, type CourseFolder, type Row } from './course-folder';

/** A log in memory: enough to drive the deciders. */
class Log {
  readonly streams = new Map<string, DomainEvent[]>();

  load<S, C extends Command, E extends DomainEvent, R extends Rejection>(decider: Decider<S, C, E, R>, id: string): S {
    return fold(decider, (this.streams.get(`${decider.category}-${id}`) ?? []) as E[]);
  }

  /** Appends what the decider decides; answers the refusal if it refuses. */
  execute<S, C extends Command, E extends DomainEvent, R extends Rejection>(
    decider: Decider<S, C, E, R>,
    id: string,
    command: C,
  ): R | undefined {
    const stream = `${decider.category}-${id}`;
    const decision = decider.decide(this.load(decider, id), command);
    if (isRejected(decision)) return decision.rejected;
    this.streams.set(stream, [...(this.streams.get(stream) ?? []), ...decision.events]);
    return undefined;
  }
}

const termsOf = ({ course }: CourseFolder): CourseTerms => ({
  endsOn: course.class.endsOn,
  sessions: course.sessions.map(({ code, hours }) => ({ code, halfHours: hours * 2 })),
  ectsCredits: course.programme.ectsCredits,
  ectsRule: {
    minAttendance: parseShare(course.ectsRule.minAttendance)!,
    assessment: course.ectsRule.assessment,
  },
  courseApproval: {
    approvalId: course.courseApproval.id,
    validFrom: course.courseApproval.validFrom,
    validTo: course.courseApproval.validTo,
    minAttendance: parseShare(course.courseApproval.minAttendance)!,
    assessmentRequired: course.courseApproval.assessmentRequired,
    creditLines: course.courseApproval.creditLines.map(({ approvedHours, ...line }) => ({
      ...line,
      approvedHalfHours: approvedHours * 2,
    })),
  },
});

const registrantOf = (row: Row): Registrant => ({
  familyName: row.family_name!,
  givenNames: row.given_names!,
  birthDate: birthDateIn(row.national_id!),
  ...(row.hpr_number !== '' && { hprNumber: row.hpr_number! }),
});

/** A course folder driven through the deciders of the three contexts, without a database. */
export class CourseInMemory {
  private readonly log = new Log();
  private readonly people = new Map<string, Registrant>();
  private readonly terms: CourseTerms;
  private readonly rejected: { file: string; row: number; line: string }[] = [];

  constructor(private readonly folder: CourseFolder) {
    this.terms = termsOf(folder);
  }

  /** Takes the folder through as far as the awards. Doing it again changes nothing. */
  award(): void {
    this.open();
    this.attend();
    this.grade();
    for (const { studentNo } of this.students()) {
      const presences = this.terms.sessions.map(({ code }) => presenceOf(this.register(code), studentNo));
      const at = '2026-06-19T10:00:00.000Z';
      const data = { presences, hpr: this.lookUp(this.people.get(studentNo)!), at };
      this.execute(studentNo, { type: 'JudgeAwards', data });
    }
    for (const { code } of this.terms.sessions) this.log.execute(register, code, { type: 'LockAttendance', data: {} });
  }

  /** Applies the corrections. Doing it again changes nothing. */
  correct(): void {
    const rows = this.folder.corrections.map((row, i) => this.correctionRow(row, i + 1));
    const students = new Set(this.students().map(({ studentNo }) => studentNo));
    const { corrections, rejected } = readCorrectionRows(rows, students, this.terms);
    for (const { row, studentNo, code } of rejected) this.reject('corrections.csv', row, studentNo, code);
    for (const { row, at, change } of corrections) {
      const { recordedBy, approvedBy, studentNo } = row;
      const correction = { correctionId: `row-${row.row}`, at, recordedBy, ...(approvedBy !== '' && { approvedBy }) };
      const refused = this.course(studentNo).corrections.get(correction.correctionId);
      const person = changedRegistrant(this.people.get(studentNo)!, change);
      const data = { correction, change: this.change(studentNo, change, person) };
      const code = refused ?? this.execute(studentNo, { type: 'ApplyCorrection', data })?.code;
      if (code) {
        this.reject('corrections.csv', row.row, studentNo, code);
        const refusal = { correction, kind: change.kind, code: code as CorrectionRefusal };
        this.execute(studentNo, { type: 'RefuseCorrection', data: refusal });
      } else this.people.set(studentNo, person);
    }
  }

  awards(): string {
    return awardFile(this.students().map(({ studentNo }) => this.course(studentNo).firstAwards));
  }

  awardsFinal(): string {
    return awardFile(this.students().map(({ studentNo }) => awardRecordOf(this.course(studentNo))));
  }

  /** `file;row;student_no;code` of every row that was not taken in, by file and row. */
  rejectedRows(): string[] {
    const sorted = [...this.rejected].sort((one, other) =>
      one.file === other.file ? one.row - other.row : one.file < other.file ? -1 : 1,
    );
    return sorted.map(({ line }) => line);
  }

  course(studentNo: string): JudgedCourse {
    const course = this.log.load(studentCourse, studentNo);
    if (course.status !== 'judged') throw new Error(`${studentNo} is not judged`);
    return course;
  }

  events(): number {
    return [...this.log.streams.values()].reduce((sum, events) => sum + events.length, 0);
  }

  eventsOf(studentNo: string): readonly DomainEvent[] {
    return this.log.streams.get(`student-course-${studentNo}`) ?? [];
  }

  forgetRejections(): void {
    this.rejected.length = 0;
  }

  private open(): void {
    const expected = this.students().map(({ studentNo }) => studentNo);
    for (const { code, startsAt, hours } of this.folder.course.sessions) {
      const data = { classId: 'cls', session: code, startsAt: parseInstant(startsAt)!, halfHours: hours * 2, expected };
      this.log.execute(register, code, { type: 'OpenSession', data });
    }
    for (const { studentNo, row } of this.students()) {
      if (!this.people.has(studentNo)) this.people.set(studentNo, registrantOf(row));
      const data = {
        classId: 'cls',
        classCode: this.folder.course.class.code,
        studentNo,
        personId: `per_${studentNo}`,
        participantStatus: row.participant_status!,
        holder: { person: `per_${studentNo}`, sealed: 'as enrolled' },
        terms: this.terms,
      };
      this.execute(studentNo, { type: 'OpenStudentCourse', data });
    }
  }

  private attend(): void {
    const rows = this.folder.attendance.map((row, i) => ({
      row: i + 1,
      session: row.session_code!,
      studentNo: row.student_no!,
      attendedHours: row.attended_hours!,
      observedBy: row.observed_by!,
      observedAt: row.observed_at!,
    }));
    const registers = new Map(this.terms.sessions.map(({ code }) => [code, this.register(code)]));
    const { taken, rejected } = sortAttendanceRows(rows, registers);
    for (const [session, marks] of taken)
      this.log.execute(register, session, { type: 'RecordAttendance', data: { marks } });
    for (const { row, studentNo, code } of rejected) this.reject('attendance.csv', row, studentNo, code);
  }

  private grade(): void {
    const rows = this.folder.results.map((row, i) => ({
      row: i + 1,
      studentNo: row.student_no!,
      assessment: row.assessment!,
      result: row.result!,
      gradedBy: row.graded_by!,
      attestedBy: row.attested_by!,
      attestedAt: row.attested_at!,
    }));
    const registered = new Map(
      this.students().map(({ studentNo }) => {
        const course = this.log.load(studentCourse, studentNo);
        return [studentNo, course.status === 'none' ? new Map() : registeredResults(course)] as const;
      }),
    );
    const { taken, rejected } = sortResultRows(rows, assessmentsOf(this.terms), registered);
    for (const { studentNo, result } of taken) this.execute(studentNo, { type: 'RegisterResult', data: result });
    for (const { row, studentNo, code } of rejected) this.reject('results.csv', row, studentNo, code);
  }

  private change(studentNo: string, change: RequestedChange, person: Registrant): Change {
    switch (change.kind) {
      case 'ATTENDANCE':
      case 'RESULT':
        return change;
      case 'NAME_CHANGE':
      case 'HPR_NUMBER': {
        const before = this.people.get(studentNo)!;
        const differs = before.familyName !== person.familyName || before.hprNumber !== person.hprNumber;
        const holder = { person: `per_${studentNo}`, sealed: `after ${change.kind}` };
        return { kind: change.kind, from: this.course(studentNo).holder, holder, differs, hpr: this.lookUp(person) };
      }
    }
  }

  private lookUp(person: Registrant) {
    const row = this.folder.register.find((entry) => entry.hpr_number === person.hprNumber);
    return findingOf(
      person,
      row && {
        familyName: row.family_name!,
        givenNames: row.given_names!,
        profession: row.profession!,
        ...(row.birth_date !== '' && { birthDate: row.birth_date! }),
        ...(row.authorised_from !== '' && { authorisedFrom: row.authorised_from! }),
        ...(row.authorised_to !== '' && { authorisedTo: row.authorised_to! }),
      },
    );
  }

  private correctionRow(row: Row, number: number): CorrectionRow {
    return {
      row: number,
      at: row.at!,
      kind: row.kind!,
      studentNo: row.student_no!,
      value: row.value!,
      reason: row.reason!,
      recordedBy: row.recorded_by!,
      approvedBy: row.approved_by!,
    };
  }

  private register(session: string): OpenRegister {
    const state = this.log.load(register, session);
    if (state.status === 'unopened') throw new Error(`${session} is not open`);
    return state;
  }

  private students() {
    return this.folder.participants.map((row) => ({ row, studentNo: row.student_no! }));
  }

  private execute(studentNo: string, command: Parameters<typeof studentCourse.decide>[1]) {
    return this.log.execute(studentCourse, studentNo, command);
  }

  private reject(file: string, row: number, studentNo: string, code: string): void {
    this.rejected.push({ file, row, line: `${file};${row};${studentNo};${code}` });
  }
}

const changedRegistrant = (person: Registrant, change: RequestedChange): Registrant => {
  switch (change.kind) {
    case 'NAME_CHANGE':
      return { ...person, familyName: change.familyName };
    case 'HPR_NUMBER': {
      const { hprNumber: _, ...rest } = person;
      return change.hprNumber === undefined ? rest : { ...rest, hprNumber: change.hprNumber };
    }
    case 'ATTENDANCE':
    case 'RESULT':
      return person;
  }
};
