import { useQuery } from '@tanstack/preact-query';
import { classesQuery, cohortOf } from '../../classes/classes';
import type { CohortNamed } from './findings';

/** Classes of other cohorts by what people call those; classes of this one have no other name. */
export const useCohortNames = (own: string): CohortNamed => {
  const classes = useQuery(classesQuery);
  const byId = new Map((classes.data ?? []).map((one) => [one.id, cohortOf(one)] as const));
  return (classId) => {
    const cohort = byId.get(classId);
    return cohort === own ? undefined : cohort;
  };
};
