import type { DomainEvent } from '@kull/kernel';
import type { IntakeDefinition } from './intake-definition';
import type { RankingCounts } from './ranking-run';

/** An intake is announced with all that it will be decided by. */
export type IntakeOpened = DomainEvent<'IntakeOpened', IntakeDefinition>;

/** The register that the intake's physicians are looked up in was read; the entries themselves lie in `people`. */
export type HprRegisterTakenIn = DomainEvent<
  'HprRegisterTakenIn',
  { readonly entries: number; readonly fingerprint: string }
>;

/** A code of the municipality list, and its name. */
export interface Municipality {
  readonly code: string;
  readonly name: string;
}

export type MunicipalitiesTakenIn = DomainEvent<
  'MunicipalitiesTakenIn',
  { readonly municipalities: readonly Municipality[] }
>;

/** Some applications came in or changed, in the same transaction as this event. */
export type ApplicationsTakenIn = DomainEvent<'ApplicationsTakenIn', { readonly applications: number }>;

/** Some applications got new assessments, or an assessor of theirs was disqualified or let in again, in the same transaction as this event. */
export type AssessmentsTakenIn = DomainEvent<'AssessmentsTakenIn', { readonly applications: number }>;

/**
 * Part of a ranking was written. `basis`: how many times anything that it is judged by had come in; `applications`: how
 * many of them are written so far.
 */
export type ApplicationsJudged = DomainEvent<
  'ApplicationsJudged',
  { readonly basis: number; readonly applications: number }
>;

/** Every application has been judged and every qualified one ranked. */
export type RankingComputed = DomainEvent<
  'RankingComputed',
  { readonly basis: number; readonly counts: RankingCounts }
>;

/** The ranking stands: offers are made by it, and nothing that it was judged by changes any more. */
export type RankingApproved = DomainEvent<'RankingApproved', { readonly basis: number }>;

/** How an intake ended. `waiting`: places in waiting lists. */
export interface CompletionCounts {
  readonly placesHeld: number;
  readonly waiting: number;
  readonly decisions: number;
}

/** Every application has its decision. */
export type IntakeCompleted = DomainEvent<'IntakeCompleted', CompletionCounts>;

export type IntakeEvent =
  | IntakeOpened
  | HprRegisterTakenIn
  | MunicipalitiesTakenIn
  | ApplicationsTakenIn
  | AssessmentsTakenIn
  | ApplicationsJudged
  | RankingComputed
  | RankingApproved
  | IntakeCompleted;
