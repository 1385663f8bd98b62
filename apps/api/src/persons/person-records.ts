import { ListApplicants, type ListedApplicant } from '@kull/admissions';
import { attendanceFigures, OwnAttendance } from '@kull/attendance';
import { CoursePointsDirectory, type ExplainedCourse } from '@kull/credits';
import { PointsReport, type ReportedCourse } from '@kull/deliveries';
import type { ClassReach } from '@kull/http';
import { People } from '@kull/people';
import { type ListedStudent, ListStudents } from '@kull/teaching';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { applicationOf, cohortOf } from './directory';
import { Explained } from './explained';
import { type PersonCourse, type PersonRecord, profileParts } from './person-record';
import { within } from './within';

/** What the contexts know of one person, before it is put together. */
export interface PersonTraces {
  readonly students: readonly ListedStudent[];
  readonly applicants: readonly ListedApplicant[];
  readonly courses: readonly ExplainedCourse[];
}

/** The course that an enrolment belongs to: of the same number, in this class or where it began (I-27). */
const courseFor = (
  { classId, studentNo }: ListedStudent,
  courses: readonly ExplainedCourse[],
): ExplainedCourse | undefined => {
  const own = courses.filter((course) => course.studentNo === studentNo);
  return own.find((course) => course.classId === classId) ?? own[0];
};

/** Finds persons by the numbers that people use, and tells what is known of them. */
@Injectable()
export class PersonRecords {
  constructor(
    private readonly queries: QueryBus,
    private readonly people: People,
    private readonly courses: CoursePointsDirectory,
    private readonly report: PointsReport,
    private readonly attendance: OwnAttendance,
    private readonly explained: Explained,
  ) {}

  /** Whoever has this student number or application number, or is known by this id. */
  async named(key: string, reach: ClassReach): Promise<readonly string[]> {
    const [allStudents, allApplicants, known] = await Promise.all([
      this.queries.execute(new ListStudents({ studentNo: key })),
      this.queries.execute(new ListApplicants({ applicationNo: key })),
      this.traces(key, reach),
    ]);
    const { students, applicants } = within(reach, { students: allStudents, applicants: allApplicants });
    const isKnown = known.students.length > 0 || known.applicants.length > 0;
    return [...new Set([...[...students, ...applicants].map(({ personId }) => personId), ...(isKnown ? [key] : [])])];
  }

  async traces(personId: string, reach: ClassReach): Promise<PersonTraces> {
    const personIds = [personId];
    const [allStudents, allApplicants, allCourses] = await Promise.all([
      this.queries.execute(new ListStudents({ personIds })),
      this.queries.execute(new ListApplicants({ personIds })),
      this.courses.ofPersons(personIds),
    ]);
    const { students, applicants } = within(reach, { students: allStudents, applicants: allApplicants });
    // A course goes along with the student into another class (I-27): it is known by the number.
    const courses = allCourses.filter(
      (course) => reach === 'all' || students.some(({ studentNo }) => studentNo === course.studentNo),
    );
    return { students, applicants, courses };
  }

  async of(personId: string, reach: ClassReach): Promise<PersonRecord> {
    const [{ students, applicants, courses }, profiles, reported] = await Promise.all([
      this.traces(personId, reach),
      this.people.profiles([personId]),
      this.report.ofPersons([personId]),
    ]);
    const reports = new Map(reported.map((one) => [one.course.studentCourseId, one] as const));
    return {
      personId,
      ...profileParts(profiles.get(personId)),
      courses: await Promise.all(students.map((student) => this.courseOf(student, courses, reports))),
      applications: applicants.map((one) => ({ id: one.applicationId, ...applicationOf(one) })),
    };
  }

  private async courseOf(
    student: ListedStudent,
    courses: readonly ExplainedCourse[],
    reports: ReadonlyMap<string, ReportedCourse>,
  ): Promise<PersonCourse> {
    const { classId, studentNo, classCode, participantStatus, standing, site, title } = student;
    const course = courseFor(student, courses);
    const attendance = await this.attendance.of(classId, studentNo);
    return {
      studentNo,
      classId,
      classCode,
      cohort: cohortOf(student),
      site,
      title,
      participantStatus,
      standing,
      ...(attendance && { attendance: attendanceFigures(attendance) }),
      ...(course && {
        credits: {
          studentCourseId: course.studentCourseId,
          ...this.explained.ledgers(course, reports.get(course.studentCourseId)),
        },
      }),
    };
  }
}
