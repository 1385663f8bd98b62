import { fold } from '@kull/kernel';
import { given } from '@kull/kernel/given';
import { application } from './application';
import type { GivePlaceOnAppeal } from './application.commands';
import type { ApplicationEvent } from './application.events';
import { explanationOf } from './application-explanation';

const names = { intake: 'NLP-2026', applicationNo: 'A-1', personId: 'per_1' };
const facts = {
  applicationNo: 'A-1',
  submittedAt: '2026-03-01T10:00:00.000Z',
  municipality: '1601',
  serviceArea: 'HOME_CARE',
  leaderRole: true,
  personnelResponsibility: true,
  budgetResponsibility: true,
  yearsExperience: 2,
  highestEducation: 'BACHELOR',
  ectsCredits: 180,
  physician: false,
  physicianRole: '',
  recommended: false,
  wishes: ['OSLO-1', 'OSLO-3'],
};
const score = { assessed: 118, counted: [], recommendation: 0, sameMunicipalityDifferentService: 0, total: 118 };
const decision = {
  ...names,
  status: 'QUALIFIED' as const,
  codes: [],
  quotas: ['GENERAL' as const],
  verifiedPhysician: false,
  ruleSet: 1,
  availableOn: '2026-06-15',
  appealBy: '2026-07-06',
};
const judged: readonly ApplicationEvent[] = [
  {
    type: 'ApplicationSubmitted',
    data: { ...names, submission: 1, facts, fingerprint: 'ab', details: { person: 'per_1', sealed: 'AQID' } },
  },
  { type: 'ApplicantQualified', data: names },
  { type: 'ApplicationRanked', data: { ...names, score, lotteryNumber: '0a3f'.repeat(16) } },
];
const decided: readonly ApplicationEvent[] = [
  ...judged,
  { type: 'ApplicationDecided', data: decision },
  { type: 'PlacedOnWaitingList', data: { ...names, positions: [{ class: 'OSLO-3', quota: 'GENERAL', position: 4 }] } },
];
const place = {
  ...names,
  class: 'OSLO-3',
  quota: 'GENERAL' as const,
  wishNo: 2,
  municipality: '1601',
  quotaPlaces: 49,
  maxPerMunicipality: 5,
  on: '2026-07-20',
};
const give = (changes: Partial<GivePlaceOnAppeal['data']> = {}): GivePlaceOnAppeal => ({
  type: 'GivePlaceOnAppeal',
  data: { place, isUpheld: true, by: 'mli', notBy: ['assessor-a', 'ehe'], ...changes },
});
const held: ApplicationEvent = { type: 'PlaceGivenOnAppeal', data: place };

describe('a place after an appeal', () => {
  it('is given when the appeal was upheld, once; the same again changes nothing', () => {
    given(application)(...decided)
      .when(give())
      .then(held);
    given(application)(...decided, held)
      .when(give())
      .thenNothing();
    given(application)(...decided, held)
      .when(give({ place: { ...place, class: 'OSLO-1', wishNo: 1 } }))
      .rejectedAs({ code: 'PLACE_HELD' });
  });

  it('is given by nobody who scored or decided the application, and not before an appeal is upheld', () => {
    for (const by of ['assessor-a', 'ehe'])
      given(application)(...decided)
        .when(give({ by }))
        .rejectedAs({ code: 'OWN_DECISION' });
    given(application)(...decided)
      .when(give({ isUpheld: false }))
      .rejectedAs({ code: 'NOT_UPHELD' });
    given(application)(...judged)
      .when(give())
      .rejectedAs({ code: 'NOT_DECIDED' });
  });

  it('is one that they wished, and an earmarked one only for verified physicians', () => {
    given(application)(...decided)
      .when(give({ place: { ...place, class: 'OSLO-2', wishNo: 0 } }))
      .rejectedAs({ code: 'WISH_NOT_OPEN' });
    given(application)(...decided)
      .when(give({ place: { ...place, quota: 'EARMARKED_PHYSICIAN' } }))
      .rejectedAs({ code: 'NOT_A_VERIFIED_PHYSICIAN' });
  });

  it('counts as every place does: in its quota and under the municipality cap', () =>
    expect(application.setRules!(held)).toEqual([
      { kind: 'count', key: 'admission-places:NLP-2026:OSLO-3:GENERAL', by: 1, max: 49 },
      { kind: 'count', key: 'admission-municipality:NLP-2026:OSLO-3:1601', by: 1, max: 5 },
    ]));

  it('is what the applicant is told, instead of the waiting list', () => {
    const rules = {
      requirements: {
        minAge: 25,
        minYearsExperience: 1,
        minYearsExperienceWithMaster: 1,
        minEctsCredits: 60,
        priorLearningFromEctsCredits: 30,
      },
      targetServiceAreas: new Set(['HOME_CARE']),
      day: '2026-03-31',
    };
    const state = fold(application, [...decided, held]);
    if (state.status === 'none') throw new Error('no application');
    const { outcome, requirements } = explanationOf(state, rules);
    expect(outcome).toBe('PLACE_HELD');
    expect(requirements.map(({ code }) => code)).not.toContain('WAITING_LIST');
    expect(requirements.filter(({ code }) => code === 'PLACE').map(({ status }) => status)).toEqual(['met']);
  });
});
