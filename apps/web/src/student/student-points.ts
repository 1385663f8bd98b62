import { CoursePointsDirectory, type ExplainedCourse } from '@kull/credits';
import { outcomeTexts, PointsReport, pointsTexts } from '@kull/deliveries';
import type { Requirement, RequirementStatus } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching';
import { Injectable } from '@nestjs/common';
import type { InLanguages } from '../kit/language';

/** A requirement in the words for the student. */
export interface ToldRequirement extends Pick<Requirement, 'actor' | 'action' | 'dueAt'> {
  readonly code: string;
  readonly status: RequirementStatus;
  readonly text: InLanguages<string>;
}

/** Credits of one kind: how many of how many, and what stands between. */
export interface ToldCredits {
  readonly has: number;
  readonly of: number;
  readonly requirements: readonly ToldRequirement[];
  /** The first requirement that is not met; undefined when nothing is left to do. */
  readonly blocking?: ToldRequirement;
  /** Where the points are; of course points only. */
  readonly outcome?: InLanguages<string>;
}

/** One course of a student's, as the page tells of it. */
export interface ToldCourse {
  readonly title: string;
  readonly classCode: string;
  readonly ectsCredits: ToldCredits;
  /** Absent: the course gives none. */
  readonly coursePoints?: ToldCredits;
}

const AWARDED = 'AWARDED';

/** What a student has and lacks in every course: made from the explanations that office and association see. */
@Injectable()
export class StudentPoints {
  constructor(
    private readonly courses: CoursePointsDirectory,
    private readonly report: PointsReport,
    private readonly classes: ClassDirectory,
  ) {}

  async of(personId: string): Promise<readonly ToldCourse[]> {
    const [courses, reported] = await Promise.all([
      this.courses.ofPersons([personId]),
      this.report.ofPersons([personId]),
    ]);
    const explanations = new Map(
      reported.map(({ course, explanation }) => [course.studentCourseId, explanation] as const),
    );
    return Promise.all(
      courses.map(async (course) => {
        const explanation = explanations.get(course.studentCourseId);
        const planned = await this.classes.find(course.classId);
        return {
          title: planned?.plan.programme.title ?? course.classCode,
          classCode: course.classCode,
          ectsCredits: this.ectsCredits(course),
          ...(explanation && {
            coursePoints: {
              has: course.coursePoints.outcome === AWARDED ? course.gives.coursePoints : 0,
              of: course.gives.coursePoints,
              requirements: explanation.requirements.map((one) => this.told(one)),
              ...(explanation.blocking && { blocking: this.told(explanation.blocking) }),
              outcome: outcomeTexts[explanation.outcome],
            },
          }),
        };
      }),
    );
  }

  private ectsCredits({ ectsCredits, gives }: ExplainedCourse): ToldCredits {
    const requirements = ectsCredits.requirements.map((one) => this.told(one));
    const isAwarded = ectsCredits.outcome === AWARDED;
    const blocking = isAwarded ? undefined : requirements.find(({ status }) => status !== 'met');
    return {
      has: isAwarded ? gives.ectsCredits : 0,
      of: gives.ectsCredits,
      requirements,
      ...(blocking && { blocking }),
    };
  }

  private told(requirement: Requirement): ToldRequirement {
    const { code, status, actor, action, dueAt } = requirement;
    const text = pointsTexts(requirement) ?? this.courses.textsOf(requirement);
    return { code, status, text, actor, action, dueAt };
  }
}
