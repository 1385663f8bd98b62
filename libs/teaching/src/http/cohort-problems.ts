import { Problem, type ProblemsFor, problemOf } from '@kull/http';
import type { CohortPlanRejection } from '../commands/plan-cohort';
import type { Clash, ClassClash } from '../domain/clashes';
import type { CohortRejection } from '../domain/cohort';
import { clashError } from './planning-texts';
import { problems as classProblems } from './problems';

/** How each refusal about a cohort is said over HTTP. */
export const problems = {
  COHORT_NOT_PLANNED: { status: 404, title: 'Kullet finnes ikke' },
  COHORT_DIFFERS: {
    status: 409,
    title: 'Kullet finnes med en annen plan',
    detail: 'Koden er brukt. Gi kullet en annen kode, eller send planen som den var.',
  },
  PLACES_NOT_RAISED: {
    status: 422,
    title: 'Kullet har flere plasser enn det',
    detail: 'Bestilte plasser kan bare økes. Lukk plasser i en klasse i stedet.',
  },
  CLASSES_MISSING: {
    status: 422,
    title: 'Planen mangler klasser som opptaket har',
    detail: ({ classes }) => `Ta med ${classes.join(', ')}.`,
  },
  COMMISSIONED_PLACES_DIFFER: {
    status: 422,
    title: 'Opptaket er bestilt med et annet antall plasser',
    detail: 'Send antallet som det var, og øk det når kullet er planlagt.',
  },
  COMMISSIONED_PLACES_EXCEEDED: classProblems.COMMISSIONED_PLACES_EXCEEDED,
} as const satisfies ProblemsFor<CohortRejection>;

const all = { ...classProblems, ...problems } as const satisfies ProblemsFor<CohortPlanRejection>;

/** The problem that says why a cohort was not planned: in which class, and with every clash that there is. */
export const planProblemOf = (rejected: CohortPlanRejection, clashes: readonly (Clash | ClassClash)[]): Problem => {
  const { parts } = problemOf(rejected, all);
  const { classCode } = rejected;
  const detail = [classCode === undefined ? undefined : `${classCode}.`, parts.detail].filter(Boolean).join(' ');
  return new Problem({ ...parts, ...(detail !== '' && { detail }), errors: clashes.map(clashError) });
};
