import type { AsOf, Recorded } from '@kull/event-store';
import { type Instant, localDateInOslo } from '@kull/kernel';
import { ClassDirectory, type ClassPlan, type PlannedClass, periodOf, scheduledOf } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import type { GatheringToCome } from './domain/standing-options';
import {
  requirementsOf,
  type StudentSessions,
  type StudentStandings,
  studentStandings,
} from './domain/student-standings';
import { Registers } from './registers';

/** Classes whose registers can count for each other's students: those of one intake, or one class by itself. */
export interface Cohort {
  readonly code: string;
  readonly classIds: readonly string[];
}

/** A student's sessions and where they leave the student. */
export interface JudgedStudent {
  readonly counted: StudentSessions;
  readonly stands: StudentStandings;
}

/** One student of a class, and the plan by which the sessions count. */
export interface StudentInClass extends JudgedStudent {
  readonly plan: ClassPlan;
}

/** Where students stand, read from the registers themselves. */
@Injectable()
export class Standings {
  constructor(
    private readonly registers: Registers,
    private readonly classes: ClassDirectory,
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

  /** Everybody in a cohort. A class that is not open lacks gatherings (I-24): its students do not stand anywhere yet. */
  async ofCohort({ classIds }: Cohort, asOf?: AsOf): Promise<readonly JudgedStudent[]> {
    return (await Promise.all(classIds.map((classId) => this.ofClass(classId, asOf)))).flat();
  }

  /** Everybody in a cohort as they would stand after events in its registers that are not stored. */
  async ofCohortAfter({ classIds }: Cohort, events: readonly Recorded[]): Promise<readonly JudgedStudent[]> {
    return (await Promise.all(classIds.map((classId) => this.ofClass(classId, undefined, events)))).flat();
  }

  /** One student of a class; undefined while the sessions do not count. */
  async ofStudent(classId: string, studentNo: string): Promise<StudentInClass | undefined> {
    const planned = await this.classes.find(classId);
    const student = (await this.ofClass(classId)).find(({ counted }) => counted.studentNo === studentNo);
    return planned && student && { plan: planned.plan, ...student };
  }

  /** The classes themselves, by id. */
  async plansOf({ classIds }: Cohort): Promise<ReadonlyMap<string, PlannedClass>> {
    const found = await Promise.all(
      classIds.map(async (classId) => [classId, await this.classes.find(classId)] as const),
    );
    return new Map(found.flatMap(([classId, planned]) => (planned ? [[classId, planned] as const] : [])));
  }

  private async ofClass(classId: string, asOf?: AsOf, also?: readonly Recorded[]): Promise<readonly JudgedStudent[]> {
    const planned = await this.classes.find(classId);
    if (planned?.status !== 'open' || !planned.plan.course?.sessions.length) return [];
    const { plan } = planned;
    const [counted, enrolled] = await Promise.all([
      this.registers.countedSessions(classId, asOf, also),
      this.classes.students(classId),
    ]);
    const students = new Map(enrolled.map((student) => [student.studentNo, student] as const));
    return [...counted].map(([studentNo, sessions]) => {
      const student = students.get(studentNo);
      const one = { studentNo, sessions, requirements: requirementsOf(plan, student?.participantStatus) };
      return { counted: one, stands: studentStandings(classId, plan, one, student) };
    });
  }
}

/** The gatherings of classes that have not begun at the instant. */
export const gatheringsToCome = (classes: ReadonlyMap<string, PlannedClass>, at: Instant): readonly GatheringToCome[] =>
  [...classes].flatMap(([classId, planned]) =>
    scheduledOf(planned).flatMap((gathering) => {
      const { startsOn } = periodOf(gathering);
      if (startsOn < localDateInOslo(at)) return [];
      return [{ classId, classCode: planned.plan.code, gathering: gathering.number, startsOn }];
    }),
  );
