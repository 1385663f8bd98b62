import { ClassDirectory } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { completionDateOf, notApplicableReason } from './domain/awards';
import { type NumberStanding, standingOf, standsAs } from './domain/hpr-status';
import { countedResults, type JudgedCourse, type OpenCourse } from './domain/student-course.state';
import { Holders, type LookedUp } from './holders';
import { type CourseOfClass, StudentCourses } from './student-courses';

/** How it stands with one student's number, without the number. */
export interface StudentNumber extends NumberStanding {
  readonly studentNo: string;
  /** The one that waits for a second person, if one does. */
  readonly verificationProposed: string | null;
}

const judgedBy = (course: OpenCourse | JudgedCourse, known: LookedUp | undefined): NumberStanding => {
  if (notApplicableReason(course.terms, course.participantStatus)) return standsAs('NOT_ASKED_FOR');
  const day = completionDateOf(course.terms, countedResults(course));
  if (course.unanswered) return standsAs('NOT_ANSWERED');
  if (course.hpr) return standingOf(course.hpr.finding, course.hpr, day);
  if (!known || 'unanswered' in known) return standsAs('NOT_LOOKED_UP');
  return standingOf(known.finding, known.lookedUp, day);
};

/** How it stands with the HPR numbers of a class, of what is known: nobody is asked. */
@Injectable()
export class HprStandings {
  constructor(
    private readonly courses: StudentCourses,
    private readonly classes: ClassDirectory,
    private readonly holders: Holders,
  ) {}

  async ofClass(of: CourseOfClass): Promise<readonly StudentNumber[]> {
    const taken = await this.courses.ofClass(of);
    const opened = [...taken.values()].map(({ course }) => course);
    const known = await this.holders.known(of.classId, opened);
    const standing = new Map(opened.map((course, i) => [course.studentNo, judgedBy(course, known[i])]));
    return (await this.classes.students(of.classId)).map(({ studentNo, participantStatus }) => ({
      studentNo,
      ...(standing.get(studentNo) ??
        standsAs(notApplicableReason(of.terms, participantStatus) ? 'NOT_ASKED_FOR' : 'NOT_LOOKED_UP')),
      verificationProposed: taken.get(studentNo)?.course.proposal?.verificationId ?? null,
    }));
  }
}
