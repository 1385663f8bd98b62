import { type AttendanceOfStudent, OwnAttendance } from '@kull/attendance';
import { CoursePointsDirectory } from '@kull/credits';
import { PointsReport } from '@kull/deliveries';
import { ClassDirectory } from '@kull/teaching';
import { Injectable } from '@nestjs/common';
import { type ToldCredits, ToldPoints } from '../points/told-points';
import { assessmentsIn, type ToldAssessment } from './told-assessments';

/** One course of a student's, as the page tells of it. */
export interface ToldCourse {
  readonly studentCourseId: string;
  readonly title: string;
  readonly classCode: string;
  readonly ectsCredits: ToldCredits;
  /** Absent: the course gives none. */
  readonly coursePoints?: ToldCredits;
  /** Absent: the class is not open yet, or the student is in none any more. */
  readonly attendance?: AttendanceOfStudent;
  /** Empty: the course lists none. */
  readonly assessments: readonly ToldAssessment[];
}

/** What a student has and lacks in every course. */
@Injectable()
export class StudentPoints {
  constructor(
    private readonly courses: CoursePointsDirectory,
    private readonly report: PointsReport,
    private readonly classes: ClassDirectory,
    private readonly told: ToldPoints,
    private readonly attendance: OwnAttendance,
  ) {}

  async of(personId: string): Promise<readonly ToldCourse[]> {
    const [courses, reported] = await Promise.all([
      this.courses.ofPersons([personId]),
      this.report.ofPersons([personId]),
    ]);
    const reports = new Map(reported.map((one) => [one.course.studentCourseId, one] as const));
    return Promise.all(
      courses.map(async (course) => {
        const report = reports.get(course.studentCourseId);
        const [planned, attendance] = await Promise.all([
          this.classes.find(course.classId),
          this.attendance.of(course.classId, course.studentNo),
        ]);
        return {
          studentCourseId: course.studentCourseId,
          title: planned?.plan.programme.title ?? course.classCode,
          classCode: course.classCode,
          ectsCredits: this.told.ectsCredits(course),
          ...(report && { coursePoints: this.told.coursePoints(report) }),
          ...(attendance && { attendance }),
          assessments: assessmentsIn(course),
        };
      }),
    );
  }
}
