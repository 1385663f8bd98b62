import { CoursePointsDirectory, type ExplainedCourse, type RequirementTexts } from '@kull/credits';
import { outcomeTexts, pointsTexts, type ReportedCourse } from '@kull/deliveries';
import type { Requirement } from '@kull/kernel';
import { Injectable } from '@nestjs/common';

/** A requirement as it was judged, with the words for it. */
export interface ExplainedRequirement extends Requirement {
  readonly text: RequirementTexts;
}

/** Credits of one kind: how many of how many, and why. */
export interface ExplainedCredits {
  readonly has: number;
  readonly of: number;
  readonly outcome: string;
  /** Where course points are on their way to the account; absent of ectsCredits. */
  readonly text?: RequirementTexts;
  readonly requirements: readonly ExplainedRequirement[];
  /** What stands in the way now: the first requirement that is not met. Absent: nothing. */
  readonly blocking?: ExplainedRequirement;
}

/** Both ledgers of a student's course. */
export interface ExplainedLedgers {
  readonly ectsCredits: ExplainedCredits;
  /** Absent: the course gives none. */
  readonly coursePoints?: ExplainedCredits;
}

const AWARDED = 'AWARDED';

/** The explanations of credits and deliveries with their words: the same that the student reads. */
@Injectable()
export class Explained {
  constructor(private readonly courses: CoursePointsDirectory) {}

  ledgers(course: ExplainedCourse, report: ReportedCourse | undefined): ExplainedLedgers {
    const { ectsCredits, coursePoints, gives } = course;
    const requirements = ectsCredits.requirements.map((one) => this.inWords(one));
    const isAwarded = ectsCredits.outcome === AWARDED;
    const blocking = isAwarded ? undefined : requirements.find(({ status }) => status !== 'met');
    const ects = { has: isAwarded ? gives.ectsCredits : 0, of: gives.ectsCredits, outcome: ectsCredits.outcome };
    return {
      ectsCredits: { ...ects, requirements, ...(blocking && { blocking }) },
      ...(report && {
        coursePoints: {
          has: coursePoints.outcome === AWARDED ? gives.coursePoints : 0,
          of: gives.coursePoints,
          outcome: report.explanation.outcome,
          text: outcomeTexts[report.explanation.outcome],
          requirements: report.explanation.requirements.map((one) => this.inWords(one)),
          ...(report.explanation.blocking && { blocking: this.inWords(report.explanation.blocking) }),
        },
      }),
    };
  }

  private inWords(requirement: Requirement): ExplainedRequirement {
    return { ...requirement, text: pointsTexts(requirement) ?? this.courses.textsOf(requirement) };
  }
}
