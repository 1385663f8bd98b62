import type { Instant, LocalDate } from '@kull/kernel';
import { daysOn } from './oslo-clock';
import type { Conduct, Wish } from './scenario';

/** What the model knows of some of the subjects. */
export interface ModelPart {
  happens(wish: Wish): void;
  /** What falls due with the stroke of an hour. */
  strike(now: number): void;
}

/** An offer that stands when the year begins. */
export interface StandingOffer {
  readonly offerId: string;
  readonly personId: string;
  readonly hasEmail: boolean;
  readonly lastDay: LocalDate;
}

/** What should have become of one slot: told once, or not, and when that was known. */
export interface Expected {
  readonly slot: string;
  readonly outcome: 'SENT' | 'FAILED' | 'UNKNOWN' | `CANCELLED ${string}`;
  /** The hour in which it came to that. */
  readonly hour: Instant;
  /** How many attempts there were before, which were put off. */
  readonly deferred: number;
  /** How often the sink has it. */
  readonly inSink: 0 | 1;
}

/** Days in a row. */
export interface Placed {
  readonly first: LocalDate;
  readonly days: number;
}

/** A gathering as it now is, and where it was before it was moved. */
export interface Meeting extends Placed {
  readonly home: number;
  readonly number: number;
  readonly revision: number;
  readonly isCancelled: boolean;
  readonly was?: Placed;
}

/** Of a student in a class. */
export interface Stay {
  readonly home: number;
  readonly from: LocalDate;
  until?: LocalDate;
  readonly away: { readonly from: LocalDate; readonly until?: LocalDate }[];
}

/** Of a physician, as it now is. */
export interface Certificate {
  /** Class, physician, and which of their certificates. */
  readonly name: string;
  readonly no: string;
  readonly course: number;
  readonly completedOn: LocalDate;
  version: number;
  isRevoked: boolean;
}

/** What waits to be told. */
export interface Slot {
  readonly slot: string;
  readonly subject: string;
  readonly to: string;
  readonly validUntil: number;
  /** Why it is no more to be told, as things are now. */
  readonly gone: () => string | undefined;
  sendAt: number;
  /** Letters that were attempted together stay together. */
  letter?: string;
  attempts: number;
}

/** Each of the days. */
export const daysOf = ({ first, days }: Placed): readonly LocalDate[] =>
  Array.from({ length: days }, (_, at) => daysOn(first, at));

/** Whether the student is in the class and not on leave that day. */
export const isThere = ({ from, until, away }: Stay, day: LocalDate): boolean =>
  from <= day &&
  (until === undefined || day < until) &&
  !away.some((leave) => leave.from <= day && (leave.until === undefined || day < leave.until));

/** What becomes of the nth letter to an address, and whether the sink has it. */
export const endOf = (conduct: Conduct | undefined, nth: number): readonly [Expected['outcome'], 0 | 1] => {
  if (conduct === 'NO_SUCH_MAILBOX') return ['FAILED', 0];
  if (nth > 1 || conduct === undefined) return ['SENT', 1];
  switch (conduct) {
    case 'REFUSED_ONCE':
      return ['FAILED', 0];
    case 'DROPPED':
    case 'KILL_BEFORE':
      return ['UNKNOWN', 0];
    case 'DROPPED_ACCEPTED':
    case 'STALLED_ACCEPTED':
    case 'KILL_AFTER':
      return ['UNKNOWN', 1];
    case 'GREYLISTED':
      return ['SENT', 1];
  }
};
