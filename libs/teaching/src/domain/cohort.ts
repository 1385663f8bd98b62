import {
  accept,
  type Command,
  type Decider,
  type DomainEvent,
  isSame,
  nothing,
  type Rejection,
  reject,
} from '@kull/kernel';
import type { Organisation, Programme } from './class-plan';

/**
 * Where a cohort comes from: an intake fills it, or somebody commissioned it for leaders of their own, by invitation.
 * The intake and the cohort bear the same code.
 */
export type CohortBasis =
  | { readonly kind: 'INTAKE' }
  | { readonly kind: 'COMMISSION'; readonly municipalityCode: string; readonly commissionedBy: Organisation };

/** All classes of one intake (kull), planned together. */
export type CohortPlanned = DomainEvent<
  'CohortPlanned',
  {
    readonly code: string;
    readonly programme: Programme;
    readonly basis: CohortBasis;
    readonly commissionedPlaces: number;
    readonly classes: readonly { readonly classId: string; readonly code: string }[];
    /** The cohort whose plan this one was made from. */
    readonly copiedFrom?: string;
  }
>;

/** More places were commissioned than the cohort was planned for (I-22). */
export type CommissionedPlacesRaised = DomainEvent<'CommissionedPlacesRaised', { readonly places: number }>;

export type CohortEvent = CohortPlanned | CommissionedPlacesRaised;

export type PlanCohort = Command<'PlanCohort', CohortPlanned['data']>;
export type RaiseCommissionedPlaces = Command<'RaiseCommissionedPlaces', { readonly places: number }>;
export type CohortCommand = PlanCohort | RaiseCommissionedPlaces;

/**
 * - `COHORT_NOT_PLANNED`: there is no such cohort.
 * - `COHORT_DIFFERS`: the code belongs to a cohort with another plan.
 * - `PLACES_NOT_RAISED`: fewer places than were commissioned before.
 * - `CLASSES_MISSING`: classes of the intake that the plan says nothing of.
 * - `COMMISSIONED_PLACES_DIFFER`: the intake was opened for another number of places.
 * - `COMMISSIONED_PLACES_EXCEEDED`: the classes would have more places than were commissioned (I-22).
 */
export type CohortRejection =
  | Rejection<
      | 'COHORT_NOT_PLANNED'
      | 'COHORT_DIFFERS'
      | 'PLACES_NOT_RAISED'
      | 'COMMISSIONED_PLACES_DIFFER'
      | 'COMMISSIONED_PLACES_EXCEEDED'
    >
  | (Rejection<'CLASSES_MISSING'> & { readonly classes: readonly string[] });

export type PlannedCohort = { readonly status: 'planned'; readonly planned: CohortPlanned['data'] } & Pick<
  CohortPlanned['data'],
  'commissionedPlaces'
>;
export type Cohort = { readonly status: 'unplanned' } | PlannedCohort;

/** The classes that are planned as one, and the places commissioned for them. */
export const cohort: Decider<Cohort, CohortCommand, CohortEvent, CohortRejection> = {
  category: 'cohort',
  initial: { status: 'unplanned' },

  decide: (state, command) => {
    switch (command.type) {
      case 'PlanCohort':
        if (state.status === 'unplanned') return accept({ type: 'CohortPlanned', data: command.data });
        return isSame(state.planned, command.data) ? nothing : reject({ code: 'COHORT_DIFFERS' });
      case 'RaiseCommissionedPlaces': {
        if (state.status === 'unplanned') return reject({ code: 'COHORT_NOT_PLANNED' });
        const { places } = command.data;
        if (places === state.commissionedPlaces) return nothing;
        if (places < state.commissionedPlaces) return reject({ code: 'PLACES_NOT_RAISED' });
        return accept({ type: 'CommissionedPlacesRaised', data: { places } });
      }
    }
  },

  evolve: (state, event) => {
    if (event.type === 'CohortPlanned')
      return { status: 'planned', planned: event.data, commissionedPlaces: event.data.commissionedPlaces };
    return state.status === 'unplanned' ? state : { ...state, commissionedPlaces: event.data.places };
  },
};
