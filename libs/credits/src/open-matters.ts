import { EventStore } from '@kull/event-store';
import type { LocalDate } from '@kull/kernel';
import { ClassList, type ListedClass } from '@kull/teaching/contracts/classes';
import { Injectable } from '@nestjs/common';
import { type GradingToDo, type HeldAward, OpenMatters } from './contracts/open-matters';
import { courseTermsOf } from './course-terms-of';
import { completionDateOf } from './domain/awards';
import { assessmentsOf, type RequiredAssessment } from './domain/course-terms';
import { gradingDeadlineOf } from './domain/deadlines';
import { studentCourseIdFor } from './domain/ids';
import { studentCourse } from './domain/student-course';
import { countedResults, type JudgedCourse, type OpenCourse, type StudentCourse } from './domain/student-course.state';
import { Awards } from './read-models/awards.query';

type Taken = OpenCourse | JudgedCourse;

interface DueAssessment {
  readonly of: ListedClass;
  readonly required: RequiredAssessment;
  readonly gradingDeadline: LocalDate;
}

/** Answers other contexts from the streams of student courses; which ones, from lists. */
@Injectable()
export class OpenMattersOfCredits extends OpenMatters {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassList,
    private readonly awards: Awards,
  ) {
    super();
  }

  async heldAwards(programmeCode: string): Promise<readonly HeldAward[]> {
    const held = await this.heldAmong(await this.awards.held());
    return held.filter(({ programme }) => programme.code === programmeCode);
  }

  async heldAmong(studentCourseIds: readonly string[]): Promise<readonly HeldAward[]> {
    const loaded = await this.events.loadEach(studentCourse, studentCourseIds);
    const courses = loaded.map(({ state }) => state);
    const classes = await this.classes.named(courses.flatMap((one) => (one.status === 'none' ? [] : [one.classId])));
    const byId = new Map(classes.map((one) => [one.classId, one] as const));
    return courses.flatMap((course, at) => heldOf(studentCourseIds[at]!, course, byId));
  }

  async gradingDue(programmeCode: string, from: LocalDate, to: LocalDate): Promise<readonly GradingToDo[]> {
    const due = (await this.classes.ofProgramme(programmeCode)).flatMap(dueAssessments);
    return this.toDo(due.filter(({ gradingDeadline }) => from <= gradingDeadline && gradingDeadline <= to));
  }

  async gradingIn(classIds: readonly string[]): Promise<readonly GradingToDo[]> {
    return this.toDo((await this.classes.named(classIds)).flatMap(dueAssessments));
  }

  private async toDo(due: readonly DueAssessment[]): Promise<readonly GradingToDo[]> {
    const students = await this.classes.students([...new Set(due.map(({ of }) => of.classId))]);
    const loaded = await this.events.loadEach(studentCourse, students.map(studentCourseIdFor));
    const courses = students.map(({ classId }, at) => ({ classId, course: loaded[at]!.state }));
    return due.map((one) =>
      toDoOf(
        one,
        courses.filter(({ classId }) => classId === one.of.classId).map(({ course }) => course),
      ),
    );
  }
}

const heldOf = (
  studentCourseId: string,
  course: StudentCourse,
  classes: ReadonlyMap<string, ListedClass>,
): readonly HeldAward[] => {
  if (course.status !== 'judged' || course.coursePoints.status !== 'HELD') return [];
  const { personId, classId, classCode, terms, coursePoints } = course;
  const of = classes.get(classId);
  if (!of) return [];
  const points = Math.max(0, ...(terms.courseApproval?.creditLines ?? []).map((line) => line.points));
  const { code, title } = of.plan.programme;
  return [
    {
      studentCourseId,
      personId,
      classId,
      classCode,
      programme: { code, title },
      coursePoints: points,
      reasons: coursePoints.reasons,
      completionDate: completionDateOf(terms, countedResults(course)),
    },
  ];
};

const dueAssessments = (of: ListedClass): readonly DueAssessment[] => {
  const terms = courseTermsOf(of.plan);
  return (terms ? assessmentsOf(terms) : []).flatMap((required) => {
    const gradingDeadline = gradingDeadlineOf(required);
    return gradingDeadline === undefined ? [] : [{ of, required, gradingDeadline }];
  });
};

const isTaken = (course: StudentCourse): course is Taken => course.status !== 'none';

const toDoOf = ({ of, required, gradingDeadline }: DueAssessment, courses: readonly StudentCourse[]): GradingToDo => {
  const known = courses.filter(isTaken).flatMap(({ assessments }) => assessments.get(required.code) ?? []);
  const graded = known.filter(({ registered, corrected }) => registered || corrected);
  const { code, title } = of.plan.programme;
  return {
    classId: of.classId,
    classCode: of.plan.code,
    programme: { code, title },
    assessment: required.code,
    title: required.title ?? required.code,
    gradingDeadline,
    students: courses.length,
    missing: courses.length - graded.length,
    graders: [...new Set(graded.flatMap(({ registered }) => registered?.gradedBy ?? []))].sort(),
  };
};
