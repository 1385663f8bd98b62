import type { LocalDate } from '@kull/kernel';
import type { ApplicationFacts } from './application-facts';
import type { Requirements } from './intake-definition';

/** What can be wanting in an application (selection.md 3), in the order of the rules. */
export const shortcomings = [
  'NOT_LEADER_WITH_PERSONNEL_AND_BUDGET',
  'OUTSIDE_TARGET_GROUP',
  'INSUFFICIENT_EDUCATION',
  'PRIOR_LEARNING_ASSESSMENT_NEEDED',
  'INSUFFICIENT_EXPERIENCE',
  'UNDER_AGE',
  'MISSING_EMPLOYER_CONFIRMATION',
] as const;

export type Shortcoming = (typeof shortcomings)[number];

/** Shortcomings that somebody can still mend; any other means not qualified. */
const mendable: ReadonlySet<Shortcoming> = new Set<Shortcoming>([
  'PRIOR_LEARNING_ASSESSMENT_NEEDED',
  'MISSING_EMPLOYER_CONFIRMATION',
]);

export const isMendable = (shortcoming: Shortcoming): boolean => mendable.has(shortcoming);

export type Eligibility =
  | { readonly status: 'QUALIFIED' }
  | { readonly status: 'NOT_QUALIFIED' | 'NEEDS_MORE'; readonly codes: readonly Shortcoming[] };

/** What an intake asks of everyone who applies. */
export interface EligibilityRules {
  readonly requirements: Requirements;
  readonly targetServiceAreas: ReadonlySet<string>;
  /** The local day on which the window closes. */
  readonly day: LocalDate;
}

export const yearsAskedFor = (facts: Pick<ApplicationFacts, 'highestEducation'>, requirements: Requirements): number =>
  facts.highestEducation === 'MASTER' ? requirements.minYearsExperienceWithMaster : requirements.minYearsExperience;

/** Everything that is wanting, not only the first. `age`: whole years on the day the window closes. */
export const shortcomingsOf = (
  facts: ApplicationFacts,
  age: number,
  { requirements, targetServiceAreas, day }: EligibilityRules,
): readonly Shortcoming[] => {
  const found: Shortcoming[] = [];
  if (!(facts.leaderRole && facts.personnelResponsibility && facts.budgetResponsibility)) {
    found.push('NOT_LEADER_WITH_PERSONNEL_AND_BUDGET');
  }
  if (!targetServiceAreas.has(facts.serviceArea)) found.push('OUTSIDE_TARGET_GROUP');
  if (facts.highestEducation === 'NONE') {
    if (facts.ectsCredits < requirements.priorLearningFromEctsCredits) found.push('INSUFFICIENT_EDUCATION');
    else if (facts.ectsCredits < requirements.minEctsCredits) found.push('PRIOR_LEARNING_ASSESSMENT_NEEDED');
  }
  if (facts.yearsExperience < yearsAskedFor(facts, requirements)) found.push('INSUFFICIENT_EXPERIENCE');
  if (age < requirements.minAge) found.push('UNDER_AGE');
  if (facts.employerConfirmedOn === undefined || facts.employerConfirmedOn > day) {
    found.push('MISSING_EMPLOYER_CONFIRMATION');
  }
  return found;
};

/** Qualified, not qualified, or something is needed first; always with every code (selection.md 3). */
export const judgeEligibility = (facts: ApplicationFacts, age: number, rules: EligibilityRules): Eligibility => {
  const codes = shortcomingsOf(facts, age, rules);
  if (codes.length === 0) return { status: 'QUALIFIED' };
  return { status: codes.every(isMendable) ? 'NEEDS_MORE' : 'NOT_QUALIFIED', codes };
};
