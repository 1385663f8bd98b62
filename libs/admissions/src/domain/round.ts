import {
  accept,
  type Command,
  type Decider,
  type DomainEvent,
  type Instant,
  nothing,
  type Rejection,
  reject,
  type SetRule,
} from '@kull/kernel';
import { placesReleased } from './places-rules';
import type { Released, ReleaseRefused } from './release';

interface OfRound {
  readonly intake: string;
  readonly round: number;
}

/** Free earmarked places of a class became general for good. `earmarked`: as many as the class had from the start. */
export type EarmarkedPlacesReleased = DomainEvent<
  'EarmarkedPlacesReleased',
  OfRound & Released & { readonly earmarked: number }
>;

/** Free earmarked places of a class stay earmarked: physicians still wait for it. */
export type EarmarkedReleaseRefused = DomainEvent<'EarmarkedReleaseRefused', OfRound & ReleaseRefused>;

/** All offers of the round were made, in the same transaction as this event. */
export type RoundOffersMade = DomainEvent<'RoundOffersMade', OfRound & { readonly offers: number }>;

/** The round is over; whoever had not answered has been passed by. */
export type RoundClosed = DomainEvent<'RoundClosed', OfRound>;

/** The office approved beforehand that the round sends itself when its time comes. */
export type RoundSendingApproved = DomainEvent<'RoundSendingApproved', OfRound & { readonly sendAt: Instant }>;

/** It was taken back before that. */
export type RoundSendingWithdrawn = DomainEvent<'RoundSendingWithdrawn', OfRound>;

/** The time came and the round could not be sent: somebody has to look. `code`: why, as the command refuses it. */
export type RoundSendingStopped = DomainEvent<'RoundSendingStopped', OfRound & { readonly code: string }>;

export type RoundEvent =
  | EarmarkedPlacesReleased
  | EarmarkedReleaseRefused
  | RoundSendingApproved
  | RoundSendingWithdrawn
  | RoundSendingStopped
  | RoundOffersMade
  | RoundClosed;

export type RoundCommand =
  | Command<
      'ReleaseEarmarkedPlaces',
      OfRound & {
        readonly released: readonly (Released & { readonly earmarked: number })[];
        readonly refused: readonly ReleaseRefused[];
      }
    >
  | Command<'ApproveRoundSending', OfRound & { readonly sendAt: Instant; readonly now: Instant }>
  | Command<'WithdrawRoundSending', OfRound>
  | Command<'StopRoundSending', OfRound & { readonly code: string }>
  | Command<
      'MakeRoundOffers',
      OfRound & {
        readonly offers: number;
        readonly previousIsClosed: boolean;
        /** Nobody sends it now: it sends itself, if that is approved still. */
        readonly isBySelf?: true;
      }
    >
  | Command<'CloseRound', OfRound>;

/**
 * - `PREVIOUS_ROUND_OPEN`: the round before has not been closed, so nobody knows yet which places are free.
 * - `OFFERS_NOT_MADE`: the round cannot be closed before its offers have been made.
 * - `ROUND_SENT`: its offers have been made, so there is nothing to approve or take back.
 * - `SENDING_TIME_PASSED`: what is sent by itself is approved before its time.
 * - `SENDING_NOT_APPROVED`: the round does not send itself, or does not any more.
 */
export type RoundRejection = Rejection<
  | 'PREVIOUS_ROUND_OPEN'
  | 'OFFERS_NOT_MADE'
  | 'NO_FREE_PLACE'
  | 'ROUND_SENT'
  | 'SENDING_TIME_PASSED'
  | 'SENDING_NOT_APPROVED'
>;

/** What has been settled about earmarked places before the round. */
export interface RoundRelease {
  readonly released: readonly Released[];
  readonly refused: readonly ReleaseRefused[];
}

export type Round = RoundRelease &
  (
    | {
        readonly status: 'planned';
        /** Whether it sends itself when its time comes, or could not. */
        readonly sending?: 'approved' | 'stopped';
      }
    | { readonly status: 'offered' | 'closed'; readonly offers: number }
  );

const earmarkedEvents = ({
  intake,
  round,
  released,
  refused,
}: Extract<RoundCommand, { type: 'ReleaseEarmarkedPlaces' }>['data']): readonly RoundEvent[] => [
  ...released.map((places) => ({ type: 'EarmarkedPlacesReleased' as const, data: { intake, round, ...places } })),
  ...refused.map((refusal) => ({ type: 'EarmarkedReleaseRefused' as const, data: { intake, round, ...refusal } })),
];

/** One round of offers: earmarked places are released before it, offers made once, then it is closed. */
export const round: Decider<Round, RoundCommand, RoundEvent, RoundRejection> = {
  category: 'round',
  initial: { status: 'planned', released: [], refused: [] },

  decide: (state, command) => {
    switch (command.type) {
      case 'ReleaseEarmarkedPlaces': {
        const settled = state.status !== 'planned' || state.released.length + state.refused.length > 0;
        return settled ? nothing : accept(...earmarkedEvents(command.data));
      }
      case 'MakeRoundOffers': {
        const { previousIsClosed, isBySelf, ...data } = command.data;
        if (state.status !== 'planned') return nothing;
        if (isBySelf && state.sending !== 'approved') return reject({ code: 'SENDING_NOT_APPROVED' });
        return previousIsClosed ? accept({ type: 'RoundOffersMade', data }) : reject({ code: 'PREVIOUS_ROUND_OPEN' });
      }
      case 'ApproveRoundSending': {
        const { now, ...data } = command.data;
        if (state.status !== 'planned') return reject({ code: 'ROUND_SENT' });
        if (state.sending === 'approved') return nothing;
        return now < data.sendAt
          ? accept({ type: 'RoundSendingApproved', data })
          : reject({ code: 'SENDING_TIME_PASSED' });
      }
      case 'WithdrawRoundSending':
        if (state.status !== 'planned') return reject({ code: 'ROUND_SENT' });
        return state.sending === 'approved' ? accept({ type: 'RoundSendingWithdrawn', data: command.data }) : nothing;
      case 'StopRoundSending':
        return state.status === 'planned' && state.sending === 'approved'
          ? accept({ type: 'RoundSendingStopped', data: command.data })
          : nothing;
      case 'CloseRound':
        if (state.status === 'planned') return reject({ code: 'OFFERS_NOT_MADE' });
        return state.status === 'closed' ? nothing : accept({ type: 'RoundClosed', data: command.data });
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'EarmarkedPlacesReleased': {
        const { class: code, places } = event.data;
        return { ...state, released: [...state.released, { class: code, places }] };
      }
      case 'EarmarkedReleaseRefused': {
        const { class: code, reason, physicians } = event.data;
        return { ...state, refused: [...state.refused, { class: code, reason, physicians }] };
      }
      case 'RoundSendingApproved':
        return state.status === 'planned' ? { ...state, sending: 'approved' } : state;
      case 'RoundSendingStopped':
        return state.status === 'planned' ? { ...state, sending: 'stopped' } : state;
      case 'RoundSendingWithdrawn': {
        const { released, refused } = state;
        return state.status === 'planned' ? { status: 'planned', released, refused } : state;
      }
      case 'RoundOffersMade': {
        const { released, refused } = state;
        return { status: 'offered', released, refused, offers: event.data.offers };
      }
      case 'RoundClosed':
        return state.status === 'offered' ? { ...state, status: 'closed' } : state;
    }
  },

  setRules: (event): readonly SetRule[] =>
    event.type === 'EarmarkedPlacesReleased'
      ? placesReleased(event.data.intake, event.data.class, event.data.places, event.data.earmarked)
      : [],

  refusedBy: () => ({ code: 'NO_FREE_PLACE' }),
};
