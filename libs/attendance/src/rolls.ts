import { EventStore } from '@kull/event-store';
import { ClassDirectory, type PlannedClass, type Session } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import type { Roll } from './domain/expected';
import { registerIdOf } from './domain/ids';
import { register } from './domain/register';

/** A class with everybody whose attendance is kept in it. */
export interface ClassRoll extends Roll {
  readonly classId: string;
  readonly planned: PlannedClass;
  readonly persons: ReadonlyMap<string, string>;
  /** The class that judges the credits of a student who is a guest here, or has gone there. */
  readonly judgedIn: ReadonlyMap<string, string>;
  readonly leaves: ReadonlyMap<string, Roll['students'][number]['periods']>;
}

export const sessionsOf = ({ plan }: PlannedClass): readonly Session[] => plan.course?.sessions ?? [];

/** Who belongs in the registers of a class. */
@Injectable()
export class Rolls {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
  ) {}

  async of(classId: string): Promise<ClassRoll | undefined> {
    const planned = await this.classes.find(classId);
    if (!planned) return undefined;
    const [members, former] = await Promise.all([this.classes.members(classId), this.classes.formerMembers(classId)]);
    const all = [...members, ...former];
    const gone = former.flatMap(({ student, transferredTo }) =>
      transferredTo === undefined ? [] : [[student.studentNo, transferredTo] as const],
    );
    const visiting = planned.guests.map(({ studentNo, homeClassId }) => [studentNo, homeClassId] as const);
    return {
      classId,
      planned,
      students: all.map(({ student, periods }) => ({ studentNo: student.studentNo, periods })),
      guests: planned.guests,
      persons: new Map(all.map(({ student }) => [student.studentNo, student.personId])),
      judgedIn: new Map([...gone, ...visiting]),
      leaves: new Map(members.map(({ student, leaves }) => [student.studentNo, leaves])),
    };
  }

  /** The person behind a student number: a student of the class now or before, or a guest. */
  async personOf({ persons, judgedIn }: ClassRoll, studentNo: string): Promise<string | undefined> {
    const known = persons.get(studentNo);
    const elsewhere = judgedIn.get(studentNo);
    if (known !== undefined || elsewhere === undefined) return known;
    return (await this.classes.students(elsewhere)).find((student) => student.studentNo === studentNo)?.personId;
  }

  /** Students whose credits have been judged in another class, on that session among others (I-31). */
  async judgedElsewhere({ judgedIn }: ClassRoll, session: string): Promise<readonly string[]> {
    const classIds = [...new Set(judgedIn.values())];
    const loaded = await this.events.loadEach(
      register,
      classIds.map((classId) => registerIdOf(classId, session)),
    );
    const judged = new Set(
      classIds.filter((_, i) => {
        const { state } = loaded[i]!;
        return state.status === 'locked' && state.lockedFor === 'AWARDS_JUDGED';
      }),
    );
    return [...judgedIn].flatMap(([studentNo, classId]) => (judged.has(classId) ? [studentNo] : []));
  }

  /** Of students who are in no register here: the class of the same intake that each of them is in. */
  async classesWith(
    { classId, planned }: ClassRoll,
    studentNos: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, { readonly id: string; readonly code: string }>> {
    const { intake } = planned.plan;
    const found = new Map<string, { readonly id: string; readonly code: string }>();
    if (intake === undefined || studentNos.size === 0) return found;
    for (const other of await this.classes.classesOf(intake)) {
      if (other.classId === classId) continue;
      for (const { studentNo } of await this.classes.students(other.classId))
        if (studentNos.has(studentNo)) found.set(studentNo, { id: other.classId, code: other.code });
    }
    return found;
  }
}
