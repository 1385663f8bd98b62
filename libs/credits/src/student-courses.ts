import { type CommandContext, EventStore, type Loaded, type Order, type Rehearsal } from '@kull/event-store';
import { instantInOslo, isSame, uuidOf } from '@kull/kernel';
import { ClassDirectory, type ClassPlan, type StudentEnrolled } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { courseTermsOf } from './course-terms-of';
import type { CourseTerms } from './domain/course-terms';
import { studentCourseIdFor } from './domain/ids';
import { studentCourse } from './domain/student-course';
import type { JudgedCourse, OpenCourse, StudentCourse } from './domain/student-course.state';
import { Holders } from './holders';

/** A class whose students take a course. */
export interface CourseOfClass {
  readonly classId: string;
  readonly plan: ClassPlan;
  readonly terms: CourseTerms;
}

/** One student's course, with the id of its stream. */
export interface Taken {
  readonly id: string;
  readonly course: OpenCourse | JudgedCourse;
}

/** Why nothing can be done for the credits of a class. */
export type CourseRefusal = { readonly code: 'CLASS_NOT_PLANNED' } | { readonly code: 'COURSE_NOT_PLANNED' };

/** The courses of the students of a class. */
@Injectable()
export class StudentCourses {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
    private readonly holders: Holders,
  ) {}

  /** The course of a class, or why it has none. */
  async courseOf(classId: string): Promise<CourseOfClass | CourseRefusal> {
    const planned = await this.classes.find(classId);
    if (!planned) return { code: 'CLASS_NOT_PLANNED' };
    const terms = courseTermsOf(planned.plan);
    return terms ? { classId, plan: planned.plan, terms } : { code: 'COURSE_NOT_PLANNED' };
  }

  /**
   * Opens the course of everybody who is enrolled, on the terms of the class as they are now; answers all of them by
   * student number. A course that began in another class goes on here (I-27).
   */
  async open(of: CourseOfClass, context: CommandContext): Promise<ReadonlyMap<string, Taken>> {
    await this.events.executeEach(await this.bringingUpToDate(of), context);
    return this.ofClass(of);
  }

  /** The same courses as `open` would leave them, with nothing stored. */
  async rehearseOpening(
    of: CourseOfClass,
    context: CommandContext,
    on: Rehearsal,
  ): Promise<ReadonlyMap<string, Taken>> {
    for (const order of await this.bringingUpToDate(of)) await on.executeTogether([order], context);
    const taken = new Map<string, Taken>();
    for (const student of await this.classes.students(of.classId)) {
      const id = studentCourseIdFor(student);
      const { state } = await on.load(studentCourse, id);
      if (state.status !== 'none') taken.set(state.studentNo, { id, course: state });
    }
    return taken;
  }

  /** The courses that are open in a class, by student number in order. */
  async ofClass({ classId }: Pick<CourseOfClass, 'classId'>): Promise<ReadonlyMap<string, Taken>> {
    const students = await this.classes.students(classId);
    const ids = students.map(studentCourseIdFor);
    const loaded = await this.events.loadEach(studentCourse, ids);
    const taken = new Map<string, Taken>();
    for (const [at, { state }] of loaded.entries())
      if (state.status !== 'none') taken.set(state.studentNo, { id: ids[at]!, course: state });
    return taken;
  }

  private async bringingUpToDate(of: CourseOfClass): Promise<readonly Order[]> {
    const students = await this.classes.students(of.classId);
    const ids = students.map(studentCourseIdFor);
    const loaded = await this.events.loadEach(studentCourse, ids);
    const newcomers = students.filter((_, at) => loaded[at]!.state.status === 'none');
    return [
      ...(await this.opening(of, newcomers)),
      ...loaded.flatMap((known, at) => this.revising(of, ids[at]!, known)),
    ];
  }

  private async opening(
    { plan, terms, classId }: CourseOfClass,
    newcomers: readonly StudentEnrolled['data'][],
  ): Promise<readonly Order[]> {
    const holders = await this.holders.ofEnrolments(newcomers);
    return newcomers.map((newcomer, at) => {
      const id = studentCourseIdFor(newcomer);
      const { studentNo, personId, participantStatus } = newcomer;
      const student = { classId, classCode: plan.code, studentNo, personId, participantStatus };
      return {
        decider: studentCourse,
        id,
        command: { type: 'OpenStudentCourse', data: { ...student, holder: holders[at]!, terms } },
        commandId: uuidOf('OpenStudentCourse', id),
        occurredAt: instantInOslo(plan.startsOn ?? terms.endsOn),
      };
    });
  }

  /** A course that stands on other terms than the class has now, because a gathering or the student has moved. */
  private revising(of: CourseOfClass, id: string, { state, version }: Loaded<StudentCourse>): readonly Order[] {
    const now = { classId: of.classId, classCode: of.plan.code, terms: of.terms };
    if (state.status !== 'open') return [];
    const { classId, classCode, terms } = state;
    if (isSame({ classId, classCode, terms }, now)) return [];
    const command = { type: 'ReviseTerms', data: now };
    return [{ decider: studentCourse, id, command, commandId: uuidOf('ReviseTerms', id, version) }];
  }
}
