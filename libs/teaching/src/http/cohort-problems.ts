import { Problem, type ProblemsFor, problemOf, type Said, said, saidIn } from '@kull/http';
import type { CohortPlanRejection } from '../commands/plan-cohort';
import type { Clash, ClassClash } from '../domain/clashes';
import type { CohortRejection } from '../domain/cohort';
import { clashError } from './planning-texts';
import { problems as classProblems } from './problems';

/** How each refusal about a cohort is said over HTTP. */
export const problems = {
  COHORT_NOT_PLANNED: {
    status: 404,
    title: said('Kullet finnes ikke', 'Kullet finst ikkje', 'The cohort is not there'),
  },
  COHORT_DIFFERS: {
    status: 409,
    title: said(
      'Kullet finnes med en annen plan',
      'Kullet finst med ein annan plan',
      'The cohort is there with another plan',
    ),
    detail: said(
      'Koden er brukt. Gi kullet en annen kode, eller send planen som den var.',
      'Koden er brukt. Gi kullet ein annan kode, eller send planen som han var.',
      'The code is taken. Give the cohort another code, or send the plan as it was.',
    ),
  },
  PLACES_NOT_RAISED: {
    status: 422,
    title: said(
      'Kullet har flere plasser enn det',
      'Kullet har fleire plassar enn det',
      'The cohort has more places than that',
    ),
    detail: said(
      'Bestilte plasser kan bare økes. Lukk plasser i en klasse i stedet.',
      'Bestilte plassar kan berre aukast. Lukk plassar i ein klasse i staden.',
      'Commissioned places can only be raised. Close places in a class instead.',
    ),
  },
  CLASSES_MISSING: {
    status: 422,
    title: said(
      'Planen mangler klasser som opptaket har',
      'Planen manglar klassar som opptaket har',
      'The plan lacks classes that the intake has',
    ),
    detail: ({ classes }) =>
      said(`Ta med ${classes.join(', ')}.`, `Ta med ${classes.join(', ')}.`, `Include ${classes.join(', ')}.`),
  },
  COMMISSIONED_PLACES_DIFFER: {
    status: 422,
    title: said(
      'Opptaket er bestilt med et annet antall plasser',
      'Opptaket er bestilt med eit anna tal på plassar',
      'The intake was commissioned with another number of places',
    ),
    detail: said(
      'Send antallet som det var, og øk det når kullet er planlagt.',
      'Send talet som det var, og auk det når kullet er planlagt.',
      'Send the number as it was, and raise it when the cohort is planned.',
    ),
  },
  COMMISSIONED_PLACES_EXCEEDED: classProblems.COMMISSIONED_PLACES_EXCEEDED,
} as const satisfies ProblemsFor<CohortRejection>;

const all = { ...classProblems, ...problems } as const satisfies ProblemsFor<CohortPlanRejection>;

const inClass = (code: string, detail: Said | undefined): Said =>
  saidIn((language) => [`${code}.`, detail?.[language]].filter(Boolean).join(' '));

/** The problem that says why a cohort was not planned: in which class, and with every clash that there is. */
export const planProblemOf = (rejected: CohortPlanRejection, clashes: readonly (Clash | ClassClash)[]): Problem => {
  const { parts } = problemOf(rejected, all);
  const { classCode } = rejected;
  const { detail } = parts;
  const named = classCode === undefined ? detail : inClass(classCode, detail);
  return new Problem({ ...parts, ...(named && { detail: named }), errors: clashes.map(clashError) });
};
