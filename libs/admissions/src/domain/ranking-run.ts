import { ageOn, type LocalDate } from '@kull/kernel';
import type { ApplicationFacts } from './application-facts';
import type { Assessment } from './assessments';
import { type EligibilityRules, judgeEligibility, type Shortcoming } from './eligibility';
import { closingDay, type IntakeDefinition } from './intake-definition';
import { latestOfEachPerson } from './one-per-person';
import { type Rank, rank, type Unassessed } from './ranking';
import { checkHpr, type HprCheck, type RegisterEntry, type Tier, tierOf } from './verified-physician';

/** An application that was taken in, with all that its judgement needs. */
export interface ApplicationToJudge {
  /** Any text that is this person's alone. */
  readonly person: string;
  readonly birthDate: LocalDate;
  readonly facts: ApplicationFacts;
  readonly hprNumber: string;
  /** What the register has under that number. */
  readonly registered?: RegisterEntry;
  readonly assessments: readonly Assessment[];
}

/** What an application is found to be before any place is given (selection.md 2 and 3). */
export type Verdict =
  | { readonly status: 'SUPERSEDED'; readonly by: string }
  | { readonly status: 'NOT_QUALIFIED' | 'NEEDS_MORE'; readonly codes: readonly Shortcoming[] }
  | { readonly status: 'QUALIFIED'; readonly hpr?: HprCheck; readonly tier?: Tier };

export type ApplicationStatus = Verdict['status'];

/** A verdict and, for the qualified, the rank. */
export interface Judged {
  readonly applicationNo: string;
  readonly verdict: Verdict;
  readonly rank?: Rank;
}

/** How many came out how. */
export interface RankingCounts {
  readonly qualified: number;
  readonly notQualified: number;
  readonly needsMore: number;
  readonly superseded: number;
  readonly verifiedPhysicians: number;
}

export const eligibilityRules = (intake: IntakeDefinition): EligibilityRules => ({
  requirements: intake.requirements,
  targetServiceAreas: new Set(intake.targetServiceAreas),
  day: closingDay(intake),
});

const judge = (application: ApplicationToJudge, latest: ApplicationToJudge, rules: EligibilityRules): Verdict => {
  if (latest !== application) return { status: 'SUPERSEDED', by: latest.facts.applicationNo };
  const { facts, birthDate, hprNumber, registered } = application;
  const eligibility = judgeEligibility(facts, ageOn(birthDate, rules.day), rules);
  if (eligibility.status !== 'QUALIFIED' || !facts.physician) return eligibility;
  const hpr = checkHpr(hprNumber, registered, birthDate, rules.day);
  return hpr === 'VERIFIED'
    ? { status: 'QUALIFIED', hpr, tier: tierOf(facts.physicianRole) }
    : { status: 'QUALIFIED', hpr };
};

/**
 * Judges and ranks every application of an intake, in the order asked (selection.md 2 to 4). Qualified applications
 * with too few assessments stop it: then only they are named, by number.
 */
export const runRanking = (
  intake: IntakeDefinition,
  applications: readonly ApplicationToJudge[],
): { readonly judged: readonly Judged[] } | { readonly tooFew: readonly Unassessed[] } => {
  const latest = latestOfEachPerson(applications);
  const rules = eligibilityRules(intake);
  const verdicts = applications.map((application) => judge(application, latest.get(application.person)!, rules));
  const qualified = applications.flatMap(({ facts, assessments }, index) => {
    const verdict = verdicts[index]!;
    return verdict.status === 'QUALIFIED' ? [{ facts, assessments, tier: verdict.tier }] : [];
  });
  const ranked = rank(qualified, intake);
  if ('tooFew' in ranked) {
    return { tooFew: [...ranked.tooFew].sort((a, b) => (a.applicationNo < b.applicationNo ? -1 : 1)) };
  }
  let next = 0;
  return {
    judged: applications.map(({ facts }, index) => {
      const verdict = verdicts[index]!;
      return verdict.status === 'QUALIFIED'
        ? { applicationNo: facts.applicationNo, verdict, rank: ranked.ranks[next++]! }
        : { applicationNo: facts.applicationNo, verdict };
    }),
  };
};

/** Counts verdicts for the summary of a ranking. */
export const countVerdicts = (verdicts: Iterable<Verdict>): RankingCounts => {
  const counts = { qualified: 0, notQualified: 0, needsMore: 0, superseded: 0, verifiedPhysicians: 0 };
  for (const verdict of verdicts) {
    switch (verdict.status) {
      case 'SUPERSEDED':
        counts.superseded++;
        break;
      case 'NOT_QUALIFIED':
        counts.notQualified++;
        break;
      case 'NEEDS_MORE':
        counts.needsMore++;
        break;
      case 'QUALIFIED':
        counts.qualified++;
        if (verdict.tier !== undefined) counts.verifiedPhysicians++;
        break;
    }
  }
  return counts;
};
