import { isSame, type LocalDate } from '@kull/kernel';
import type { ClassPlan } from '@kull/teaching/contracts';

/** A course approval as classes name it. */
type Terms = NonNullable<NonNullable<ClassPlan['course']>['courseApproval']>;

/**
 * What does not fit, before a certificate is issued on it.
 * - `TERMS_DIFFER`: classes under one number say different things of it.
 * - `ENDS_OUTSIDE`: a class ends outside the period, so that its points would be refused (E201).
 */
export type ApprovalFault = 'TERMS_DIFFER' | 'ENDS_OUTSIDE';

/** One number on one set of terms, and the classes that are taught on them. */
export interface ApprovedCourse {
  readonly terms: Terms;
  readonly classes: readonly { readonly code: string; readonly endsOn?: LocalDate; readonly isOutside: boolean }[];
  readonly faults: readonly ApprovalFault[];
}

/** The course approvals that classes are planned on, by number; each set of terms for itself. */
export const approvedCourses = (plans: readonly ClassPlan[]): readonly ApprovedCourse[] => {
  const groups: { readonly terms: Terms; readonly plans: ClassPlan[] }[] = [];
  for (const plan of plans) {
    const terms = plan.course?.courseApproval;
    if (!terms) continue;
    const group = groups.find((one) => isSame(one.terms, terms));
    if (group) group.plans.push(plan);
    else groups.push({ terms, plans: [plan] });
  }
  return groups
    .map(({ terms, plans: of }): ApprovedCourse => {
      const classes = of.map(({ code, endsOn }) => ({
        code,
        ...(endsOn !== undefined && { endsOn }),
        isOutside: endsOn !== undefined && (endsOn < terms.validFrom || endsOn > terms.validTo),
      }));
      const differs = groups.filter((other) => other.terms.approvalId === terms.approvalId).length > 1;
      const isOutside = classes.some((one) => one.isOutside);
      const faults = [
        ...(differs ? (['TERMS_DIFFER'] as const) : []),
        ...(isOutside ? (['ENDS_OUTSIDE'] as const) : []),
      ];
      return { terms, classes, faults };
    })
    .sort((a, b) => (a.terms.approvalId < b.terms.approvalId ? -1 : a.terms.approvalId > b.terms.approvalId ? 1 : 0));
};
