import type { Evidence, Explanation, Instant, LocalDate, Requirement, RequirementStatus } from '@kull/kernel';
import type { Answer } from './answers';
import { type ApplicationDecision, codesOf, hprUnverified, type OfferMadeToApplicant } from './application-decision';
import type { ApplicationFacts } from './application-facts';
import { type HalfPoints, scoreText } from './assessments';
import { type EligibilityRules, isMendable, type Shortcoming, yearsAskedFor } from './eligibility';
import type { Rank } from './ranking';
import type { Verdict } from './ranking-run';
import type { SmallestChange } from './smallest-change';

/** An offer with what the applicant needs to know about it. */
export interface OfferToExplain extends OfferMadeToApplicant {
  readonly replyBy: Instant;
  readonly answeredAt?: Instant;
  /** Answers that came too late; they changed nothing. */
  readonly late: readonly Answer[];
}

/** All that is known of an application when somebody asks why. */
export interface ApplicationToExplain {
  readonly facts: ApplicationFacts;
  /** Absent until the intake has been ranked. */
  readonly verdict?: Verdict;
  readonly rank?: Rank;
  readonly offers: readonly OfferToExplain[];
  /** Absent until the intake is completed. */
  readonly decision?: Pick<ApplicationDecision, 'place' | 'waiting' | 'smallestChange'> & {
    readonly appealBy: LocalDate;
  };
}

const yesNo = (value: boolean): string => (value ? 'Y' : 'N');

const evidence = (record: string, value: string | number): Evidence => ({ record, value });

/** The requirement that each shortcoming is the failing of, and the values it is judged by. */
const eligibilityLines = (
  facts: ApplicationFacts,
  { requirements, day }: EligibilityRules,
): readonly (readonly [string, readonly Shortcoming[], readonly Evidence[]])[] => [
  [
    'LEADER_WITH_PERSONNEL_AND_BUDGET',
    ['NOT_LEADER_WITH_PERSONNEL_AND_BUDGET'],
    [
      evidence('LEADER_ROLE', yesNo(facts.leaderRole)),
      evidence('PERSONNEL_RESPONSIBILITY', yesNo(facts.personnelResponsibility)),
      evidence('BUDGET_RESPONSIBILITY', yesNo(facts.budgetResponsibility)),
    ],
  ],
  ['TARGET_GROUP', ['OUTSIDE_TARGET_GROUP'], [evidence('SERVICE_AREA', facts.serviceArea)]],
  [
    'EDUCATION',
    ['INSUFFICIENT_EDUCATION', 'PRIOR_LEARNING_ASSESSMENT_NEEDED'],
    [
      evidence('HIGHEST_EDUCATION', facts.highestEducation),
      evidence('ECTS_CREDITS', facts.ectsCredits),
      evidence('MIN_ECTS_CREDITS', requirements.minEctsCredits),
    ],
  ],
  [
    'EXPERIENCE',
    ['INSUFFICIENT_EXPERIENCE'],
    [
      evidence('YEARS_EXPERIENCE', facts.yearsExperience),
      evidence('MIN_YEARS_EXPERIENCE', yearsAskedFor(facts, requirements)),
    ],
  ],
  ['AGE', ['UNDER_AGE'], [{ record: 'MIN_AGE', value: requirements.minAge, at: day }]],
  [
    'EMPLOYER_CONFIRMATION',
    ['MISSING_EMPLOYER_CONFIRMATION'],
    [{ record: 'EMPLOYER_CONFIRMATION', at: facts.employerConfirmedOn ?? day }],
  ],
];

/** One line per requirement of selection.md 3: by its own name when met, else by the code of the shortcoming. */
const explainEligibility = (
  facts: ApplicationFacts,
  found: readonly string[],
  rules: EligibilityRules,
): readonly Requirement[] =>
  eligibilityLines(facts, rules).map(([name, shortcomings, lines]): Requirement => {
    const code = shortcomings.find((shortcoming) => found.includes(shortcoming));
    if (!code) return { code: name, status: 'met', evidence: lines };
    if (!isMendable(code)) return { code, status: 'not_met', evidence: lines };
    return {
      code,
      status: 'waiting',
      evidence: lines,
      actor: code === 'MISSING_EMPLOYER_CONFIRMATION' ? 'employer' : 'admission-committee',
      action: code === 'MISSING_EMPLOYER_CONFIRMATION' ? 'CONFIRM_BY_EMPLOYER' : 'ASSESS_PRIOR_LEARNING',
    };
  });

const explainPhysician = (facts: ApplicationFacts, verdict: Verdict): readonly Requirement[] => {
  if (verdict.status !== 'QUALIFIED' || verdict.hpr === undefined) return [];
  const verified = verdict.hpr === 'VERIFIED';
  return [
    {
      code: verified ? 'VERIFIED_PHYSICIAN' : hprUnverified,
      status: verified ? 'met' : 'not_met',
      evidence: [
        evidence('HPR_REGISTER', verdict.hpr),
        evidence('PHYSICIAN_ROLE', facts.physicianRole),
        ...(verdict.tier === undefined ? [] : [evidence('TIER', verdict.tier)]),
      ],
    },
  ];
};

const points = (record: string, score: HalfPoints): readonly Evidence[] =>
  score === 0 ? [] : [evidence(record, scoreText(score))];

/** The score with its parts and the lottery number. */
export const explainRank = ({ score, lotteryNumber }: Rank): Requirement => ({
  code: 'RANKED',
  status: 'met',
  evidence: [
    ...score.counted.map(({ assessor, score }) => ({ record: 'ASSESSMENT', value: score, who: assessor })),
    evidence(score.counted.length === 3 ? 'MEDIAN' : 'MEAN', scoreText(score.assessed)),
    ...points('RECOMMENDATION', score.recommendation),
    ...points('SAME_MUNICIPALITY_DIFFERENT_SERVICE', score.sameMunicipalityDifferentService),
    evidence('SCORE', scoreText(score.total)),
    evidence('LOTTERY_NUMBER', lotteryNumber),
  ],
});

const explainOffer = (offer: OfferToExplain): Requirement => {
  const statuses: Record<NonNullable<OfferToExplain['outcome']>, RequirementStatus> = {
    ACCEPTED: 'met',
    DECLINED: 'not_met',
    LAPSED: 'not_met',
  };
  return {
    code: offer.outcome ? `OFFER_${offer.outcome}` : 'OFFER_OPEN',
    status: offer.outcome ? statuses[offer.outcome] : 'waiting',
    evidence: [
      evidence('ROUND', offer.round),
      evidence('CLASS', offer.class),
      evidence('QUOTA', offer.quota),
      evidence('WISH', offer.wishNo),
      ...(offer.answeredAt ? [{ record: 'ANSWER', at: offer.answeredAt }] : []),
      ...offer.late.map(({ answer, answeredAt }) => ({ record: 'LATE_ANSWER', value: answer, at: answeredAt })),
    ],
    dueAt: offer.replyBy,
    ...(offer.outcome ? {} : { actor: 'applicant', action: 'ANSWER_OFFER' }),
  };
};

/** What it would have taken: a score, one place more, or either. */
export const explainSmallestChange = ({ scoreNeeded, oneMorePlace }: SmallestChange): Requirement => ({
  code: 'PLACE',
  status: 'not_met',
  evidence: [
    ...(scoreNeeded
      ? [
          evidence('SCORE_NEEDED', scoreText(scoreNeeded.score)),
          evidence('SCORE_NEEDED_IN_CLASS', scoreNeeded.class),
          evidence('SCORE_NEEDED_IN_QUOTA', scoreNeeded.quota),
          evidence('SCORE_NEEDED_IN_ROUND', scoreNeeded.round),
        ]
      : []),
    ...(oneMorePlace
      ? [
          evidence('ONE_MORE_PLACE_IN_CLASS', oneMorePlace.class),
          evidence('ONE_MORE_PLACE_IN_QUOTA', oneMorePlace.quota),
        ]
      : []),
  ],
});

const explainDecision = (decision: NonNullable<ApplicationToExplain['decision']>): readonly Requirement[] => [
  ...(decision.place
    ? [
        {
          code: 'PLACE',
          status: 'met' as const,
          evidence: [evidence('CLASS', decision.place.class), evidence('QUOTA', decision.place.quota)],
        },
      ]
    : []),
  ...decision.waiting.map((place) => ({
    code: 'WAITING_LIST',
    status: 'waiting' as const,
    evidence: [
      evidence('CLASS', place.class),
      evidence('QUOTA', place.quota),
      evidence('WAITING_LIST_POSITION', place.position),
    ],
  })),
  ...(decision.smallestChange ? [explainSmallestChange(decision.smallestChange)] : []),
  {
    code: 'APPEAL',
    status: 'waiting',
    evidence: [],
    actor: 'applicant',
    dueAt: decision.appealBy,
    action: 'FILE_APPEAL',
  },
];

const outcomeOf = ({ verdict, offers, decision }: ApplicationToExplain): string => {
  if (!verdict) return 'RECEIVED';
  if (verdict.status !== 'QUALIFIED') return verdict.status;
  if (decision) return decision.place ? 'PLACE_HELD' : decision.waiting.length > 0 ? 'WAITING' : 'NO_PLACE';
  if (offers.some(({ outcome }) => outcome === undefined)) return 'OFFER_OPEN';
  return offers.some(({ outcome }) => outcome === 'ACCEPTED') ? 'PLACE_HELD' : 'QUALIFIED';
};

/**
 * Why an application stands where it stands: the structure that all explanations share (design.md 7). `rules` are the
 * intake's `eligibilityRules`.
 */
export const explainApplication = (application: ApplicationToExplain, rules: EligibilityRules): Explanation => {
  const { facts, verdict, rank, offers, decision } = application;
  const requirements: Requirement[] = [];
  if (verdict?.status === 'SUPERSEDED') {
    requirements.push({
      code: 'SUPERSEDED',
      status: 'not_met',
      evidence: [evidence('LATER_APPLICATION', verdict.by)],
    });
  } else if (verdict) {
    requirements.push(...explainEligibility(facts, codesOf(verdict), rules), ...explainPhysician(facts, verdict));
  }
  if (rank) requirements.push(explainRank(rank));
  requirements.push(...offers.map(explainOffer));
  if (decision) requirements.push(...explainDecision(decision));
  return {
    outcome: outcomeOf(application),
    requirements,
    warnings: verdict?.status === 'QUALIFIED' ? codesOf(verdict) : [],
  };
};
