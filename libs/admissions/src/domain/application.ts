import { accept, type Decider, type Decision, isSame, nothing, reject, type SetRule } from '@kull/kernel';
import { isInTime } from './answers';
import type {
  AnswerOffer,
  ApplicationCommand,
  ApplicationRejection,
  DecideApplication,
  GivePlaceOnAppeal,
  JudgeApplication,
  LapseOffer,
  MakeOffer,
  RefuseLateAnswer,
  ScoreApplication,
  SubmitApplication,
} from './application.commands';
import type { ApplicationEvent, VerdictEvent } from './application.events';
import {
  type Application,
  type DecidedApplication,
  evolveApplication,
  type JudgedApplication,
  type Offer,
  offerOfRound,
  openOffer,
  type Received,
} from './application.state';
import { disqualifiedFor, disqualify, liftDisqualification } from './impartiality';
import { placeFreed, placeTaken, refusalOf } from './places-rules';
import type { Verdict } from './ranking-run';
import { limitAfterAnswer, limitAfterLapse } from './standing';

type Known = Received | JudgedApplication | DecidedApplication;
type ApplicationAnswer = Decision<ApplicationEvent, ApplicationRejection>;

const refuse = (code: Exclude<ApplicationRejection['code'], 'ANSWER_TOO_LATE' | 'ASSESSOR_DISQUALIFIED'>) =>
  reject<ApplicationRejection>({ code });

const hasOffers = (state: Known): boolean => state.status !== 'received' && state.offers.length > 0;

const submit = (state: Application, { data }: SubmitApplication): ApplicationAnswer => {
  if (state.status === 'none') return accept({ type: 'ApplicationSubmitted', data: { ...data, submission: 1 } });
  if (state.submitted.fingerprint === data.fingerprint) return nothing;
  if (state.status === 'decided' || hasOffers(state)) return refuse('OFFERS_MADE');
  const submission = state.submitted.submission + 1;
  return accept({ type: 'ApplicationSubmitted', data: { ...data, submission } });
};

const namesOf = ({ submitted: { intake, applicationNo, personId } }: Known) => ({ intake, applicationNo, personId });

const score = (state: Known, { data }: ScoreApplication): ApplicationAnswer => {
  const given = new Map(state.assessments.map((assessment) => [assessment.assessor, assessment.score]));
  const news = data.assessments.filter(({ assessor, score }) => given.get(assessor) !== score);
  if (news.length === 0) return nothing;
  if (state.status === 'decided' || hasOffers(state)) return refuse('OFFERS_MADE');
  const partial = news.find(({ assessor }) => disqualifiedFor(state, assessor));
  if (partial) {
    const { applicationNo } = state.submitted;
    return reject({ code: 'ASSESSOR_DISQUALIFIED', applicationNo, assessor: partial.assessor });
  }
  return accept(
    ...news.map(({ assessor, score }) => ({
      type: 'ApplicationScored' as const,
      data: { ...namesOf(state), assessor, score },
    })),
  );
};

const verdictEvent = (names: ReturnType<typeof namesOf>, verdict: Verdict): VerdictEvent => {
  switch (verdict.status) {
    case 'SUPERSEDED':
      return { type: 'ApplicationSuperseded', data: { ...names, by: verdict.by } };
    case 'NOT_QUALIFIED':
      return { type: 'ApplicantNotQualified', data: { ...names, codes: verdict.codes } };
    case 'NEEDS_MORE':
      return { type: 'ApplicantNeedsMore', data: { ...names, codes: verdict.codes } };
    case 'QUALIFIED': {
      const { status: _, ...found } = verdict;
      return { type: 'ApplicantQualified', data: { ...names, ...found } };
    }
  }
};

const judge = (state: Known, { data: { fingerprint, verdict, rank } }: JudgeApplication): ApplicationAnswer => {
  if (state.submitted.fingerprint !== fingerprint) return refuse('APPLICATION_CHANGED');
  if (state.status !== 'received' && isSame(state.verdict, verdict) && isSame(state.rank, rank)) return nothing;
  if (state.status === 'decided' || hasOffers(state)) return refuse('OFFERS_MADE');
  const names = namesOf(state);
  const found = verdictEvent(names, verdict);
  if (!rank) return accept(found);
  return accept<ApplicationEvent>(found, {
    type: 'ApplicationRanked',
    data: { ...names, score: rank.score, lotteryNumber: rank.lotteryNumber },
  });
};

const makeOffer = (state: JudgedApplication, { data }: MakeOffer): ApplicationAnswer => {
  const { rank, limit, submitted } = state;
  if (isSame(offerOfRound(state, data.round)?.made, data)) return nothing;
  if (!rank) return refuse('NOT_RANKED');
  if (openOffer(state)) return refuse('OTHER_OFFER_OPEN');
  if (data.wishNo >= limit || submitted.facts.wishes[data.wishNo - 1] !== data.class) return refuse('WISH_NOT_OPEN');
  if (data.quota === 'EARMARKED_PHYSICIAN' && rank.tier === undefined) return refuse('NOT_A_VERIFIED_PHYSICIAN');
  return accept({ type: 'OfferMade', data });
};

const withoutDeadline = ({ made: { replyBy: _, ...offer } }: Offer) => offer;

const settleByAnswer = (
  state: JudgedApplication,
  offer: Offer,
  { answer, keepWaiting, answeredAt }: AnswerOffer['data'],
): ApplicationAnswer => {
  const limit = limitAfterAnswer(offer.made.wishNo, keepWaiting);
  const data = { ...withoutDeadline(offer), keepWaiting, answeredAt, limit };
  if (answer === 'DECLINE') return accept({ type: 'OfferDeclined', data });
  const accepted = {
    type: 'OfferAccepted' as const,
    data: { ...data, verifiedPhysician: state.rank?.tier !== undefined },
  };
  return state.holds
    ? accept<ApplicationEvent>(accepted, { type: 'HeldPlaceGivenUp', data: state.holds })
    : accept(accepted);
};

const answerOffer = (state: JudgedApplication | DecidedApplication, { data }: AnswerOffer): ApplicationAnswer => {
  const offer = offerOfRound(state, data.round);
  if (!offer) return refuse('OFFER_NOT_MADE');
  const { outcome, keepWaiting, made } = offer;
  const outcomeAsked = data.answer === 'ACCEPT' ? 'ACCEPTED' : 'DECLINED';
  if (outcome === outcomeAsked && keepWaiting === data.keepWaiting && offer.answeredAt === data.answeredAt) {
    return nothing;
  }
  if (outcome === 'ACCEPTED' || outcome === 'DECLINED') return refuse('OFFER_ALREADY_ANSWERED');
  if (!isInTime(data, made.replyBy)) return reject({ code: 'ANSWER_TOO_LATE', replyBy: made.replyBy });
  if (outcome === 'LAPSED' || state.status === 'decided') return refuse('OFFER_LAPSED');
  return settleByAnswer(state, offer, data);
};

const refuseLateAnswer = (
  state: JudgedApplication | DecidedApplication,
  { data: { round, ...answer } }: RefuseLateAnswer,
): ApplicationAnswer => {
  const offer = offerOfRound(state, round);
  if (!offer || isInTime(answer, offer.made.replyBy)) return refuse('OFFER_NOT_MADE');
  if (state.status === 'decided' || offer.late.some((late) => isSame(late, answer))) return nothing;
  return accept({
    type: 'LateAnswerRefused',
    data: { ...namesOf(state), offerId: offer.made.offerId, round, ...answer },
  });
};

const lapse = (state: JudgedApplication, { data: { round } }: LapseOffer): ApplicationAnswer => {
  const offer = offerOfRound(state, round);
  if (!offer) return refuse('OFFER_NOT_MADE');
  if (offer.outcome) return nothing;
  return accept({ type: 'OfferLapsed', data: { ...withoutDeadline(offer), limit: limitAfterLapse } });
};

const decideApplication = (
  state: JudgedApplication,
  { data: { waiting, ...data } }: DecideApplication,
): ApplicationAnswer => {
  if (openOffer(state)) return refuse('OFFER_OPEN');
  const decided = { type: 'ApplicationDecided' as const, data };
  if (waiting.length === 0) return accept(decided);
  return accept<ApplicationEvent>(decided, {
    type: 'PlacedOnWaitingList',
    data: { ...namesOf(state), positions: waiting },
  });
};

const givePlaceOnAppeal = (
  state: DecidedApplication,
  { data: { place, isUpheld, by, notBy } }: GivePlaceOnAppeal,
): ApplicationAnswer => {
  if (isSame(state.onAppeal, place)) return nothing;
  if (notBy.includes(by)) return refuse('OWN_DECISION');
  if (!isUpheld) return refuse('NOT_UPHELD');
  if (state.decision.place || state.onAppeal) return refuse('PLACE_HELD');
  if (state.verdict.status === 'SUPERSEDED') return refuse('APPLICATION_CHANGED');
  if (state.submitted.facts.wishes[place.wishNo - 1] !== place.class) return refuse('WISH_NOT_OPEN');
  if (place.quota === 'EARMARKED_PHYSICIAN' && state.rank?.tier === undefined)
    return refuse('NOT_A_VERIFIED_PHYSICIAN');
  return accept({ type: 'PlaceGivenOnAppeal', data: place });
};

const decide = (state: Application, command: ApplicationCommand): ApplicationAnswer => {
  if (command.type === 'SubmitApplication') return submit(state, command);
  if (state.status === 'none') return refuse('APPLICATION_UNKNOWN');
  switch (command.type) {
    case 'ScoreApplication':
      return score(state, command);
    case 'DisqualifyAssessor':
      return disqualify(state, command);
    case 'LiftDisqualification':
      return liftDisqualification(state, command);
    case 'JudgeApplication':
      return judge(state, command);
    case 'MakeOffer':
      return state.status === 'judged' ? makeOffer(state, command) : refuse('NOT_RANKED');
    case 'AnswerOffer':
      return state.status === 'received' ? refuse('OFFER_NOT_MADE') : answerOffer(state, command);
    case 'RefuseLateAnswer':
      return state.status === 'received' ? refuse('OFFER_NOT_MADE') : refuseLateAnswer(state, command);
    case 'LapseOffer':
      if (state.status === 'decided') return nothing;
      return state.status === 'received' ? refuse('OFFER_NOT_MADE') : lapse(state, command);
    case 'DecideApplication':
      if (state.status === 'decided') return nothing;
      return state.status === 'received' ? refuse('NOT_RANKED') : decideApplication(state, command);
    case 'GivePlaceOnAppeal':
      return state.status === 'decided' ? givePlaceOnAppeal(state, command) : refuse('NOT_DECIDED');
  }
};

/** The places that an event takes or frees: capacity, quotas and the municipality cap hold at every instant. */
const setRules = (event: ApplicationEvent): readonly SetRule[] => {
  switch (event.type) {
    case 'OfferMade':
    case 'PlaceGivenOnAppeal':
      return placeTaken(event.data);
    case 'OfferDeclined':
    case 'OfferLapsed':
    case 'HeldPlaceGivenUp':
      return placeFreed(event.data);
    case 'ApplicationSubmitted':
    case 'ApplicationScored':
    case 'AssessorDisqualified':
    case 'DisqualificationLifted':
    case 'ApplicationSuperseded':
    case 'ApplicantNotQualified':
    case 'ApplicantNeedsMore':
    case 'ApplicantQualified':
    case 'ApplicationRanked':
    case 'OfferAccepted':
    case 'LateAnswerRefused':
    case 'PlacedOnWaitingList':
    case 'ApplicationDecided':
      return [];
  }
};

/** One application, from its submission to its decision. */
export const application: Decider<Application, ApplicationCommand, ApplicationEvent, ApplicationRejection> = {
  category: 'application',
  initial: { status: 'none' },
  decide,
  evolve: evolveApplication,
  setRules,
  refusedBy: (rule) => ({ code: refusalOf(rule) }),
};
