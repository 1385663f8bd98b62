import {
  accept,
  type Command,
  type Decider,
  type Decision,
  type Instant,
  nothing,
  type Rejection,
  reject,
} from '@kull/kernel';
import type { SendOutcome } from '@kull/mail/contracts';
import type { CancelReason } from './occasion';
import type { PlannedReminder, ReminderEvent, Resolution } from './reminder.events';

/** What is known of one occasion in one channel. Only what waits may be attempted, so it is sent at most once. */
export type Reminder =
  | { readonly status: 'none' }
  | {
      readonly status: 'waiting';
      readonly planned: PlannedReminder;
      /** How many attempts there were. */
      readonly attempts: number;
      /** Of the earlier attempts. */
      readonly messageId?: string;
      readonly notBefore?: Instant;
    }
  | {
      readonly status: 'attempting' | 'sent' | 'failed' | 'unknown';
      readonly planned: PlannedReminder;
      readonly attempts: number;
      readonly messageId: string;
    }
  | { readonly status: 'cancelled'; readonly planned: PlannedReminder; readonly reason: CancelReason };

/** The next attempt begins now. `messageId` is that of earlier attempts, if there were any; `address` a fingerprint. */
export type AttemptReminder = Command<
  'AttemptReminder',
  { readonly planned: PlannedReminder; readonly messageId: string; readonly address?: string }
>;
/** What became of the attempt. `notBefore`: when it may be tried again, should it have been deferred. */
export type SettleAttempt = Command<'SettleAttempt', { readonly outcome: SendOutcome; readonly notBefore: Instant }>;
/** Whoever made the attempt is gone, and nobody knows what became of it. */
export type LoseAttempt = Command<'LoseAttempt'>;
export type CancelReminder = Command<
  'CancelReminder',
  { readonly planned: PlannedReminder; readonly reason: CancelReason }
>;
export type ResolveReminder = Command<'ResolveReminder', { readonly resolution: Resolution; readonly at: Instant }>;
export type NoteBounce = Command<'NoteBounce', { readonly code?: string }>;
export type ReminderCommand =
  | AttemptReminder
  | SettleAttempt
  | LoseAttempt
  | CancelReminder
  | ResolveReminder
  | NoteBounce;

/**
 * - `REMINDER_UNKNOWN`: there is no such reminder.
 * - `NOT_WAITING`: it is being sent, or was, or is cancelled.
 * - `NOT_ATTEMPTING`: the attempt is over.
 * - `OTHER_MESSAGE_ID`: an earlier attempt had another one.
 * - `OUTCOME_KNOWN`: only what is unknown can be resolved.
 * - `NO_LONGER_VALID`: it would say nothing new any more.
 * - `NOT_SENT`: what was not sent cannot come back.
 */
export type ReminderRejection = Rejection<
  | 'REMINDER_UNKNOWN'
  | 'NOT_WAITING'
  | 'NOT_ATTEMPTING'
  | 'OTHER_MESSAGE_ID'
  | 'OUTCOME_KNOWN'
  | 'NO_LONGER_VALID'
  | 'NOT_SENT'
>;

type ReminderDecision = Decision<ReminderEvent, ReminderRejection>;

const attempt = (state: Reminder, { planned, messageId, address }: AttemptReminder['data']): ReminderDecision => {
  switch (state.status) {
    case 'none':
      return accept(
        { type: 'ReminderPlanned', data: planned },
        { type: 'ReminderAttempted', data: { attempt: 1, messageId, address } },
      );
    case 'waiting':
      if (state.messageId !== undefined && state.messageId !== messageId) return reject({ code: 'OTHER_MESSAGE_ID' });
      return accept({ type: 'ReminderAttempted', data: { attempt: state.attempts + 1, messageId, address } });
    case 'attempting':
    case 'sent':
    case 'failed':
    case 'unknown':
    case 'cancelled':
      return reject({ code: 'NOT_WAITING' });
  }
};

const settle = (state: Reminder, { outcome, notBefore }: SettleAttempt['data']): ReminderDecision => {
  if (state.status !== 'attempting') return reject({ code: 'NOT_ATTEMPTING' });
  const { attempts } = state;
  switch (outcome.outcome) {
    case 'sent':
      return accept({ type: 'ReminderSent', data: { attempt: attempts } });
    case 'deferred':
      return accept({ type: 'ReminderDeferred', data: { attempt: attempts, code: outcome.code, notBefore } });
    case 'refused': {
      const { code, because } = outcome;
      return accept({ type: 'ReminderFailed', data: { attempt: attempts, code, because } });
    }
    case 'unknown':
      return accept({ type: 'ReminderUnknown', data: { attempt: attempts, cause: 'NO_REPLY' } });
  }
};

const cancel = (state: Reminder, { planned, reason }: CancelReminder['data']): ReminderDecision => {
  switch (state.status) {
    case 'none':
      return accept({ type: 'ReminderPlanned', data: planned }, { type: 'ReminderCancelled', data: { reason } });
    case 'waiting':
      return accept({ type: 'ReminderCancelled', data: { reason } });
    case 'cancelled':
      return nothing;
    case 'attempting':
    case 'sent':
    case 'failed':
    case 'unknown':
      return reject({ code: 'NOT_WAITING' });
  }
};

const resolve = (state: Reminder, { resolution, at }: ResolveReminder['data']): ReminderDecision => {
  if (state.status === 'none') return reject({ code: 'REMINDER_UNKNOWN' });
  if (state.status !== 'unknown') return reject({ code: 'OUTCOME_KNOWN' });
  if (resolution === 'SEND_AGAIN' && at >= state.planned.validUntil) return reject({ code: 'NO_LONGER_VALID' });
  return accept({ type: 'ReminderResolved', data: { resolution } });
};

const bounce = (state: Reminder, { code }: NoteBounce['data']): ReminderDecision => {
  switch (state.status) {
    case 'sent':
    case 'unknown':
      return accept({ type: 'ReminderBounced', data: { code } });
    case 'failed':
      return nothing;
    case 'none':
    case 'waiting':
    case 'attempting':
    case 'cancelled':
      return reject({ code: 'NOT_SENT' });
  }
};

const attempted = (
  state: Reminder,
): Extract<Reminder, { readonly status: 'attempting' | 'sent' | 'failed' | 'unknown' }> => {
  if (!('messageId' in state) || state.messageId === undefined)
    throw new Error('a reminder was settled that was never attempted');
  const { planned, attempts, messageId } = state;
  return { status: 'attempting', planned, attempts, messageId };
};

/** Sends at most once (I-54): whatever was begun and is not known to have been refused is never begun again by itself. */
export const reminder: Decider<Reminder, ReminderCommand, ReminderEvent, ReminderRejection> = {
  category: 'reminder',
  initial: { status: 'none' },

  decide: (state, command) => {
    switch (command.type) {
      case 'AttemptReminder':
        return attempt(state, command.data);
      case 'SettleAttempt':
        return settle(state, command.data);
      case 'LoseAttempt':
        return state.status === 'attempting'
          ? accept({ type: 'ReminderUnknown', data: { attempt: state.attempts, cause: 'STOPPED' } })
          : nothing;
      case 'CancelReminder':
        return cancel(state, command.data);
      case 'ResolveReminder':
        return resolve(state, command.data);
      case 'NoteBounce':
        return bounce(state, command.data);
    }
  },

  evolve: (state, event) => {
    if (event.type === 'ReminderPlanned') return { status: 'waiting', planned: event.data, attempts: 0 };
    if (state.status === 'none') throw new Error(`${event.type} of a reminder that was never planned`);
    switch (event.type) {
      case 'ReminderAttempted': {
        const { attempt: attempts, messageId } = event.data;
        return { status: 'attempting', planned: state.planned, attempts, messageId };
      }
      case 'ReminderSent':
        return { ...attempted(state), status: 'sent' };
      case 'ReminderDeferred':
        return { ...attempted(state), status: 'waiting', notBefore: event.data.notBefore };
      case 'ReminderFailed':
      case 'ReminderBounced':
        return { ...attempted(state), status: 'failed' };
      case 'ReminderUnknown':
        return { ...attempted(state), status: 'unknown' };
      case 'ReminderCancelled':
        return { status: 'cancelled', planned: state.planned, reason: event.data.reason };
      case 'ReminderResolved':
        return { ...attempted(state), status: event.data.resolution === 'ARRIVED' ? 'sent' : 'waiting' };
    }
  },
};
