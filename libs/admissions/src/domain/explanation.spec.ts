import { demonstrationFolder, readIntakeFolder } from '../../test-model/intake-folder';
import type { ApplicationFacts } from './application-facts';
import { type ApplicationToExplain, explainApplication } from './explanation';
import { eligibilityRules } from './ranking-run';

const rules = eligibilityRules(readIntakeFolder(demonstrationFolder()).definition);

const facts: ApplicationFacts = {
  applicationNo: 'A26-000001',
  submittedAt: '2026-03-10T11:00:00.000Z',
  municipality: '5601',
  serviceArea: 'GP_SERVICE',
  leaderRole: true,
  personnelResponsibility: true,
  budgetResponsibility: true,
  yearsExperience: 7,
  highestEducation: 'MASTER',
  ectsCredits: 300,
  physician: true,
  physicianRole: 'GENERAL_PRACTITIONER',
  employerConfirmedOn: '2026-03-14',
  recommended: true,
  wishes: ['TRONDHEIM-1'],
};

const foss: ApplicationToExplain = {
  facts,
  verdict: { status: 'QUALIFIED', hpr: 'VERIFIED', tier: 2 },
  rank: {
    applicationNo: 'A26-000001',
    score: {
      assessed: 118,
      counted: [
        { assessor: 'assessor-a', score: 60 },
        { assessor: 'assessor-b', score: 58 },
      ],
      recommendation: 6,
      sameMunicipalityDifferentService: 0,
      total: 124,
    },
    lotteryNumber: '91c2',
    tier: 2,
  },
  offers: [],
  decision: {
    waiting: [{ class: 'TRONDHEIM-1', quota: 'EARMARKED_PHYSICIAN', position: 1 }],
    smallestChange: {
      scoreNeeded: { score: 125, class: 'TRONDHEIM-1', wishNo: 1, quota: 'EARMARKED_PHYSICIAN', round: 1 },
      oneMorePlace: { class: 'TRONDHEIM-1', wishNo: 1, quota: 'EARMARKED_PHYSICIAN' },
    },
    appealBy: '2026-07-06',
  },
};

const lines = (application: ApplicationToExplain): string[] =>
  explainApplication(application, rules).requirements.map(({ code, status }) => `${status} ${code}`);

describe('Hvorfor?', () => {
  it('tells a physician who waits the whole calculation and what it would have taken', () => {
    const { outcome, requirements } = explainApplication(foss, rules);
    expect(outcome).toBe('WAITING');
    expect(lines(foss)).toEqual([
      'met LEADER_WITH_PERSONNEL_AND_BUDGET',
      'met TARGET_GROUP',
      'met EDUCATION',
      'met EXPERIENCE',
      'met AGE',
      'met EMPLOYER_CONFIRMATION',
      'met VERIFIED_PHYSICIAN',
      'met RANKED',
      'waiting WAITING_LIST',
      'not_met PLACE',
      'waiting APPEAL',
    ]);
    expect(requirements.find(({ code }) => code === 'RANKED')!.evidence).toEqual([
      { record: 'ASSESSMENT', value: 60, who: 'assessor-a' },
      { record: 'ASSESSMENT', value: 58, who: 'assessor-b' },
      { record: 'MEAN', value: '59.0' },
      { record: 'RECOMMENDATION', value: '3.0' },
      { record: 'SCORE', value: '62.0' },
      { record: 'LOTTERY_NUMBER', value: '91c2' },
    ]);
    expect(requirements.find(({ code }) => code === 'PLACE')!.evidence).toContainEqual({
      record: 'SCORE_NEEDED',
      value: '62.5',
    });
  });

  it('says who can mend what is wanting', () => {
    const application: ApplicationToExplain = {
      facts: { ...facts, employerConfirmedOn: undefined },
      verdict: { status: 'NEEDS_MORE', codes: ['MISSING_EMPLOYER_CONFIRMATION'] },
      offers: [],
    };
    expect(explainApplication(application, rules)).toMatchObject({
      outcome: 'NEEDS_MORE',
      requirements: expect.arrayContaining([
        expect.objectContaining({
          code: 'MISSING_EMPLOYER_CONFIRMATION',
          status: 'waiting',
          actor: 'employer',
          action: 'CONFIRM_BY_EMPLOYER',
        }),
      ]),
    });
  });

  it('warns a physician whom the register does not confirm', () => {
    const application: ApplicationToExplain = {
      facts,
      verdict: { status: 'QUALIFIED', hpr: 'HPR_BIRTH_DATE_MISMATCH' },
      offers: [],
    };
    expect(explainApplication(application, rules).warnings).toEqual(['HPR_UNVERIFIED']);
    expect(lines(application)).toContain('not_met HPR_UNVERIFIED');
  });

  it('points a superseded application to the later one', () => {
    expect(lines({ facts, verdict: { status: 'SUPERSEDED', by: 'A26-000002' }, offers: [] })).toEqual([
      'not_met SUPERSEDED',
    ]);
  });

  it('says that a late answer was late', () => {
    const application: ApplicationToExplain = {
      ...foss,
      decision: undefined,
      offers: [
        {
          round: 1,
          class: 'TRONDHEIM-1',
          wishNo: 1,
          quota: 'GENERAL',
          outcome: 'LAPSED',
          replyBy: '2026-05-08T21:59:59.000Z',
          late: [{ answer: 'ACCEPT', keepWaiting: false, answeredAt: '2026-05-08T22:01:00.000Z' }],
        },
      ],
    };
    expect(explainApplication(application, rules).requirements.at(-1)).toMatchObject({
      code: 'OFFER_LAPSED',
      evidence: expect.arrayContaining([{ record: 'LATE_ANSWER', value: 'ACCEPT', at: '2026-05-08T22:01:00.000Z' }]),
    });
  });
});
