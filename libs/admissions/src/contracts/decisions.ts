import type { Instant, LocalDate, WrittenLanguage } from '@kull/kernel';

/** A decision on an application, as its applicant is told of it. */
export interface DecisionToTell {
  readonly applicationId: string;
  readonly personId: string;
  readonly intake: string;
  readonly programme: { readonly code: string; readonly title: string };
  readonly outcome: 'PLACE_HELD' | 'WAITING' | 'NO_PLACE' | 'NOT_QUALIFIED' | 'NEEDS_MORE';
  /** In words: what was not met, the waiting lists or the place, and what it would have taken. */
  readonly reasons: Readonly<Record<WrittenLanguage, readonly string[]>>;
  readonly decidedAt: Instant;
  readonly appealBy: LocalDate;
  /** Where it is read, under the address of the service: good for this application alone, with the birth date. */
  readonly decisionPath: string;
}

/** Other contexts' way to decisions (a Nest provider under this token). */
export abstract class DecisionDirectory {
  /** Those of these applications that are decided; none of an application that a later one counts instead of. */
  abstract named(applicationIds: readonly string[]): Promise<readonly DecisionToTell[]>;
}
