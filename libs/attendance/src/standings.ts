import type { AsOf } from '@kull/event-store';
import { Clock, localDateInOslo } from '@kull/kernel';
import {
  ClassDirectory,
  type ClassPlan,
  type PlannedClass,
  periodOf,
  type StudentEnrolled,
  scheduledOf,
} from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { type GatheringToCome } from './domain/standing-options';
import { type StudentStandings, standingsOf } from './domain/student-standings';
import { Registers } from './registers';

type Student = StudentEnrolled['data'];

/** A class with its students and where each of them stands. */
export interface ClassStandings {
  readonly classId: string;
  readonly planned: PlannedClass;
  /** Those who are in the class now, by student number. */
  readonly students: ReadonlyMap<string, Student>;
  readonly standings: readonly StudentStandings[];
}

/** Classes whose registers can count for each other's students: those of one intake, or one class by itself. */
export interface Cohort {
  readonly code: string;
  readonly classIds: readonly string[];
}

/** Where students stand, read from the registers themselves: what was marked a moment ago counts. */
@Injectable()
export class Standings {
  constructor(
    private readonly registers: Registers,
    private readonly classes: ClassDirectory,
    private readonly clock: Clock,
  ) {}

  /** The cohort that the class belongs to; undefined when there is no such class. */
  async cohortOf(classId: string): Promise<Cohort | undefined> {
    const planned = await this.classes.find(classId);
    if (!planned) return undefined;
    const { intake } = planned.plan;
    return intake === undefined ? { code: classId, classIds: [classId] } : this.cohortOfIntake(intake);
  }

  async cohortOfIntake(intake: string): Promise<Cohort> {
    const classes = await this.classes.classesOf(intake);
    return { code: intake, classIds: classes.map(({ classId }) => classId) };
  }

  /** The classes of a cohort that have begun to count: a class that is not open lacks gatherings (I-24). */
  async ofCohort({ classIds }: Cohort, asOf?: AsOf): Promise<readonly ClassStandings[]> {
    const all = await Promise.all(classIds.map((classId) => this.ofClass(classId, asOf)));
    return all.flatMap((one) => (one ? [one] : []));
  }

  /** Where one student stands, and by which plan; undefined while the class does not count. */
  async ofStudent(
    classId: string,
    studentNo: string,
  ): Promise<{ readonly plan: ClassPlan; readonly student: StudentStandings } | undefined> {
    const found = await this.ofClass(classId);
    const student = found?.standings.find((one) => one.studentNo === studentNo);
    return found && student && { plan: found.planned.plan, student };
  }

  /** The gatherings of a cohort that have not begun, class by class. */
  gatheringsToCome(cohort: readonly ClassStandings[], { validOn = this.clock.now() }: AsOf = {}): GatheringToCome[] {
    const today = localDateInOslo(validOn);
    return cohort.flatMap(({ classId, planned }) =>
      scheduledOf(planned).flatMap((gathering) => {
        const { startsOn } = periodOf(gathering);
        const sessions = gathering.sessions.map(({ code }) => code);
        const { code: classCode } = planned.plan;
        return startsOn < today ? [] : [{ classId, classCode, gathering: gathering.number, startsOn, sessions }];
      }),
    );
  }

  private async ofClass(classId: string, asOf?: AsOf): Promise<ClassStandings | undefined> {
    const planned = await this.classes.find(classId);
    if (planned?.status !== 'open' || !planned.plan.course?.sessions.length) return undefined;
    const [counted, enrolled] = await Promise.all([
      this.registers.countedSessions(classId, asOf),
      this.classes.students(classId),
    ]);
    const students = new Map(enrolled.map((student) => [student.studentNo, student] as const));
    const statuses = new Map(enrolled.map((one) => [one.studentNo, one.participantStatus] as const));
    return { classId, planned, students, standings: standingsOf(planned.plan, counted, statuses) };
  }
}
