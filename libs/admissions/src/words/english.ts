import type { DecisionWords } from './decision-words';

const answers: Readonly<Record<string, string>> = { Y: 'yes', N: 'no' };

export const english: DecisionWords = {
  outcomes: {
    RECEIVED: 'The application has been received',
    SUPERSEDED: 'A later application of yours counts instead',
    NOT_QUALIFIED: 'You have no place, because the application does not meet all the requirements',
    NEEDS_MORE: 'You have no place, because something was missing in the application',
    QUALIFIED: 'You are qualified',
    OFFER_OPEN: 'You have an offer that you have not answered',
    PLACE_HELD: 'You have a place',
    WAITING: 'You have no place, but you are on the waiting list',
    NO_PLACE: 'You are qualified, but have no place and are not on the waiting list',
  },
  quotas: { EARMARKED_PHYSICIAN: 'the quota for physicians', GENERAL: 'the general quota' },
  lines: {
    LEADER_WITH_PERSONNEL_AND_BUDGET: () => 'You are a leader with responsibility for personnel and budget',
    NOT_LEADER_WITH_PERSONNEL_AND_BUDGET: ({ value }) =>
      `You must be a leader with responsibility for both personnel and budget. The application says: leader ${answers[value('LEADER_ROLE')]}, personnel ${answers[value('PERSONNEL_RESPONSIBILITY')]}, budget ${answers[value('BUDGET_RESPONSIBILITY')]}`,
    TARGET_GROUP: () => 'The service that you lead is in the target group',
    OUTSIDE_TARGET_GROUP: () => 'The service that you lead is not in the target group of the intake',
    EDUCATION: () => 'You have the education that is required',
    INSUFFICIENT_EDUCATION: ({ value }) =>
      `You have not completed higher education, and ${value('ECTS_CREDITS')} ECTS credits are too few for prior learning to be assessed`,
    PRIOR_LEARNING_ASSESSMENT_NEEDED: ({ value }) =>
      `You have ${value('ECTS_CREDITS')} of ${value('MIN_ECTS_CREDITS')} ECTS credits, and your prior learning had not been assessed`,
    EXPERIENCE: ({ value }) =>
      `You have ${value('YEARS_EXPERIENCE')} years of experience. The requirement is ${value('MIN_YEARS_EXPERIENCE')}`,
    INSUFFICIENT_EXPERIENCE: ({ value }) =>
      `You have ${value('YEARS_EXPERIENCE')} years of experience. The requirement is ${value('MIN_YEARS_EXPERIENCE')}`,
    AGE: ({ value }) => `You are at least ${value('MIN_AGE')} years old`,
    UNDER_AGE: ({ value }) => `You were not ${value('MIN_AGE')} years old when the deadline for applying passed`,
    EMPLOYER_CONFIRMATION: () => 'Your employer has confirmed the application',
    MISSING_EMPLOYER_CONFIRMATION: () => 'Your employer had not confirmed the application when the deadline passed',
    VERIFIED_PHYSICIAN: ({ value }) =>
      `You are verified as a physician, and also competed in the quota for physicians with priority ${value('TIER')}`,
    HPR_UNVERIFIED: () =>
      'You were not verified as a physician in the register of health personnel, and competed in the general quota only',
    SUPERSEDED: ({ value }) => `You applied again. Application ${value('LATER_APPLICATION')} counts`,
    RANKED: ({ value, has, scores }) =>
      [
        `Your score is ${value('SCORE')}: the assessments ${scores.join(' and ')} give ${value(has('MEDIAN') ? 'MEDIAN' : 'MEAN')}`,
        has('RECOMMENDATION') ? `, recommendation ${value('RECOMMENDATION')}` : '',
        has('SAME_MUNICIPALITY_DIFFERENT_SERVICE')
          ? `, several services of the municipality ${value('SAME_MUNICIPALITY_DIFFERENT_SERVICE')}`
          : '',
      ].join(''),
    OFFER_OPEN: ({ value }) => `Round ${value('ROUND')}: an offer of ${value('CLASS')} that is not answered`,
    OFFER_ACCEPTED: ({ value }) => `Round ${value('ROUND')}: an offer of ${value('CLASS')}, you said yes`,
    OFFER_DECLINED: ({ value }) => `Round ${value('ROUND')}: an offer of ${value('CLASS')}, you said no`,
    OFFER_LAPSED: ({ value }) =>
      `Round ${value('ROUND')}: an offer of ${value('CLASS')} lapsed, because no answer came in time`,
    WAITING_LIST: ({ value, quota }) =>
      `You are no. ${value('WAITING_LIST_POSITION')} on the waiting list for ${value('CLASS')} in ${quota('QUOTA')}`,
    PLACE: ({ isMet, value, has, quota }) => {
      if (isMet) return `You have a place in ${value('CLASS')}`;
      const score = has('SCORE_NEEDED')
        ? `a score of ${value('SCORE_NEEDED')} in ${quota('SCORE_NEEDED_IN_QUOTA')} would have led to an offer of ${value('SCORE_NEEDED_IN_CLASS')} in round ${value('SCORE_NEEDED_IN_ROUND')}`
        : undefined;
      const place = has('ONE_MORE_PLACE_IN_CLASS')
        ? `one more place in ${value('ONE_MORE_PLACE_IN_CLASS')} would have been yours`
        : undefined;
      const change = [score, place].filter(Boolean).join(', or ');
      return change
        ? `The least that it would have taken: ${change}`
        : 'Neither a higher score nor one more place would have led to an offer';
    },
  },
};
