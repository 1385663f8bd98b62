import type { LocalDate } from '@kull/kernel';
import { entriesOf, type TimetableEntry } from './clashes';
import type { ClassRejection, PlanYear } from './class.commands';
import type { PlannedClass } from './class.state';
import type { ClassPlan, CoursePlan, GatheringRule, Site } from './class-plan';
import type { CohortPlanned, CohortRejection, PlanCohort } from './cohort';
import type { Gathering } from './gathering';
import { classIdOf } from './ids';

/** One class of a cohort and its year. */
export interface ClassYear {
  readonly code: string;
  readonly site: Site;
  readonly capacity: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly gatherings: readonly Gathering[];
}

/** A whole cohort as one document plans it: where it comes from, what it teaches, its classes and their gatherings. */
export type CohortPlan = Omit<CohortPlanned['data'], 'classes'> & {
  readonly course: Omit<CoursePlan, 'sessions'> & { readonly gatherings: GatheringRule };
  readonly classes: readonly ClassYear[];
};

/** What has to be ordered so that the cohort is planned. */
export interface CohortOrders {
  readonly cohort: PlanCohort['data'];
  readonly years: readonly PlanYear['data'][];
}

/** Classes that an intake planned keep its places and programme: the document need not repeat what it does not change. */
const classPlanOf = (plan: CohortPlan, year: ClassYear, there: PlannedClass | undefined): ClassPlan => {
  const { gatherings: _, ...said } = year;
  const capacity = there && said.capacity === there.capacity ? there.planned.capacity : said.capacity;
  return {
    ...said,
    capacity,
    programme: { ...there?.planned.programme, ...plan.programme },
    intake: plan.code,
    commissionedPlaces: plan.commissionedPlaces,
  };
};

const sumOf = (classes: readonly { readonly capacity: number }[]): number =>
  classes.reduce((sum, { capacity }) => sum + capacity, 0);

const byNumber = (gatherings: readonly Gathering[]): readonly Gathering[] =>
  [...gatherings].sort((one, other) => one.number - other.number);

/** Why the classes of the document are not those of the intake that fills them. An intake that has not opened has none yet. */
const refusedByIntake = (
  plan: CohortPlan,
  there: ReadonlyMap<string, PlannedClass>,
): CohortRejection | (ClassRejection & { readonly classCode: string }) | undefined => {
  if (there.size === 0) return undefined;
  const unknown = plan.classes.find(({ code }) => !there.has(code));
  if (unknown) return { code: 'CLASS_NOT_PLANNED', classCode: unknown.code };
  const missing = [...there.keys()].filter((code) => !plan.classes.some((one) => one.code === code));
  if (missing.length > 0) return { code: 'CLASSES_MISSING', classes: missing };
  const differs = [...there.values()].some(
    ({ planned }) => (planned.commissionedPlaces ?? plan.commissionedPlaces) !== plan.commissionedPlaces,
  );
  return differs ? { code: 'COMMISSIONED_PLACES_DIFFER' } : undefined;
};

/**
 * The orders that plan a cohort, all of them or none.
 * @param there the classes that stand under the cohort's code already, by their code: those that an intake fills
 */
export const cohortOrders = (
  plan: CohortPlan,
  there: ReadonlyMap<string, PlannedClass>,
): CohortOrders | { readonly rejected: CohortRejection | (ClassRejection & { readonly classCode: string }) } => {
  const { course, classes, ...said } = plan;
  const refused = plan.basis.kind === 'INTAKE' ? refusedByIntake(plan, there) : undefined;
  if (refused) return { rejected: refused };
  if (sumOf(classes) > plan.commissionedPlaces) return { rejected: { code: 'COMMISSIONED_PLACES_EXCEEDED' } };
  const idOf = (code: string): string => classIdOf({ code, intake: plan.code });
  return {
    cohort: { ...said, classes: classes.map(({ code }) => ({ classId: idOf(code), code })) },
    years: classes.map((year) => ({
      classId: idOf(year.code),
      plan: classPlanOf(plan, year, there.get(year.code)),
      course,
      gatherings: byNumber(year.gatherings),
    })),
  };
};

/** The sessions of all classes of the plan, as entries of the timetable. */
export const plannedEntriesOf = ({ code: intake, classes }: CohortPlan): readonly TimetableEntry[] =>
  classes.flatMap(({ code: classCode, gatherings }) =>
    gatherings.flatMap((gathering) =>
      entriesOf({ classId: classIdOf({ code: classCode, intake }), classCode }, gathering),
    ),
  );
