import type { ApplicationFacts } from './application-facts';
import type { Assessment } from './assessments';
import type { IntakeDefinition } from './intake-definition';
import { rank, type Unassessed } from './ranking';
import type { JudgedToPlace, RankingToCompare } from './ranking-comparison';
import type { Verdict } from './ranking-run';

/** What is supposed to be otherwise. What is left out stays as it is. */
export interface Supposition {
  readonly classes?: readonly {
    readonly code: string;
    readonly capacity?: number;
    readonly earmarkedPhysicianPlaces?: number;
  }[];
  readonly maxPerMunicipalityPerClass?: number;
  readonly lotterySeed?: string;
  readonly bonus?: Partial<IntakeDefinition['bonus']>;
  readonly thirdAssessmentWhenDifferenceAbove?: number;
  /** One application whose assessments are supposed to be these. */
  readonly application?: { readonly applicationNo: string; readonly assessments: readonly Assessment[] };
}

/** An application with its verdict, which no supposition touches. */
export interface JudgedWithAssessments {
  readonly facts: ApplicationFacts;
  readonly verdict: Verdict;
  readonly assessments: readonly Assessment[];
}

/** The rules with the supposition in them. */
export const supposedRules = (definition: IntakeDefinition, supposed: Supposition): IntakeDefinition => {
  const { maxPerMunicipalityPerClass, lotterySeed, bonus, thirdAssessmentWhenDifferenceAbove } = supposed;
  const changes = new Map((supposed.classes ?? []).map(({ code, ...change }) => [code, change]));
  return {
    ...definition,
    ...(maxPerMunicipalityPerClass !== undefined && { maxPerMunicipalityPerClass }),
    ...(lotterySeed !== undefined && { lotterySeed }),
    ...(thirdAssessmentWhenDifferenceAbove !== undefined && { thirdAssessmentWhenDifferenceAbove }),
    bonus: { ...definition.bonus, ...bonus },
    classes: definition.classes.map((one) => ({ ...one, ...changes.get(one.code) })),
  };
};

/** The ranking as it would be (peers.md W8): the same rules as the real one, and nothing is stored. */
export const supposedRanking = (
  rules: IntakeDefinition,
  applications: readonly JudgedWithAssessments[],
  { application }: Pick<Supposition, 'application'>,
): RankingToCompare | { readonly tooFew: readonly Unassessed[] } => {
  const qualified = applications.flatMap(({ facts, verdict, assessments }) =>
    verdict.status === 'QUALIFIED'
      ? [
          {
            facts,
            tier: verdict.tier,
            assessments: facts.applicationNo === application?.applicationNo ? application.assessments : assessments,
          },
        ]
      : [],
  );
  const ranked = rank(qualified, rules);
  if ('tooFew' in ranked) return ranked;
  const ranks = new Map(ranked.ranks.map((one) => [one.applicationNo, one]));
  return {
    rules,
    judged: applications.map(({ facts: { applicationNo, municipality, wishes }, verdict }): JudgedToPlace => {
      const one = ranks.get(applicationNo);
      return { applicationNo, verdict, municipality, wishes, ...(one && { rank: one }) };
    }),
  };
};
