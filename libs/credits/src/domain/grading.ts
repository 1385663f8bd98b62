import type { Instant, LocalDate } from '@kull/kernel';
import { assessmentsOf, type CourseTerms, type RequiredAssessment } from './course-terms';
import { appealDeadlineOf, gradingDeadlineOf, reasonsDeadlineOf, workingDaysLeft } from './deadlines';
import { type Grade, gradesOn, type Scale } from './grades';
import {
  type Assessment,
  isWaitingForAttestation,
  type JudgedCourse,
  type OpenCourse,
  resultKnownAt,
} from './student-course.state';

/** How far the grading of one assessment has come in a class (ux.md A9). */
export interface GradingOfAssessment {
  readonly assessment: string;
  readonly title?: string;
  readonly scale: Scale;
  readonly handInBy?: Instant;
  /** The last day to grade. Absent: no hand-in is set. */
  readonly gradingDeadline?: LocalDate;
  /** After today, up to and including the deadline; 0 when it has been reached. */
  readonly workingDaysLeft?: number;
  readonly students: number;
  readonly registered: number;
  readonly withoutResult: number;
  readonly waitingForAttestation: number;
  /** The same by who graded and who registered: neither may attest their own. */
  readonly waitingBy: readonly {
    readonly gradedBy: string;
    /** Absent: nobody but the grader. */
    readonly registeredBy?: string;
    readonly students: number;
  }[];
  /** Each grade of the scale, best first, with how many have it as things stand. */
  readonly distribution: readonly { readonly grade: Grade; readonly students: number }[];
  /** The last day on which somebody may ask for reasons. Absent: no result counts yet. */
  readonly lastReasonsDeadline?: LocalDate;
  /** The last day on which somebody may appeal. Absent: no result counts yet. */
  readonly lastAppealDeadline?: LocalDate;
}

const latest = (days: readonly LocalDate[]): LocalDate | undefined => [...days].sort().at(-1);

const deadlinesOf = (required: RequiredAssessment, today: LocalDate) => {
  const gradingDeadline = gradingDeadlineOf(required);
  return gradingDeadline === undefined
    ? {}
    : { gradingDeadline, workingDaysLeft: workingDaysLeft(today, gradingDeadline) };
};

const complaintsOf = (known: readonly Assessment[]) => {
  const announced = known.flatMap((one) => {
    const at = resultKnownAt(one);
    return at === undefined ? [] : [{ at, reasonsGivenAt: one.reasonsGiven?.at }];
  });
  const lastReasonsDeadline = latest(announced.map(({ at }) => reasonsDeadlineOf(at)));
  const lastAppealDeadline = latest(announced.map(({ at, reasonsGivenAt }) => appealDeadlineOf(at, reasonsGivenAt)));
  return {
    ...(lastReasonsDeadline !== undefined && { lastReasonsDeadline }),
    ...(lastAppealDeadline !== undefined && { lastAppealDeadline }),
  };
};

const waitingBy = (waiting: readonly Assessment[]): GradingOfAssessment['waitingBy'] => {
  const byBoth = new Map<string, GradingOfAssessment['waitingBy'][number]>();
  for (const { registered } of waiting) {
    if (!registered) continue;
    const { gradedBy, registeredBy } = registered;
    const key = JSON.stringify([gradedBy, registeredBy]);
    const students = (byBoth.get(key)?.students ?? 0) + 1;
    byBoth.set(key, { gradedBy, ...(registeredBy !== undefined && { registeredBy }), students });
  }
  return [...byBoth].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
};

const gradingOf = (
  required: RequiredAssessment,
  students: number,
  courses: readonly (OpenCourse | JudgedCourse)[],
  today: LocalDate,
): GradingOfAssessment => {
  const { code, title, scale, handInBy } = required;
  const known = courses.flatMap(({ assessments }) => assessments.get(code) ?? []);
  const grades = known.flatMap(({ corrected, registered }) => corrected?.result ?? registered?.result ?? []);
  return {
    assessment: code,
    ...(title !== undefined && { title }),
    scale,
    ...(handInBy !== undefined && { handInBy }),
    ...deadlinesOf(required, today),
    students,
    registered: known.filter(({ registered }) => registered).length,
    withoutResult: students - grades.length,
    waitingForAttestation: known.filter(isWaitingForAttestation).length,
    waitingBy: waitingBy(known.filter(isWaitingForAttestation)),
    distribution: gradesOn(scale).map((grade) => ({ grade, students: grades.filter((one) => one === grade).length })),
    ...complaintsOf(known),
  };
};

/** How far the grading of a class has come, assessment by assessment; `students`: how many are in the class. */
export const gradingIn = (
  terms: CourseTerms,
  students: number,
  courses: readonly (OpenCourse | JudgedCourse)[],
  today: LocalDate,
): readonly GradingOfAssessment[] =>
  assessmentsOf(terms).map((required) => gradingOf(required, students, courses, today));
