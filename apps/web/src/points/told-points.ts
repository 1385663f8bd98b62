import { CoursePointsDirectory, type ExplainedCourse } from '@kull/credits';
import { outcomeTexts, pointsTexts, type ReportedCourse } from '@kull/deliveries';
import type { Requirement, RequirementStatus } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { InLanguages } from '../kit/language';

/** A requirement in words. */
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

const AWARDED = 'AWARDED';

/** Puts the explanations of credits and deliveries into words: student and association are told the same. */
@Injectable()
export class ToldPoints {
  constructor(private readonly courses: CoursePointsDirectory) {}

  coursePoints({ course, explanation }: ReportedCourse): ToldCredits {
    const { gives, coursePoints } = course;
    return {
      has: coursePoints.outcome === AWARDED ? gives.coursePoints : 0,
      of: gives.coursePoints,
      requirements: explanation.requirements.map((one) => this.told(one)),
      ...(explanation.blocking && { blocking: this.told(explanation.blocking) }),
      outcome: outcomeTexts[explanation.outcome],
    };
  }

  ectsCredits({ ectsCredits, gives }: ExplainedCourse): ToldCredits {
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
