import {
  AttendanceRecord,
  type AwardWithAttendance,
  type SaidOfAttendance,
  type SaidRef,
  standingOfStream,
} from '@kull/attendance/contracts/said';
import type { Recorded } from '@kull/event-store/contracts';
import { ClassList } from '@kull/teaching/contracts/classes';
import { Injectable } from '@nestjs/common';
import type { Occasion, OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { EventSource } from '../../event-source';
import type { Standing } from '../../occasion-source';
import { validUntil } from '../due-times';
import type { AttendanceFacts } from './texts';

const factsOf = ({ said }: SaidOfAttendance, isPossible: boolean, classCode: string): AttendanceFacts => ({
  classCode,
  award: said.award,
  isPossible,
  requiredHours: said.required / 2,
  totalHours: said.total / 2,
  attendedHours: said.attended / 2,
  openHours: said.open / 2,
  leftToLoseHours: said.leftToLose / 2,
});

/** What is told of one standing of a student in a class. */
export const occasionOf = (plan: Plan, classCode: string, said: SaidOfAttendance, personId: string): Occasion => ({
  subject: 'ATTENDANCE_AT_RISK',
  recipient: { kind: 'person', personId },
  about: `${said.standingId}.${said.said.award}.${said.said.classId}`,
  step: 'ONCE',
  version: String(said.said.position),
  programmeCode: plan.programmeCode,
  dueAt: said.since,
  validUntil: validUntil(plan, said.since),
  facts: factsOf(said, said.status === 'AT_RISK', classCode),
});

/** `<standing>.<award>.<class>`, and the position at which it was judged. */
const refOf = ({ about, version }: OccasionName): SaidRef & { readonly classId: string } => {
  const [standingId, award, classId] = about.split('.') as [string, AwardWithAttendance, string];
  return { standingId, award, classId, position: Number(version) };
};

/** Students whose attendance may not be enough, or no longer can be: told when that is found. */
@Injectable()
export class AttendanceAtRisk implements EventSource {
  readonly subject = 'ATTENDANCE_AT_RISK';

  constructor(
    private readonly attendance: AttendanceRecord,
    private readonly classes: ClassList,
  ) {}

  /** Nobody knows before it is judged. */
  async between() {
    return [];
  }

  async fromEvent(plan: Plan, { stream, data }: Recorded) {
    const { classId, studentNo, award, position } = data as SaidOfAttendance['said'];
    const [[said], [of], students] = await Promise.all([
      this.attendance.said([{ standingId: standingOfStream(stream), award, position }]),
      this.classes.named([classId]),
      this.classes.students([classId]),
    ]);
    const student = students.find((one) => one.studentNo === studentNo);
    if (!said || !of || !student || of.plan.programme.code !== plan.programmeCode) return [];
    return [occasionOf(plan, of.plan.code, said, student.personId)];
  }

  async standing(plan: Plan, names: readonly OccasionName[]): Promise<readonly Standing[]> {
    const refs = names.map(refOf);
    const classIds = refs.map(({ classId }) => classId);
    const [said, classes, students] = await Promise.all([
      this.attendance.said(refs),
      this.classes.named(classIds),
      this.classes.students([...new Set(classIds)]),
    ]);
    const persons = new Set(students.map(({ classId, personId }) => `${classId} ${personId}`));
    return names.map(({ recipient }, at): Standing => {
      const { classId, position } = refs[at]!;
      const one = said[at];
      const of = classes.find((listed) => listed.classId === classId);
      if (!one || !of || recipient.kind !== 'person') return { cancelled: 'WITHDRAWN' };
      if (!persons.has(`${classId} ${recipient.personId}`)) return { cancelled: 'WITHDRAWN' };
      // What was said since stands in its place: that it has passed, is met, or can no longer be.
      if (one.last.position !== position) return { cancelled: 'SETTLED' };
      return { stands: occasionOf(plan, of.plan.code, one, recipient.personId) };
    });
  }
}
