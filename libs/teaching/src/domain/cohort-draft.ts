import { addDays, type LocalDate } from '@kull/kernel';
import { type PlannedClass, scheduledOf } from './class.state';
import type { CourseRequirement, Programme } from './class-plan';
import type { CohortBasis, PlannedCohort } from './cohort';
import type { ClassYear, CohortPlan } from './cohort-plan';
import { type Gathering, periodOf } from './gathering';
import { daysLater, sessionsLater } from './moved-gathering';
import { nationalCourse } from './national-programme';
import { withSuggestedCalendar } from './suggested-calendar';

/** The classes of an intake, none of which has a year yet. */
export interface IntakeToPlan {
  readonly code: string;
  readonly ectsCredits: number;
  readonly commissionedPlaces: number;
  readonly classes: readonly PlannedClass[];
}

/** A cohort that a municipality asks for: who, in which classes, when and where, and what it shall give. */
export interface Commission {
  readonly code: string;
  readonly basis: Extract<CohortBasis, { readonly kind: 'COMMISSION' }>;
  readonly programme: Programme;
  readonly ectsCredits: number;
  readonly classes: readonly Omit<ClassYear, 'gatherings'>[];
}

/** A cohort as it stands: its plan, and its classes with what has become of their gatherings. */
export interface CohortToCopy {
  readonly cohort: PlannedCohort;
  readonly classes: readonly PlannedClass[];
}

const ofPlan = ({ plan, capacity }: PlannedClass): Omit<ClassYear, 'gatherings'> => ({
  code: plan.code,
  site: plan.site,
  capacity,
  startsOn: plan.startsOn!,
  endsOn: plan.endsOn!,
});

/** A first plan for an intake: its classes as they are, and a calendar to begin with. */
export const draftFromIntake = ({ code, ectsCredits, commissionedPlaces, classes }: IntakeToPlan): CohortPlan => ({
  code,
  programme: classes[0]!.plan.programme,
  basis: { kind: 'INTAKE' },
  commissionedPlaces,
  course: nationalCourse(ectsCredits),
  classes: withSuggestedCalendar(classes.map(ofPlan)),
});

const gatheringsLater = (from: PlannedClass, days: number): readonly Gathering[] =>
  scheduledOf(from).map(({ number, title, venue, sessions }) => ({
    number,
    title,
    venue,
    sessions: sessionsLater(sessions, days),
  }));

const requirementLater = (requirement: CourseRequirement, days: number): CourseRequirement => {
  switch (requirement.kind) {
    case 'ASSESSMENT':
      return requirement.handInBy === undefined
        ? requirement
        : { ...requirement, handInBy: daysLater(requirement.handInBy, days) };
    case 'PART':
      return requirement.dueOn === undefined
        ? requirement
        : { ...requirement, dueOn: addDays(requirement.dueOn, days) };
  }
};

const courseLater = ({ classes }: CohortToCopy, days: number): CohortPlan['course'] => {
  const { sessions: _, requirements, gatherings, ...course } = classes[0]!.plan.course!;
  return {
    ...course,
    gatherings: gatherings!,
    ...(requirements && { requirements: requirements.map((one) => requirementLater(one, days)) }),
  };
};

/**
 * Last year's plan, so many weeks later: weekdays, times of day, titles, rooms and teachers stay. Classes that the new
 * intake has already keep their places and periods.
 */
export const draftFromCohort = (
  from: CohortToCopy,
  to: { readonly code: string; readonly weeks: number; readonly intake?: IntakeToPlan },
): CohortPlan => {
  const { planned, commissionedPlaces } = from.cohort;
  const days = 7 * to.weeks;
  const classes = from.classes.map((one): ClassYear => {
    const there = to.intake?.classes.find(({ plan }) => plan.code === one.plan.code);
    const year = ofPlan(there ?? one);
    const period = there ? {} : { startsOn: addDays(year.startsOn, days), endsOn: addDays(year.endsOn, days) };
    return { ...year, ...period, gatherings: gatheringsLater(one, days) };
  });
  return {
    code: to.code,
    programme: planned.programme,
    basis: planned.basis,
    commissionedPlaces: to.intake?.commissionedPlaces ?? commissionedPlaces,
    copiedFrom: planned.code,
    course: courseLater(from, days),
    classes,
  };
};

const weeksUntil = (from: LocalDate, startsOn: LocalDate): number =>
  Math.ceil((Date.parse(startsOn) - Date.parse(from)) / 604_800_000);

/** Titles and times of another cohort's first class; its rooms and teachers are its own. */
const yearLike = (from: CohortToCopy, one: Omit<ClassYear, 'gatherings'>): ClassYear => {
  const [model] = from.classes;
  const first = scheduledOf(model!)[0];
  if (!first) return { ...one, gatherings: [] };
  const days = 7 * weeksUntil(periodOf(first).startsOn, one.startsOn);
  const gatherings = gatheringsLater(model!, days).map((gathering) => ({
    ...gathering,
    venue: one.site,
    sessions: gathering.sessions.map(({ room: _room, teachers: _teachers, ...session }) => session),
  }));
  return { ...one, gatherings };
};

/** A plan for a cohort that a municipality commissioned for its own leaders, like another cohort or from scratch. */
export const draftFromCommission = (commission: Commission, from?: CohortToCopy): CohortPlan => {
  const { code, basis, programme, ectsCredits, classes } = commission;
  const course = nationalCourse(ectsCredits);
  const gatherings = from?.classes[0]?.plan.course?.gatherings ?? course.gatherings;
  return {
    code,
    programme,
    basis,
    commissionedPlaces: classes.reduce((sum, { capacity }) => sum + capacity, 0),
    ...(from && { copiedFrom: from.cohort.planned.code }),
    course: { ...course, gatherings },
    classes: from ? classes.map((one) => yearLike(from, one)) : withSuggestedCalendar(classes),
  };
};

/** So many classes like this one: `BERGEN-1`, `BERGEN-2`. */
export const classesLike = (
  one: Omit<ClassYear, 'gatherings'>,
  count: number,
): readonly Omit<ClassYear, 'gatherings'>[] => {
  const stem = one.code.replace(/-1$/, '');
  if (count === 1) return [one];
  return Array.from({ length: count }, (_, i) => ({ ...one, code: `${stem}-${i + 1}` }));
};
