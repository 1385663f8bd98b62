import { GetIntakesOverview } from '@kull/admissions';
import { CountAbsencesToDecide, CountStandings } from '@kull/attendance';
import { CertificatesOverview } from '@kull/certificates';
import { CountAwards, CountGradingRequests } from '@kull/credits';
import { CountRejectedLines, DeliveriesOverview } from '@kull/deliveries';
import type { Instant } from '@kull/kernel';
import { CountStuckReminders } from '@kull/reminders';
import { ListClassPlaces, ListComingTeaching } from '@kull/teaching';
import type { Query } from '@nestjs/cqrs';
import type { Overview } from './overview';

/** The part of the overview that one context answers for. */
export type Section = Exclude<keyof Overview, 'work' | 'position' | 'addressFaults' | 'now'>;

/** A question to a context, and its answer as the overview says it. */
export interface Source<S extends Section = Section> {
  readonly section: S;
  readonly ask: (query: <T>(query: Query<T>) => Promise<T>, now: Instant) => Promise<NonNullable<Overview[S]>>;
}

/** As far as the overview looks ahead. */
const AHEAD_DAYS = 60;

const inWeeks = (now: Instant): Instant => new Date(Date.parse(now) + AHEAD_DAYS * 86_400_000).toISOString();

/** Each context's own overview; a section that nobody answers for stays empty. */
export const sources: readonly Source[] = [
  { section: 'intakes', ask: (query) => query(new GetIntakesOverview()) },
  { section: 'classes', ask: (query) => query(new ListClassPlaces()) },
  { section: 'attendance', ask: (query, now) => query(new CountStandings(now)) },
  { section: 'courses', ask: (query) => query(new CountAwards()) },
  { section: 'certificates', ask: (query) => query(new CertificatesOverview()) },
  { section: 'deliveries', ask: (query) => query(new DeliveriesOverview()) },
  { section: 'coming', ask: (query, now) => query(new ListComingTeaching(now, inWeeks(now))) },
  { section: 'absences', ask: (query) => query(new CountAbsencesToDecide()) },
  { section: 'rejectedLines', ask: (query) => query(new CountRejectedLines()) },
  { section: 'gradingRequests', ask: (query) => query(new CountGradingRequests()) },
  { section: 'reminders', ask: (query) => query(new CountStuckReminders()) },
];
