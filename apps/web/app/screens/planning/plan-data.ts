import { useQuery } from '@tanstack/preact-query';
import type { z } from 'zod';
import type { cohortDocument } from '../../../../../libs/teaching/src/http/cohort-document.dto';
import type { CohortDraft } from '../../../../../libs/teaching/src/http/cohort-drafts.controller';
import type { CohortView } from '../../../../../libs/teaching/src/http/cohort-view';
import type { CohortLine } from '../../../../../libs/teaching/src/http/cohorts.controller';
import type { MovePreviewView } from '../../../../../libs/teaching/src/http/move-view';
import type { CheckedPlanView, ClashView, WarningView } from '../../../../../libs/teaching/src/http/planning-texts';
import { get, getAll, send } from '../../api/client';
import type { PlannedGathering } from './gathering-days';

export type { CheckedPlanView, ClashView, CohortDraft, CohortLine, CohortView, MovePreviewView, WarningView };

type Document = z.output<typeof cohortDocument>;

export type PlanClass = Omit<Document['classes'][number], 'gatherings'> & {
  readonly gatherings: readonly PlannedGathering[];
};

/** A whole cohort as one document plans it. */
export type Plan = Omit<Document, 'classes'> & { readonly classes: readonly PlanClass[] };

/** The addresses of a cohort's two screens. */
export const cohortAddress = (code: string): string => `/kull/${encodeURIComponent(code)}`;
export const draftAddress = (code: string): string => `${cohortAddress(code)}/utkast`;

/** How the address names a gathering of a class: `OSLO-2.4`. */
export const spotName = (classCode: string, number: number): string => `${classCode}.${number}`;

/** Every cohort, by code. */
export const useCohorts = () =>
  useQuery({
    queryKey: ['teaching', 'cohorts'],
    queryFn: () => getAll<CohortLine>('/cohorts'),
  });

/** One cohort with its classes and gatherings. */
export const useCohort = (id: string | undefined) =>
  useQuery({
    queryKey: ['teaching', 'cohort', id],
    queryFn: () => get<CohortView>(`/cohorts/${id}`),
    enabled: id !== undefined,
  });

/** What collides in a plan that somebody edits, and what is to be looked at; the last answer stays until the next. */
export const usePlanCheck = (plan: Plan) =>
  useQuery({
    queryKey: ['teaching', 'check', plan],
    queryFn: () => send<CheckedPlanView>('/cohort-checks', { json: plan }),
    placeholderData: (before: CheckedPlanView | undefined) => before,
  });
