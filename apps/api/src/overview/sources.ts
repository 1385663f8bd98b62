import { GetIntakesOverview } from '@kull/admissions';
import { CountStandings } from '@kull/attendance';
import { CertificatesOverview } from '@kull/certificates';
import { CountAwards } from '@kull/credits';
import { DeliveriesOverview } from '@kull/deliveries';
import { ListClassPlaces } from '@kull/teaching';
import type { Query } from '@nestjs/cqrs';
import type { Overview } from './overview';

/** The part of the overview that one context answers for. */
export type Section = Exclude<keyof Overview, 'work' | 'position'>;

/** A question to a context, and its answer as the overview says it. */
export interface Source<S extends Section = Section> {
  readonly section: S;
  readonly ask: (query: <T>(query: Query<T>) => Promise<T>) => Promise<NonNullable<Overview[S]>>;
}

/** Each context's own overview; a section that nobody answers for stays empty. */
export const sources: readonly Source[] = [
  { section: 'intakes', ask: (query) => query(new GetIntakesOverview()) },
  { section: 'classes', ask: (query) => query(new ListClassPlaces()) },
  { section: 'attendance', ask: (query) => query(new CountStandings()) },
  { section: 'courses', ask: (query) => query(new CountAwards()) },
  { section: 'certificates', ask: (query) => query(new CertificatesOverview()) },
  { section: 'deliveries', ask: (query) => query(new DeliveriesOverview()) },
];
