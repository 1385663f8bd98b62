import { describe, it } from '@jest/globals';
import { given } from '@kull/kernel/given';
import { application } from './application';
import type { ApplicationCommand } from './application.commands';
import type { ApplicationEvent } from './application.events';

const names = { intake: 'NLP-2026', applicationNo: 'A-1', personId: 'per_1' };
const text = (sealed: string) => ({ person: 'per_1', sealed });
const sent = {
  ...names,
  facts: {
    applicationNo: 'A-1',
    submittedAt: '2026-03-10T11:00:00.000Z',
    municipality: '5035',
    serviceArea: 'HOME_CARE',
    leaderRole: true,
    personnelResponsibility: true,
    budgetResponsibility: true,
    yearsExperience: 7,
    highestEducation: 'BACHELOR',
    ectsCredits: 180,
    physician: false,
    physicianRole: '',
    recommended: false,
    wishes: ['OSLO-1'],
  },
  fingerprint: 'ab'.repeat(32),
  details: text('AQID'),
};
const submitted: ApplicationEvent = { type: 'ApplicationSubmitted', data: { ...sent, submission: 1 } };
const scored = (assessor: string, score: number): ApplicationEvent => ({
  type: 'ApplicationScored',
  data: { ...names, assessor, score },
});
const score = (...assessments: { assessor: string; score: number }[]): ApplicationCommand => ({
  type: 'ScoreApplication',
  data: { assessments },
});
const partiality = { ground: 'SAME_EMPLOYER', explanation: text('BAUG'), fingerprint: 'cd'.repeat(32) } as const;
const disqualify = (assessor = 'a', over: object = {}): ApplicationCommand => ({
  type: 'DisqualifyAssessor',
  data: { assessor, ...partiality, ...over },
});
const disqualified = (assessor = 'a', over: object = {}): ApplicationEvent => ({
  type: 'AssessorDisqualified',
  data: { ...names, assessor, ...partiality, ...over },
});
const lift = (assessor: string, by: string): ApplicationCommand => ({
  type: 'LiftDisqualification',
  data: { assessor, by, reason: text('BwgJ') },
});
const lifted: ApplicationEvent = {
  type: 'DisqualificationLifted',
  data: { ...names, assessor: 'a', reason: text('BwgJ') },
};
const offered: readonly ApplicationEvent[] = [
  { type: 'ApplicantQualified', data: names },
  {
    type: 'OfferMade',
    data: {
      ...names,
      offerId: 'ofr_1',
      round: 1,
      wishNo: 1,
      class: 'OSLO-1',
      quota: 'GENERAL',
      municipality: '5035',
      quotaPlaces: 49,
      maxPerMunicipality: 8,
      replyBy: '2026-05-08T21:59:59.000Z',
    },
  },
];

describe('an assessor who is partial', () => {
  it('is disqualified, before a score and after one, and once', () => {
    given(application)(submitted).when(disqualify()).then(disqualified());
    given(application)(submitted, scored('a', 60)).when(disqualify()).then(disqualified());
    given(application)(submitted, disqualified()).when(disqualify()).thenNothing();
  });

  it('may say something else about it, which counts then', () => {
    const other = { ground: 'OTHER', fingerprint: 'ef'.repeat(32) };
    given(application)(submitted, disqualified()).when(disqualify('a', other)).then(disqualified('a', other));
    given(application)(submitted, disqualified(), disqualified('a', other)).when(disqualify('a', other)).thenNothing();
  });

  it('gives no score, while others do; the score from before may be repeated by a file', () => {
    const refusal = { code: 'ASSESSOR_DISQUALIFIED', applicationNo: 'A-1', assessor: 'a' } as const;
    given(application)(submitted, disqualified())
      .when(score({ assessor: 'b', score: 58 }, { assessor: 'a', score: 60 }))
      .rejectedAs(refusal);
    given(application)(submitted, scored('a', 60), disqualified())
      .when(score({ assessor: 'a', score: 61 }))
      .rejectedAs(refusal);
    given(application)(submitted, scored('a', 60), disqualified())
      .when(score({ assessor: 'a', score: 60 }))
      .thenNothing();
    given(application)(submitted, disqualified())
      .when(score({ assessor: 'b', score: 58 }))
      .then(scored('b', 58));
  });

  it('stays so when the application is sent again, and when it is judged', () => {
    const again: ApplicationEvent = {
      type: 'ApplicationSubmitted',
      data: { ...sent, fingerprint: '01'.repeat(32), submission: 2 },
    };
    for (const later of [again, { type: 'ApplicantQualified', data: names } as const])
      given(application)(submitted, disqualified(), later)
        .when(score({ assessor: 'a', score: 60 }))
        .rejectedAs({ code: 'ASSESSOR_DISQUALIFIED', applicationNo: 'A-1', assessor: 'a' });
  });

  it('is let in again by somebody else alone, and may give a score then', () => {
    given(application)(submitted, disqualified()).when(lift('a', 'mli')).then(lifted);
    given(application)(submitted, disqualified()).when(lift('a', 'a')).rejectedAs({ code: 'OWN_IMPARTIALITY' });
    given(application)(submitted).when(lift('a', 'mli')).rejectedAs({ code: 'NOT_DISQUALIFIED' });
    given(application)(submitted, disqualified(), lifted)
      .when(lift('a', 'mli'))
      .rejectedAs({ code: 'NOT_DISQUALIFIED' });
    given(application)(submitted, disqualified(), lifted)
      .when(score({ assessor: 'a', score: 60 }))
      .then(scored('a', 60));
    given(application)(submitted, disqualified(), lifted).when(disqualify()).then(disqualified());
  });

  it('cannot be one once there has been an offer: what was decided is appealed', () => {
    given(application)(submitted, ...offered)
      .when(disqualify())
      .rejectedAs({ code: 'OFFERS_MADE' });
    given(application)(submitted, disqualified(), ...offered)
      .when(lift('a', 'mli'))
      .rejectedAs({ code: 'OFFERS_MADE' });
  });

  it('is of an application that is there', () =>
    given(application)().when(disqualify()).rejectedAs({ code: 'APPLICATION_UNKNOWN' }));
});
