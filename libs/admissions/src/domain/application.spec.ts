import { given } from '@kull/kernel/given';
import { application } from './application';
import type { ApplicationCommand, MakeOffer } from './application.commands';
import type { ApplicationEvent } from './application.events';
import type { Rank } from './ranking';

const names = { intake: 'NLP-2026', applicationNo: 'A-1', personId: 'per_1' };
const sent = {
  ...names,
  facts: {
    applicationNo: 'A-1',
    submittedAt: '2026-03-10T11:00:00.000Z',
    municipality: '5035',
    serviceArea: 'GP_SERVICE',
    leaderRole: true,
    personnelResponsibility: true,
    budgetResponsibility: true,
    yearsExperience: 7,
    highestEducation: 'MASTER',
    ectsCredits: 300,
    physician: true,
    physicianRole: 'LEADER_GROUP_PRACTICE',
    employerConfirmedOn: '2026-03-01',
    recommended: false,
    wishes: ['TRONDHEIM-1', 'OSLO-1'],
  },
  fingerprint: 'ab'.repeat(32),
  details: { person: 'per_1', sealed: 'AQID' },
};
const rank: Rank = {
  applicationNo: 'A-1',
  score: { assessed: 120, counted: [], recommendation: 0, sameMunicipalityDifferentService: 0, total: 120 },
  lotteryNumber: '0a'.repeat(32),
  tier: 1,
};
const general: Rank = { ...rank, tier: undefined };
const deadline = '2026-05-08T21:59:59.000Z';
const tooLate = '2026-05-08T22:00:00.000Z';
const inTime = '2026-05-02T10:00:00.000Z';

const submitted: ApplicationEvent = { type: 'ApplicationSubmitted', data: { ...sent, submission: 1 } };
const qualified: ApplicationEvent = { type: 'ApplicantQualified', data: { ...names, hpr: 'VERIFIED', tier: 1 } };
const ranked: ApplicationEvent = {
  type: 'ApplicationRanked',
  data: { ...names, score: rank.score, lotteryNumber: rank.lotteryNumber },
};

const place = (wishNo: 1 | 2, quota: 'GENERAL' | 'EARMARKED_PHYSICIAN' = 'GENERAL') => ({
  class: wishNo === 1 ? 'TRONDHEIM-1' : 'OSLO-1',
  quota,
  wishNo,
  municipality: '5035',
  quotaPlaces: 49,
  maxPerMunicipality: 8,
});
const offer = (round: number, wishNo: 1 | 2, quota?: 'EARMARKED_PHYSICIAN') => ({
  ...names,
  ...place(wishNo, quota),
  offerId: `ofr_${round}`,
  round,
});
const make = (round: number, wishNo: 1 | 2, quota?: 'EARMARKED_PHYSICIAN'): MakeOffer => ({
  type: 'MakeOffer',
  data: { ...offer(round, wishNo, quota), replyBy: deadline },
});
const made = (round: number, wishNo: 1 | 2): ApplicationEvent => ({
  type: 'OfferMade',
  data: { ...offer(round, wishNo), replyBy: deadline },
});
const answer = (
  round: number,
  said: 'ACCEPT' | 'DECLINE',
  keepWaiting: boolean,
  answeredAt = inTime,
): ApplicationCommand => ({ type: 'AnswerOffer', data: { round, answer: said, keepWaiting, answeredAt } });
const accepted = (round: number, wishNo: 1 | 2, keepWaiting: boolean): ApplicationEvent => ({
  type: 'OfferAccepted',
  data: {
    ...offer(round, wishNo),
    keepWaiting,
    answeredAt: inTime,
    limit: keepWaiting ? wishNo : 0,
    verifiedPhysician: true,
  },
});
const lapsed = (round: number, wishNo: 1 | 2): ApplicationEvent => ({
  type: 'OfferLapsed',
  data: { ...offer(round, wishNo), limit: 0 },
});

describe('an application that comes in', () => {
  it('is submitted', () => given(application)().when({ type: 'SubmitApplication', data: sent }).then(submitted));
  it('changes nothing when it comes again', () =>
    given(application)(submitted).when({ type: 'SubmitApplication', data: sent }).thenNothing());
  it('is a new submission when it says something else', () => {
    const other = { ...sent, fingerprint: 'cd'.repeat(32) };
    given(application)(submitted)
      .when({ type: 'SubmitApplication', data: other })
      .then({ type: 'ApplicationSubmitted', data: { ...other, submission: 2 } });
  });
  it('does not change once there has been an offer', () =>
    given(application)(submitted, qualified, ranked, made(1, 2))
      .when({ type: 'SubmitApplication', data: { ...sent, fingerprint: 'cd'.repeat(32) } })
      .rejectedAs({ code: 'OFFERS_MADE' }));
  it('is unknown before', () =>
    given(application)()
      .when({ type: 'ScoreApplication', data: { assessments: [{ assessor: 'a', score: 60 }] } })
      .rejectedAs({ code: 'APPLICATION_UNKNOWN' }));
});

describe('assessments', () => {
  const scored = (assessor: string, score: number): ApplicationEvent => ({
    type: 'ApplicationScored',
    data: { ...names, assessor, score },
  });
  const assessments = [
    { assessor: 'a', score: 60 },
    { assessor: 'b', score: 58 },
  ];
  it('are kept one by one', () =>
    given(application)(submitted)
      .when({ type: 'ScoreApplication', data: { assessments } })
      .then(scored('a', 60), scored('b', 58)));
  it('are kept when they are new or different', () =>
    given(application)(submitted, scored('a', 60), scored('b', 57))
      .when({ type: 'ScoreApplication', data: { assessments } })
      .then(scored('b', 58)));
});

describe('the judgement', () => {
  const judge = (verdict: Extract<ApplicationCommand, { type: 'JudgeApplication' }>['data']['verdict'], by?: Rank) =>
    ({ type: 'JudgeApplication', data: { fingerprint: sent.fingerprint, verdict, rank: by } }) as const;

  it('qualifies and ranks', () =>
    given(application)(submitted)
      .when(judge({ status: 'QUALIFIED', hpr: 'VERIFIED', tier: 1 }, rank))
      .then(qualified, ranked));
  it('says the same only once', () =>
    given(application)(submitted, qualified, ranked)
      .when(judge({ status: 'QUALIFIED', hpr: 'VERIFIED', tier: 1 }, rank))
      .thenNothing());
  it('may come out differently as long as there are no offers', () =>
    given(application)(submitted, qualified, ranked)
      .when(judge({ status: 'SUPERSEDED', by: 'A-2' }))
      .then({ type: 'ApplicationSuperseded', data: { ...names, by: 'A-2' } }));
  it('names every shortcoming', () => {
    given(application)(submitted)
      .when(judge({ status: 'NOT_QUALIFIED', codes: ['UNDER_AGE'] }))
      .then({ type: 'ApplicantNotQualified', data: { ...names, codes: ['UNDER_AGE'] } });
    given(application)(submitted)
      .when(judge({ status: 'NEEDS_MORE', codes: ['MISSING_EMPLOYER_CONFIRMATION'] }))
      .then({ type: 'ApplicantNeedsMore', data: { ...names, codes: ['MISSING_EMPLOYER_CONFIRMATION'] } });
  });
  it('is refused when it was made of another submission', () =>
    given(application)({ type: 'ApplicationSubmitted', data: { ...sent, fingerprint: 'cd'.repeat(32), submission: 2 } })
      .when(judge({ status: 'QUALIFIED' }, general))
      .rejectedAs({ code: 'APPLICATION_CHANGED' }));
});

describe('an offer', () => {
  it('is made to who is ranked, and once', () => {
    given(application)(submitted, qualified, ranked).when(make(1, 2)).then(made(1, 2));
    given(application)(submitted, qualified, ranked, made(1, 2)).when(make(1, 2)).thenNothing();
  });
  it('is not made to who is not qualified', () =>
    given(application)(submitted, { type: 'ApplicantNotQualified', data: { ...names, codes: ['UNDER_AGE'] } })
      .when(make(1, 2))
      .rejectedAs({ code: 'NOT_RANKED' }));
  it('is not made while another can be answered', () =>
    given(application)(submitted, qualified, ranked, made(1, 2))
      .when(make(2, 1))
      .rejectedAs({ code: 'OTHER_OFFER_OPEN' }));
  it('is not made of a wish at or above the limit', () =>
    given(application)(submitted, qualified, ranked, made(1, 1), accepted(1, 1, true))
      .when(make(2, 2))
      .rejectedAs({ code: 'WISH_NOT_OPEN' }));
  it('is not made of a class that was not wished', () =>
    given(application)(submitted, qualified, ranked)
      .when({ ...make(1, 2), data: { ...make(1, 2).data, class: 'OSLO-3' } })
      .rejectedAs({ code: 'WISH_NOT_OPEN' }));
  it('of an earmarked place is made to verified physicians only', () => {
    const unverified: ApplicationEvent = { type: 'ApplicantQualified', data: { ...names, hpr: 'HPR_UNKNOWN' } };
    given(application)(submitted, unverified, ranked)
      .when(make(1, 2, 'EARMARKED_PHYSICIAN'))
      .rejectedAs({ code: 'NOT_A_VERIFIED_PHYSICIAN' });
  });
  it('takes a place in the quota and under the municipality cap, and an answer frees it', () => {
    expect(application.setRules!(made(1, 2))).toEqual([
      { kind: 'count', key: 'admission-places:NLP-2026:OSLO-1:GENERAL', by: 1, max: 49 },
      { kind: 'count', key: 'admission-municipality:NLP-2026:OSLO-1:5035', by: 1, max: 8 },
    ]);
    expect(application.setRules!(accepted(1, 2, true))).toEqual([]);
    expect(application.setRules!(lapsed(1, 2)).map((rule) => 'by' in rule && rule.by)).toEqual([-1, -1]);
  });
});

describe('an answer', () => {
  const offered = [submitted, qualified, ranked, made(1, 2)];

  it('in time accepts, and who keeps waiting waits for better wishes only', () =>
    given(application)(...offered)
      .when(answer(1, 'ACCEPT', true, inTime))
      .then(accepted(1, 2, true)));
  it('at the last instant is in time', () =>
    given(application)(...offered)
      .when(answer(1, 'DECLINE', false, deadline))
      .then({
        type: 'OfferDeclined',
        data: { ...offer(1, 2), keepWaiting: false, answeredAt: deadline, limit: 0 },
      }));
  it('after the deadline is refused and said to be late, also once the offer has lapsed', () => {
    given(application)(...offered)
      .when(answer(1, 'ACCEPT', true, tooLate))
      .rejectedAs({ code: 'ANSWER_TOO_LATE', replyBy: deadline });
    given(application)(...offered, lapsed(1, 2))
      .when(answer(1, 'ACCEPT', true, tooLate))
      .rejectedAs({ code: 'ANSWER_TOO_LATE', replyBy: deadline });
  });
  it('counts once', () => {
    given(application)(...offered, accepted(1, 2, true))
      .when(answer(1, 'ACCEPT', true, inTime))
      .thenNothing();
    given(application)(...offered, accepted(1, 2, true))
      .when(answer(1, 'DECLINE', true))
      .rejectedAs({ code: 'OFFER_ALREADY_ANSWERED' });
  });
  it('needs an offer', () =>
    given(application)(...offered)
      .when(answer(2, 'ACCEPT', true))
      .rejectedAs({ code: 'OFFER_NOT_MADE' }));
  it('that is brought after the round was closed comes too late to the service', () =>
    given(application)(...offered, lapsed(1, 2))
      .when(answer(1, 'ACCEPT', true))
      .rejectedAs({ code: 'OFFER_LAPSED' }));
  it('that accepts a better place gives the held one up at once', () =>
    given(application)(...offered, accepted(1, 2, true), made(2, 1))
      .when(answer(2, 'ACCEPT', false))
      .then(accepted(2, 1, false), { type: 'HeldPlaceGivenUp', data: { ...names, ...place(2) } }));
  it.each([
    ['declining', { type: 'OfferDeclined', data: { ...offer(2, 1), keepWaiting: true, answeredAt: inTime, limit: 1 } }],
    ['silence', lapsed(2, 1)],
  ] as const)('that is %s leaves the held place as it is', (_, event) =>
    expect(
      given(application)(...offered, accepted(1, 2, true), made(2, 1), event as ApplicationEvent)
        .when({ type: 'LapseOffer', data: { round: 2 } })
        .state(),
    ).toMatchObject({ holds: { class: 'OSLO-1' } }),
  );
});

describe('late answers', () => {
  const late = { answer: 'ACCEPT', keepWaiting: true, answeredAt: tooLate } as const;
  const refused: ApplicationEvent = {
    type: 'LateAnswerRefused',
    data: { ...names, offerId: 'ofr_1', round: 1, ...late },
  };
  const refuse: ApplicationCommand = { type: 'RefuseLateAnswer', data: { round: 1, ...late } };
  it('are kept, each once', () => {
    given(application)(submitted, qualified, ranked, made(1, 2)).when(refuse).then(refused);
    given(application)(submitted, qualified, ranked, made(1, 2), refused).when(refuse).thenNothing();
  });
});

describe('an offer that nobody answers', () => {
  it('lapses once', () => {
    const lapse: ApplicationCommand = { type: 'LapseOffer', data: { round: 1 } };
    given(application)(submitted, qualified, ranked, made(1, 2)).when(lapse).then(lapsed(1, 2));
    given(application)(submitted, qualified, ranked, made(1, 2), lapsed(1, 2)).when(lapse).thenNothing();
    given(application)(submitted, qualified, ranked, made(1, 2), accepted(1, 2, false))
      .when(lapse)
      .thenNothing();
  });
});

describe('the decision', () => {
  const decision = {
    ...names,
    status: 'QUALIFIED' as const,
    codes: [],
    score: 120,
    lotteryNumber: rank.lotteryNumber,
    quotas: ['EARMARKED_PHYSICIAN' as const, 'GENERAL' as const],
    verifiedPhysician: true,
    tier: 1 as const,
    ruleSet: 1,
    availableOn: '2026-06-15',
    appealBy: '2026-07-06',
  };
  const positions = [{ class: 'TRONDHEIM-1', quota: 'GENERAL' as const, position: 3 }];
  const decide: ApplicationCommand = { type: 'DecideApplication', data: { ...decision, waiting: positions } };
  const decided: ApplicationEvent = { type: 'ApplicationDecided', data: decision };
  const waits: ApplicationEvent = { type: 'PlacedOnWaitingList', data: { ...names, positions } };

  it('comes with the places in the waiting lists, once', () => {
    given(application)(submitted, qualified, ranked).when(decide).then(decided, waits);
    given(application)(submitted, qualified, ranked, decided, waits).when(decide).thenNothing();
  });
  it('waits for open offers', () =>
    given(application)(submitted, qualified, ranked, made(1, 2)).when(decide).rejectedAs({ code: 'OFFER_OPEN' }));
});
