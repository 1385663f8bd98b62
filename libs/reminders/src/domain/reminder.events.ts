import type { DomainEvent, Instant } from '@kull/kernel';
import type { CancelReason, Subject } from './occasion';
import type { Channel } from './plan';

/** One occasion in one channel, as it was planned. */
export interface PlannedReminder {
  readonly programmeCode: string;
  readonly subject: Subject;
  readonly about: string;
  readonly step: string;
  readonly version: string;
  /** As `recipientKey` names it. */
  readonly recipient: string;
  readonly channel: Channel;
  readonly dueAt: Instant;
  readonly validUntil: Instant;
}

export type ReminderPlanned = DomainEvent<'ReminderPlanned', PlannedReminder>;

/** Stored before the server is spoken to (reliability.md D5). Reminders of one letter have the same message id. */
export type ReminderAttempted = DomainEvent<
  'ReminderAttempted',
  {
    /** 1, 2, 3 … */
    readonly attempt: number;
    /** What stands before `@` in the Message-ID; the same in every attempt. */
    readonly messageId: string;
    /** Keyed fingerprint of the mail address that it goes to. */
    readonly address?: string;
  }
>;

export type ReminderSent = DomainEvent<'ReminderSent', { readonly attempt: number }>;

/** Not accepted for now. */
export type ReminderDeferred = DomainEvent<
  'ReminderDeferred',
  { readonly attempt: number; readonly code?: number; readonly notBefore: Instant }
>;

/** Refused for good. `because: 'ADDRESS'`: it is the address that was refused. */
export type ReminderFailed = DomainEvent<
  'ReminderFailed',
  { readonly attempt: number; readonly code?: number; readonly because?: 'ADDRESS' }
>;

/** Accepted, and came back. */
export type ReminderBounced = DomainEvent<'ReminderBounced', { readonly code?: string }>;

/**
 * It may have arrived, and the machine does not send it again. `NO_REPLY`: the last reply of the server was not seen.
 * `STOPPED`: the worker ended between the attempt and what became of it.
 */
export type ReminderUnknown = DomainEvent<
  'ReminderUnknown',
  { readonly attempt: number; readonly cause: 'NO_REPLY' | 'STOPPED' }
>;

export type ReminderCancelled = DomainEvent<'ReminderCancelled', { readonly reason: CancelReason }>;

export type Resolution = 'ARRIVED' | 'SEND_AGAIN';

/** Somebody of the office has found out, or has decided. */
export type ReminderResolved = DomainEvent<'ReminderResolved', { readonly resolution: Resolution }>;

export type ReminderEvent =
  | ReminderPlanned
  | ReminderAttempted
  | ReminderSent
  | ReminderDeferred
  | ReminderFailed
  | ReminderBounced
  | ReminderUnknown
  | ReminderCancelled
  | ReminderResolved;
