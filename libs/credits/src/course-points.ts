import { EventStore } from '@kull/event-store';
import type { Requirement } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { CoursePointsDirectory, type ExplainedCourse, type RequirementTexts } from './contracts';
import { completionDateOf } from './domain/awards';
import { explainAwards } from './domain/explain';
import { reportBy } from './domain/explain-requirements';
import { studentCourse } from './domain/student-course';
import { countedResults, type StudentCourse } from './domain/student-course.state';
import { textsOf } from './http/requirement-texts';
import { CoursePersons } from './read-models/course-person.query';

/** What other contexts are told of course points. */
@Injectable()
export class CoursePoints extends CoursePointsDirectory {
  constructor(
    private readonly events: EventStore,
    private readonly courses: CoursePersons,
  ) {
    super();
  }

  async find(studentCourseId: string): Promise<ExplainedCourse | undefined> {
    const { state } = await this.events.load(studentCourse, studentCourseId);
    return explained(studentCourseId, state);
  }

  async ofPersons(personIds: readonly string[]): Promise<readonly ExplainedCourse[]> {
    const ids = await this.courses.coursesOf(personIds);
    const loaded = await this.events.loadEach(studentCourse, ids);
    return loaded
      .flatMap(({ state }, i) => explained(ids[i]!, state) ?? [])
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  }

  persons(): Promise<readonly string[]> {
    return this.courses.persons();
  }

  textsOf(requirement: Requirement): RequirementTexts {
    return textsOf(requirement);
  }
}

const keyOf = ({ classCode, studentNo }: ExplainedCourse): string => `${classCode}/${studentNo}`;

const explained = (studentCourseId: string, course: StudentCourse): ExplainedCourse | undefined => {
  if (course.status === 'none') return undefined;
  const { classId, classCode, studentNo, personId, terms } = course;
  return {
    studentCourseId,
    classId,
    classCode,
    studentNo,
    personId,
    givesCoursePoints: terms.courseApproval !== undefined,
    ...explainAwards(course),
    gives: {
      ectsCredits: terms.ectsCredits,
      coursePoints: (terms.courseApproval?.creditLines ?? []).reduce((sum, { points }) => sum + points, 0),
    },
    reportBy: reportBy(completionDateOf(terms, countedResults(course))),
  };
};
