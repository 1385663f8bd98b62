import type { Instant } from '@kull/kernel';
import type { Answer, OfferOutcome } from './answers';
import type {
  ApplicationEvent,
  ApplicationSubmitted,
  Decided,
  HeldPlaceGivenUp,
  OfferMade,
  PlaceGivenOnAppeal,
} from './application.events';
import type { Assessment } from './assessments';
import { type Disqualification, disqualifiedAfter } from './impartiality';
import type { Rank } from './ranking';
import type { Verdict } from './ranking-run';
import { limitAtFirst } from './standing';
import type { WaitingPosition } from './waiting-lists';

/** An offer and what became of it. */
export interface Offer {
  readonly made: OfferMade['data'];
  readonly outcome?: OfferOutcome;
  readonly keepWaiting: boolean;
  readonly answeredAt?: Instant;
  readonly late: readonly Answer[];
}

/** What is known of an application from the day it came in. */
export interface Received {
  readonly status: 'received';
  readonly submitted: ApplicationSubmitted['data'];
  /** All that were given, also by those who are disqualified. */
  readonly assessments: readonly Assessment[];
  readonly disqualified: readonly Disqualification[];
}

/** Found to be something; ranked when qualified. */
export interface JudgedApplication extends Omit<Received, 'status'> {
  readonly status: 'judged';
  readonly verdict: Verdict;
  readonly rank?: Rank;
  readonly limit: number;
  readonly holds?: HeldPlaceGivenUp['data'];
  readonly offers: readonly Offer[];
}

export interface DecidedApplication extends Omit<JudgedApplication, 'status'> {
  readonly status: 'decided';
  readonly waiting: readonly WaitingPosition[];
  readonly decision: Decided;
  /** The place that an upheld appeal led to. */
  readonly onAppeal?: PlaceGivenOnAppeal['data'];
}

export type Application = { readonly status: 'none' } | Received | JudgedApplication | DecidedApplication;

export const openOffer = ({ offers }: Pick<JudgedApplication, 'offers'>): Offer | undefined =>
  offers.find(({ outcome }) => outcome === undefined);

export const offerOfRound = ({ offers }: Pick<JudgedApplication, 'offers'>, round: number): Offer | undefined =>
  offers.find(({ made }) => made.round === round);

const judgedAs = (state: Received | JudgedApplication, verdict: Verdict): JudgedApplication => ({
  status: 'judged',
  submitted: state.submitted,
  assessments: state.assessments,
  disqualified: state.disqualified,
  verdict,
  limit: limitAtFirst(state.submitted.facts.wishes.length),
  offers: [],
});

const changed = (state: JudgedApplication, round: number, change: (offer: Offer) => Offer): JudgedApplication => ({
  ...state,
  offers: state.offers.map((offer) => (offer.made.round === round ? change(offer) : offer)),
});

const scored = (assessments: readonly Assessment[], { assessor, score }: Assessment): readonly Assessment[] => [
  ...assessments.filter((other) => other.assessor !== assessor),
  { assessor, score },
];

const evolveJudged = (state: JudgedApplication, event: ApplicationEvent): Application => {
  switch (event.type) {
    case 'ApplicationRanked': {
      const { applicationNo, score, lotteryNumber } = event.data;
      const tier = state.verdict.status === 'QUALIFIED' ? state.verdict.tier : undefined;
      return { ...state, rank: { applicationNo, score, lotteryNumber, ...(tier === undefined ? {} : { tier }) } };
    }
    case 'OfferMade':
      return { ...state, offers: [...state.offers, { made: event.data, keepWaiting: false, late: [] }] };
    case 'OfferAccepted': {
      const { keepWaiting, answeredAt, limit, round } = event.data;
      const { intake, applicationNo, personId, class: code, quota, municipality } = event.data;
      const { quotaPlaces, maxPerMunicipality, wishNo } = event.data;
      const accepted = changed(state, round, (offer) => ({ ...offer, outcome: 'ACCEPTED', keepWaiting, answeredAt }));
      const place = { class: code, quota, municipality, quotaPlaces, maxPerMunicipality, wishNo };
      return { ...accepted, limit, holds: { intake, applicationNo, personId, ...place } };
    }
    case 'OfferDeclined': {
      const { keepWaiting, answeredAt, limit, round } = event.data;
      const declined = changed(state, round, (offer) => ({ ...offer, outcome: 'DECLINED', keepWaiting, answeredAt }));
      return { ...declined, limit };
    }
    case 'OfferLapsed': {
      const lapsed = changed(state, event.data.round, (offer) => ({ ...offer, outcome: 'LAPSED' }));
      return { ...lapsed, limit: event.data.limit };
    }
    case 'LateAnswerRefused': {
      const { answer, keepWaiting, answeredAt, round } = event.data;
      return changed(state, round, (offer) => ({
        ...offer,
        late: [...offer.late, { answer, keepWaiting, answeredAt }],
      }));
    }
    case 'ApplicationDecided':
      return { ...state, status: 'decided', waiting: [], decision: event.data };
    case 'ApplicationSubmitted':
    case 'ApplicationScored':
    case 'AssessorDisqualified':
    case 'DisqualificationLifted':
    case 'ApplicationSuperseded':
    case 'ApplicantNotQualified':
    case 'ApplicantNeedsMore':
    case 'ApplicantQualified':
    case 'HeldPlaceGivenUp':
    case 'PlacedOnWaitingList':
    case 'PlaceGivenOnAppeal':
      return state;
  }
};

/** The verdict that an event is of, if it is one. */
const verdictOf = (event: ApplicationEvent): Verdict | undefined => {
  if (event.type === 'ApplicationSuperseded') return { status: 'SUPERSEDED', by: event.data.by };
  if (event.type === 'ApplicantNotQualified') return { status: 'NOT_QUALIFIED', codes: event.data.codes };
  if (event.type === 'ApplicantNeedsMore') return { status: 'NEEDS_MORE', codes: event.data.codes };
  if (event.type !== 'ApplicantQualified') return undefined;
  const { hpr, tier } = event.data;
  return {
    status: 'QUALIFIED',
    ...(hpr === undefined ? {} : { hpr }),
    ...(tier === undefined ? {} : { tier }),
  };
};

/** What has become of an application, event by event. */
export const evolveApplication = (state: Application, event: ApplicationEvent): Application => {
  if (event.type === 'ApplicationSubmitted') {
    const { assessments, disqualified } = state.status === 'none' ? { assessments: [], disqualified: [] } : state;
    return { status: 'received', submitted: event.data, assessments, disqualified };
  }
  if (state.status === 'none') return state;
  if (event.type === 'ApplicationScored') return { ...state, assessments: scored(state.assessments, event.data) };
  const disqualified = disqualifiedAfter(state.disqualified, event);
  if (disqualified !== state.disqualified) return { ...state, disqualified };
  if (state.status === 'decided') {
    if (event.type === 'PlaceGivenOnAppeal') return { ...state, onAppeal: event.data };
    return event.type === 'PlacedOnWaitingList' ? { ...state, waiting: event.data.positions } : state;
  }
  const verdict = verdictOf(event);
  if (verdict) return judgedAs(state, verdict);
  return state.status === 'judged' ? evolveJudged(state, event) : state;
};
