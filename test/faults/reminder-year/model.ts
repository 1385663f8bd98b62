import { CourseModel } from './course-model';
import { graders, type Pupil } from './graded-class';
import { GradedModel } from './graded-model';
import { IntakeModel } from './intake-model';
import { Letters } from './letters';
import type { Expected, ModelPart, StandingOffer } from './model-facts';
import type { Physician } from './online-course';
import { ProgrammeModel } from './programme-model';
import type { Conduct, Scenario, Student, Wish } from './scenario';
import type { Applicant } from './small-intake';

const HOUR = 3_600_000;

/** What a year begins with. */
export interface Beginning {
  readonly scenario: Scenario;
  readonly students: readonly Student[];
  readonly physicians: readonly Physician[];
  readonly applicants: readonly Applicant[];
  readonly pupils: readonly Pupil[];
  readonly offers: readonly StandingOffer[];
  /** By address. */
  readonly conducts: ReadonlyMap<string, Conduct>;
}

/**
 * Who should have been told what and when, from what happened in the year alone: a second opinion, hour by hour, that
 * shares nothing with the sources, plans and tables of the service.
 */
export const expectedOf = (
  { scenario, students, physicians, applicants, pupils, offers, conducts }: Beginning,
  happened: readonly Wish[],
): readonly Expected[] => {
  const letters = new Letters(
    new Map(
      [...students, ...physicians, ...applicants, ...pupils, ...graders].flatMap(({ no, email }) => {
        const conduct = conducts.get(email);
        return conduct ? [[no, conduct] as const] : [];
      }),
    ),
    offers.flatMap(({ personId, hasEmail }) => (hasEmail ? [] : [personId])),
  );
  const parts: readonly ModelPart[] = [
    new ProgrammeModel(letters, scenario, students, offers),
    new CourseModel(letters, scenario.courses, physicians),
    new IntakeModel(letters, scenario.intake),
    new GradedModel(letters, scenario.graded, pupils),
  ];
  const left = [...happened];
  for (let hour = Date.parse(scenario.from); hour <= Date.parse(scenario.until); hour += HOUR) {
    while (left[0] !== undefined && Date.parse(left[0].at) <= hour) {
      const wish = left.shift()!;
      for (const part of parts) part.happens(wish);
    }
    for (const part of parts) part.strike(hour);
    letters.deliver(hour);
  }
  return letters.expected;
};
