import type { Sealed } from '@kull/event-store/contracts';
import type { DomainEvent, LocalDate } from '@kull/kernel';

interface OfAppeal {
  readonly intake: string;
  readonly applicationNo: string;
  readonly personId: string;
}

/** The applicant has had access to the decision from that day; from then on the three weeks run (I-18). */
export type DecisionMadeKnown = DomainEvent<
  'DecisionMadeKnown',
  OfAppeal & { readonly on: LocalDate; readonly appealBy: LocalDate }
>;

/** The applicant was sent reasons; a new period runs from the day they were received (I-19). */
export type ReasonsGiven = DomainEvent<
  'ReasonsGiven',
  OfAppeal & {
    readonly on: LocalDate;
    readonly appealBy: LocalDate;
    readonly text: Sealed;
    /** Keyed, of the text: the same again changes nothing. */
    readonly fingerprint: string;
  }
>;

export type AppealFiled = DomainEvent<
  'AppealFiled',
  OfAppeal & {
    readonly on: LocalDate;
    /** An `AppealText`. */
    readonly text: Sealed;
    readonly fingerprint: string;
  }
>;

/**
 * `UPHELD`: the applicant is right, and the decision is made anew. `FORWARDED`: the first instance stands by it and sends
 * the appeal on to the appeals board. `DISMISSED`: the board stands by it too, for good.
 */
export const appealOutcomes = ['UPHELD', 'FORWARDED', 'DISMISSED'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

export type AppealDecided = DomainEvent<
  'AppealDecided',
  OfAppeal & { readonly on: LocalDate; readonly outcome: AppealOutcome; readonly reasons: Sealed }
>;

export type AppealEvent = DecisionMadeKnown | ReasonsGiven | AppealFiled | AppealDecided;

/** What an applicant writes: which change they want, and why. */
export interface AppealText {
  readonly wantedChange: string;
  readonly grounds: string;
}

/** The purposes under which the texts are sealed. */
export const appealTextPurpose = 'AppealFiled.text';
export const appealReasonsPurpose = 'AppealDecided.reasons';
export const statementPurpose = 'ReasonsGiven.text';
