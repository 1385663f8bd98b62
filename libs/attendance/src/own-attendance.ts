import { Injectable } from '@nestjs/common';
import type { Standing } from './domain/attendance-standing';
import { type CountedIn, countedInOf } from './domain/counted-in';
import { Standings, type StudentInClass } from './standings';

/** A student's attendance in one course: what it was, and where it leaves each award that asks for it. */
export interface AttendanceOfStudent {
  readonly countedIn: CountedIn;
  /** Sessions: all of the course, those that the student was at, and those that can still be attended. */
  readonly sessions: { readonly total: number; readonly attended: number; readonly open: number };
  readonly standings: readonly Standing[];
}

/** What students are told of their own attendance. */
@Injectable()
export class OwnAttendance {
  constructor(private readonly standings: Standings) {}

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

  private async elsewhere(classId: string, studentNo: string): Promise<StudentInClass | undefined> {
    const cohort = await this.standings.cohortOf(classId);
    for (const other of cohort?.classIds ?? []) {
      const found = other === classId ? undefined : await this.standings.ofStudent(other, studentNo);
      if (found) return found;
    }
    return undefined;
  }
}
