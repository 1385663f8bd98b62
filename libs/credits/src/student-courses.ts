import { type CommandContext, EventStore } from '@kull/event-store';
import { instantInOslo, uuidOf } from '@kull/kernel';
import { ClassDirectory, type ClassPlan } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { courseTermsOf } from './course-terms-of';
import type { CourseTerms } from './domain/course-terms';
import { studentCourseIdOf } from './domain/ids';
import { studentCourse } from './domain/student-course';
import type { JudgedCourse, OpenCourse } from './domain/student-course.state';
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

  /** Opens the course of everybody who is enrolled; answers all of them by student number. */
  async open(of: CourseOfClass, context: CommandContext): Promise<ReadonlyMap<string, Taken>> {
    const { plan, terms, classId } = of;
    const students = await this.classes.students(classId);
    const ids = students.map(({ studentNo }) => studentCourseIdOf(classId, studentNo));
    const states = await this.events.loadEach(studentCourse, ids);
    const newcomers = students.filter((_, at) => states[at]!.state.status === 'none');
    const holders = await this.holders.ofEnrolments(newcomers);
    const orders = newcomers.map(({ studentNo, personId, participantStatus }, at) => {
      const id = studentCourseIdOf(classId, studentNo);
      const student = { classId, classCode: plan.code, studentNo, personId, participantStatus };
      return {
        decider: studentCourse,
        id,
        command: { type: 'OpenStudentCourse', data: { ...student, holder: holders[at]!, terms } },
        commandId: uuidOf('OpenStudentCourse', id),
        occurredAt: instantInOslo(plan.startsOn ?? terms.endsOn),
      };
    });
    await this.events.executeEach(orders, context);
    return this.ofClass(of);
  }

  /** The courses that are open in a class, by student number in order. */
  async ofClass({ classId }: Pick<CourseOfClass, 'classId'>): Promise<ReadonlyMap<string, Taken>> {
    const students = await this.classes.students(classId);
    const ids = students.map(({ studentNo }) => studentCourseIdOf(classId, studentNo));
    const loaded = await this.events.loadEach(studentCourse, ids);
    const taken = new Map<string, Taken>();
    for (const [at, { state }] of loaded.entries())
      if (state.status !== 'none') taken.set(state.studentNo, { id: ids[at]!, course: state });
    return taken;
  }
}
