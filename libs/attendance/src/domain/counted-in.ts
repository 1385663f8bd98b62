import type { ClassPlan } from '@kull/teaching/contracts';

/** Whether people count the sessions of a course in half-days, or its hours (ux.md 2.1). */
export type CountedIn = 'HALF_DAYS' | 'HOURS';

export const countedInOf = ({ course }: ClassPlan): CountedIn =>
  course?.sessions.some(({ gathering }) => gathering !== undefined) ? 'HALF_DAYS' : 'HOURS';
