import type { ClassSummary } from '../../../../libs/teaching/src/http/classes.controller';
import { getAll } from '../api/client';
import { inLanguage } from '../kit/texts';

const online = inLanguage({ nb: 'Nett', nn: 'Nett', en: 'Online' });

export type ListedClass = ClassSummary;

/** Every class, with its places. */
export const classesQuery = {
  queryKey: ['teaching', 'classes'],
  queryFn: () => getAll<ListedClass>('/classes'),
} as const;

/** The cohort that people know a class by; one that no intake fills is a cohort of its own. */
export const cohortOf = ({ intake, code }: Pick<ListedClass, 'intake' | 'code'>): string => intake ?? code;

/** Where a class meets, in words. */
export const siteOf = ({ site }: Pick<ListedClass, 'site'>): string => (site === 'ONLINE' ? online : site);

export const classAddress = (one: Pick<ListedClass, 'intake' | 'code'>): string =>
  `/klasser/${encodeURIComponent(cohortOf(one))}/${encodeURIComponent(one.code)}`;
