import { EventStore } from '@kull/event-store';
import type { HalfHours, Instant } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import type { Standing } from './domain/attendance-standing';
import { type CountedIn, countedInOf } from './domain/counted-in';
import { registerIdOf } from './domain/ids';
import type { PresenceKind } from './domain/mark';
import { register } from './domain/register';
import { Standings, type StudentInClass } from './standings';

/** A student's attendance in one course: what it was, and where it leaves each award that asks for it. */
export interface AttendanceOfStudent {
  readonly countedIn: CountedIn;
  /** Sessions: all of the course, those that the student was at, and those that can still be attended. */
  readonly sessions: { readonly total: number; readonly attended: number; readonly open: number };
  readonly standings: readonly Standing[];
}

/** What the register of one session says of a student. Who held it is not told. */
export interface OwnMark {
  readonly session: string;
  readonly startsAt: Instant;
  /** How long the session is, and how much of it counts as attended. */
  readonly halfHours: HalfHours;
  readonly attended: HalfHours;
  /** Every mark that was made, the first of them first. */
  readonly marks: readonly { readonly presence?: PresenceKind; readonly halfHours: HalfHours; readonly at: Instant }[];
}

/** What students are told of their own attendance. */
@Injectable()
export class OwnAttendance {
  constructor(
    private readonly standings: Standings,
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
  ) {}

  /**
   * @param classId the class in which the course began; whoever was transferred is found in the class of now
   * @returns undefined while nothing counts: the class is not open, or the student is in no class any more
   */
  async of(classId: string, studentNo: string): Promise<AttendanceOfStudent | undefined> {
    const found = (await this.standings.ofStudent(classId, studentNo)) ?? (await this.elsewhere(classId, studentNo));
    if (!found) return undefined;
    const { sessions, standings } = found.stands;
    return { countedIn: countedInOf(found.plan), sessions, standings };
  }

  /** Every mark of the student in the registers of a class, also of one that they have left. */
  async marksIn(classId: string, studentNo: string): Promise<readonly OwnMark[]> {
    const sessions = (await this.classes.find(classId))?.plan.course?.sessions ?? [];
    const registers = await this.events.loadEach(
      register,
      sessions.map(({ code }) => registerIdOf(classId, code)),
    );
    return registers.flatMap(({ state }) => {
      const record = state.status === 'unopened' ? undefined : state.records.get(studentNo);
      if (state.status === 'unopened' || !record) return [];
      const { session, startsAt, halfHours } = state;
      const marks = record.observations.map(({ presence, halfHours: attended, at }) => ({
        ...(presence && { presence }),
        halfHours: attended,
        at,
      }));
      return [{ session, startsAt, halfHours, attended: record.counts?.halfHours ?? 0, marks }];
    });
  }

  private async elsewhere(classId: string, studentNo: string): Promise<StudentInClass | undefined> {
    const cohort = await this.standings.cohortOf(classId);
    for (const other of cohort?.classIds ?? []) {
      const found = other === classId ? undefined : await this.standings.ofStudent(other, studentNo);
      if (found) return found;
    }
    return undefined;
  }
}
