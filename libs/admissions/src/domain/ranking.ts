import { createHash } from 'node:crypto';
import type { ApplicationFacts } from './application-facts';
import { type Assessment, assessedScore, type HalfPoints, halfPoints, type TooFewAssessments } from './assessments';
import type { IntakeDefinition } from './intake-definition';
import type { Tier } from './verified-physician';

/** A qualified application, ready to be ranked. */
export interface Qualified {
  readonly facts: Pick<ApplicationFacts, 'applicationNo' | 'municipality' | 'serviceArea' | 'recommended'>;
  readonly assessments: readonly Assessment[];
  /** Only verified physicians have a tier. */
  readonly tier?: Tier;
}

/** The score and what it is made of, in half points. */
export interface ScoreParts {
  readonly assessed: HalfPoints;
  readonly counted: readonly Assessment[];
  readonly recommendation: HalfPoints;
  readonly sameMunicipalityDifferentService: HalfPoints;
  readonly total: HalfPoints;
}

/** What an application is ordered by. */
export interface Rank {
  readonly applicationNo: string;
  readonly score: ScoreParts;
  /** Lower-case hex SHA-256; low goes first. */
  readonly lotteryNumber: string;
  readonly tier?: Tier;
}

/** A qualified application that cannot be ranked yet. */
export interface Unassessed extends TooFewAssessments {
  readonly applicationNo: string;
}

export type RankingRules = Pick<IntakeDefinition, 'lotterySeed' | 'bonus' | 'thirdAssessmentWhenDifferenceAbove'>;

/** The number that decides between equal scores: anybody who knows the published seed can work it out. */
export const lotteryNumber = (seed: string, applicationNo: string): string =>
  createHash('sha256').update(`${seed}:${applicationNo}`).digest('hex');

/** Municipalities whose qualified applicants come from more than one service area (selection.md 4). */
export const municipalitiesWithSeveralServices = (
  qualified: readonly Pick<Qualified, 'facts'>[],
): ReadonlySet<string> => {
  const firstService = new Map<string, string>();
  const several = new Set<string>();
  for (const { facts } of qualified) {
    const first = firstService.get(facts.municipality);
    if (first === undefined) firstService.set(facts.municipality, facts.serviceArea);
    else if (first !== facts.serviceArea) several.add(facts.municipality);
  }
  return several;
};

/**
 * Ranks all qualified applications of an intake, or says which ones have too few assessments: then nobody is ranked
 * (selection.md 4). The answer stands in the order asked; who goes before whom is for `orders`.
 */
export const rank = (
  qualified: readonly Qualified[],
  rules: RankingRules,
): { readonly ranks: readonly Rank[] } | { readonly tooFew: readonly Unassessed[] } => {
  const several = municipalitiesWithSeveralServices(qualified);
  const ranks: Rank[] = [];
  const tooFew: Unassessed[] = [];
  for (const { facts, assessments, tier } of qualified) {
    const assessed = assessedScore(assessments, rules.thirdAssessmentWhenDifferenceAbove);
    if ('needs' in assessed) {
      tooFew.push({ applicationNo: facts.applicationNo, ...assessed });
      continue;
    }
    const recommendation = facts.recommended ? halfPoints(rules.bonus.recommendation) : 0;
    const sameMunicipalityDifferentService = several.has(facts.municipality)
      ? halfPoints(rules.bonus.sameMunicipalityDifferentService)
      : 0;
    ranks.push({
      applicationNo: facts.applicationNo,
      score: {
        assessed: assessed.score,
        counted: assessed.counted,
        recommendation,
        sameMunicipalityDifferentService,
        total: assessed.score + recommendation + sameMunicipalityDifferentService,
      },
      lotteryNumber: lotteryNumber(rules.lotterySeed, facts.applicationNo),
      ...(tier === undefined ? {} : { tier }),
    });
  }
  return tooFew.length > 0 ? { tooFew } : { ranks };
};
