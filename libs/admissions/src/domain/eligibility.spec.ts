import type { ApplicationFacts } from './application-facts';
import { type EligibilityRules, judgeEligibility } from './eligibility';

const rules: EligibilityRules = {
  requirements: {
    minAge: 25,
    minYearsExperience: 4,
    minYearsExperienceWithMaster: 3,
    minEctsCredits: 180,
    priorLearningFromEctsCredits: 90,
  },
  targetServiceAreas: new Set(['HOME_CARE']),
  day: '2026-03-31',
};

const leader: ApplicationFacts = {
  applicationNo: 'A-1',
  submittedAt: '2026-03-10T11:00:00.000Z',
  municipality: '0301',
  serviceArea: 'HOME_CARE',
  leaderRole: true,
  personnelResponsibility: true,
  budgetResponsibility: true,
  yearsExperience: 4,
  highestEducation: 'BACHELOR',
  ectsCredits: 0,
  physician: false,
  physicianRole: '',
  employerConfirmedOn: '2026-03-31',
  recommended: false,
  wishes: ['OSLO-1'],
};

const judged = (change: Partial<ApplicationFacts>, age = 25) => judgeEligibility({ ...leader, ...change }, age, rules);

describe('eligibility', () => {
  it('qualifies who has just enough of everything', () => {
    expect(judged({})).toEqual({ status: 'QUALIFIED' });
    expect(judged({ highestEducation: 'MASTER', yearsExperience: 3 })).toEqual({ status: 'QUALIFIED' });
    expect(judged({ highestEducation: 'NONE', ectsCredits: 180 })).toEqual({ status: 'QUALIFIED' });
  });
  it.each([
    ['NOT_LEADER_WITH_PERSONNEL_AND_BUDGET', { leaderRole: false }, 25],
    ['NOT_LEADER_WITH_PERSONNEL_AND_BUDGET', { personnelResponsibility: false }, 25],
    ['NOT_LEADER_WITH_PERSONNEL_AND_BUDGET', { budgetResponsibility: false }, 25],
    ['OUTSIDE_TARGET_GROUP', { serviceArea: 'HOSPITAL' }, 25],
    ['INSUFFICIENT_EDUCATION', { highestEducation: 'NONE', ectsCredits: 89 }, 25],
    ['INSUFFICIENT_EXPERIENCE', { yearsExperience: 3 }, 25],
    ['INSUFFICIENT_EXPERIENCE', { yearsExperience: 2, highestEducation: 'MASTER' }, 25],
    ['UNDER_AGE', {}, 24],
  ])('does not qualify: %s for %j at %i', (code, change, age) => {
    expect(judged(change, age)).toEqual({ status: 'NOT_QUALIFIED', codes: [code] });
  });
  it.each([
    ['PRIOR_LEARNING_ASSESSMENT_NEEDED', { highestEducation: 'NONE', ectsCredits: 90 }],
    ['PRIOR_LEARNING_ASSESSMENT_NEEDED', { highestEducation: 'NONE', ectsCredits: 179 }],
    ['MISSING_EMPLOYER_CONFIRMATION', { employerConfirmedOn: undefined }],
    ['MISSING_EMPLOYER_CONFIRMATION', { employerConfirmedOn: '2026-04-01' }],
  ])('asks for more: %s for %j', (code, change) => {
    expect(judged(change)).toEqual({ status: 'NEEDS_MORE', codes: [code] });
  });
  it('finds everything that is wanting, and one thing that cannot be mended decides', () => {
    expect(judged({ highestEducation: 'NONE', ectsCredits: 90, employerConfirmedOn: undefined }, 20)).toEqual({
      status: 'NOT_QUALIFIED',
      codes: ['PRIOR_LEARNING_ASSESSMENT_NEEDED', 'UNDER_AGE', 'MISSING_EMPLOYER_CONFIRMATION'],
    });
  });
});
