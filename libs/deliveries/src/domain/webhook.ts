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
import type { WebhookAttempted, WebhookEvent, WebhookMessage, WebhookRegistered, WebhookType } from './webhook.events';

export type RegisterWebhook = Command<'RegisterWebhook', WebhookRegistered['data']>;
export type OweWebhookMessage = Command<'OweWebhookMessage', WebhookMessage>;
export type RecordWebhookAttempt = Command<
  'RecordWebhookAttempt',
  Omit<WebhookAttempted['data'], 'outcome' | 'nextAttemptAt'> & { readonly endedAt: Instant }
>;
export type ResendWebhookMessage = Command<'ResendWebhookMessage', { readonly messageId: string }>;
export type CloseWebhook = Command<'CloseWebhook', Record<never, never>>;

export type WebhookCommand =
  | RegisterWebhook
  | OweWebhookMessage
  | RecordWebhookAttempt
  | ResendWebhookMessage
  | CloseWebhook;

/** - `WEBHOOK_MESSAGE_WAITING`: it is still being tried. */
export type WebhookRejection = Rejection<
  'WEBHOOK_UNKNOWN' | 'WEBHOOK_CLOSED' | 'WEBHOOK_MESSAGE_UNKNOWN' | 'WEBHOOK_MESSAGE_WAITING'
>;

interface Sending extends WebhookMessage {
  readonly attempts: number;
  /** Since it was owed, or was last asked for again. */
  readonly tries: number;
  readonly waiting: boolean;
}

export type WebhookState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'open' | 'closed';
      readonly url: string;
      readonly types: readonly WebhookType[];
      readonly messages: ReadonlyMap<string, Sending>;
    };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses after failed attempts: some three days in all (ux.md 3.1; the schedule of Standard Webhooks). */
export const pauses: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

const GONE = 410;
const isTaken = (status: number | undefined): boolean => status !== undefined && status >= 200 && status < 300;

const attempted = (
  sending: Sending,
  { endedAt, ...attempt }: RecordWebhookAttempt['data'],
): Decision<WebhookEvent, never> => {
  if (isTaken(attempt.status)) return accept({ type: 'WebhookAttempted', data: { ...attempt, outcome: 'DELIVERED' } });
  const givenUp: WebhookEvent = { type: 'WebhookAttempted', data: { ...attempt, outcome: 'GIVEN_UP' } };
  if (attempt.status === GONE)
    return accept<WebhookEvent>(givenUp, { type: 'WebhookClosed', data: { reason: 'GONE' } });
  const pause = pauses[sending.tries];
  if (pause === undefined) return accept(givenUp);
  const nextAttemptAt = new Date(Date.parse(endedAt) + pause).toISOString();
  return accept({ type: 'WebhookAttempted', data: { ...attempt, outcome: 'FAILED', nextAttemptAt } });
};

const decide = (state: WebhookState, command: WebhookCommand): Decision<WebhookEvent, WebhookRejection> => {
  if (command.type === 'RegisterWebhook') {
    return state.status === 'unknown' ? accept({ type: 'WebhookRegistered', data: command.data }) : nothing;
  }
  if (state.status === 'unknown') return reject({ code: 'WEBHOOK_UNKNOWN' });
  switch (command.type) {
    case 'OweWebhookMessage': {
      const { type, messageId } = command.data;
      if (state.status === 'closed') return type === 'test' ? reject({ code: 'WEBHOOK_CLOSED' }) : nothing;
      const isWanted = type === 'test' || state.types.includes(type);
      if (!isWanted || state.messages.has(messageId)) return nothing;
      return accept({ type: 'WebhookMessageOwed', data: command.data });
    }
    case 'RecordWebhookAttempt': {
      const sending = state.messages.get(command.data.messageId);
      const isNext = sending?.waiting && sending.attempts + 1 === command.data.attempt;
      return sending && isNext ? attempted(sending, command.data) : nothing;
    }
    case 'ResendWebhookMessage': {
      const sending = state.messages.get(command.data.messageId);
      if (!sending) return reject({ code: 'WEBHOOK_MESSAGE_UNKNOWN' });
      if (state.status === 'closed') return reject({ code: 'WEBHOOK_CLOSED' });
      if (sending.waiting) return reject({ code: 'WEBHOOK_MESSAGE_WAITING' });
      const { messageId, attempts } = sending;
      return accept({ type: 'WebhookResendAsked', data: { messageId, attempt: attempts + 1 } });
    }
    case 'CloseWebhook':
      return state.status === 'closed' ? nothing : accept({ type: 'WebhookClosed', data: { reason: 'ASKED' } });
  }
};

const evolve = (state: WebhookState, { type, data }: WebhookEvent): WebhookState => {
  if (type === 'WebhookRegistered') return { status: 'open', url: data.url, types: data.types, messages: new Map() };
  if (state.status === 'unknown') return state;
  const having = (messageId: string, change: (sending: Sending) => Sending): WebhookState => {
    const sending = state.messages.get(messageId);
    return sending ? { ...state, messages: new Map(state.messages).set(messageId, change(sending)) } : state;
  };
  switch (type) {
    case 'WebhookMessageOwed': {
      const sending = { ...data, attempts: 0, tries: 0, waiting: true };
      return { ...state, messages: new Map(state.messages).set(data.messageId, sending) };
    }
    case 'WebhookAttempted':
      return having(data.messageId, (sending) => ({
        ...sending,
        attempts: data.attempt,
        tries: sending.tries + 1,
        waiting: data.outcome === 'FAILED',
      }));
    case 'WebhookResendAsked':
      return having(data.messageId, (sending) => ({ ...sending, tries: 0, waiting: true }));
    case 'WebhookClosed':
      return { ...state, status: 'closed' };
  }
};

/** An address of a recipient, and what it was told and is still to be told. */
export const webhook: Decider<WebhookState, WebhookCommand, WebhookEvent, WebhookRejection> = {
  category: 'webhook',
  initial: { status: 'unknown' },
  decide,
  evolve,
};
