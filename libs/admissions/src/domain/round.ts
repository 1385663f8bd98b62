import {
  accept,
  type Command,
  type Decider,
  type DomainEvent,
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

export type RoundEvent = EarmarkedPlacesReleased | EarmarkedReleaseRefused | RoundOffersMade | RoundClosed;

export type RoundCommand =
  | Command<
      'ReleaseEarmarkedPlaces',
      OfRound & {
        readonly released: readonly (Released & { readonly earmarked: number })[];
        readonly refused: readonly ReleaseRefused[];
      }
    >
  | Command<'MakeRoundOffers', OfRound & { readonly offers: number; readonly previousIsClosed: boolean }>
  | Command<'CloseRound', OfRound>;

/**
 * - `PREVIOUS_ROUND_OPEN`: the round before has not been closed, so nobody knows yet which places are free.
 * - `OFFERS_NOT_MADE`: the round cannot be closed before its offers have been made.
 */
export type RoundRejection = Rejection<'PREVIOUS_ROUND_OPEN' | 'OFFERS_NOT_MADE' | 'NO_FREE_PLACE'>;

/** What has been settled about earmarked places before the round. */
export interface RoundRelease {
  readonly released: readonly Released[];
  readonly refused: readonly ReleaseRefused[];
}

export type Round = RoundRelease &
  ({ readonly status: 'planned' } | { readonly status: 'offered' | 'closed'; readonly offers: number });

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
        const { previousIsClosed, ...data } = command.data;
        if (state.status !== 'planned') return nothing;
        return previousIsClosed ? accept({ type: 'RoundOffersMade', data }) : reject({ code: 'PREVIOUS_ROUND_OPEN' });
      }
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
