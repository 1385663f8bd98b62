import { type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';

/** One class of an intake and the places it has (selection.md 5). */
export interface IntakeClass {
  readonly code: string;
  readonly site: string;
  readonly capacity: number;
  /** Of the capacity; the rest are general places. */
  readonly earmarkedPhysicianPlaces: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** When a round's offers go out, and until when (that instant included) they can be answered. */
export interface IntakeRound {
  readonly round: number;
  readonly offersAt: Instant;
  readonly replyBy: Instant;
}

/** Who is qualified (selection.md 3). Years and credits may have one decimal. */
export interface Requirements {
  readonly minAge: number;
  readonly minYearsExperience: number;
  readonly minYearsExperienceWithMaster: number;
  readonly minEctsCredits: number;
  readonly priorLearningFromEctsCredits: number;
}

/** Points added to the assessors' score (selection.md 4); whole or half points. */
export interface Bonus {
  readonly recommendation: number;
  readonly sameMunicipalityDifferentService: number;
}

/** One year's round of admission, as `intake.json` lays it down. Everything that is decided is decided by this data. */
export interface IntakeDefinition {
  readonly intake: string;
  /** The version of selection.md that decides; decisions keep it for ever. */
  readonly ruleSet: number;
  readonly programme: {
    readonly code: string;
    readonly title: string;
    readonly ectsCredits: number;
    readonly level: number;
    readonly mode: string;
  };
  readonly window: { readonly opensAt: Instant; readonly closesAt: Instant };
  readonly commissionedPlaces: number;
  readonly maxPerMunicipalityPerClass: number;
  /** Published before the window closes; decides ties (selection.md 4). */
  readonly lotterySeed: string;
  /** Numbered 1, 2, 3 … in this order. */
  readonly rounds: readonly IntakeRound[];
  /** Absent: earmarked places are never released. */
  readonly releaseEarmarkedBeforeRound?: number;
  readonly classes: readonly IntakeClass[];
  readonly targetServiceAreas: readonly string[];
  readonly requirements: Requirements;
  readonly bonus: Bonus;
  readonly thirdAssessmentWhenDifferenceAbove: number;
}

/** How long a decision can be appealed (domain.md 6, I-18). */
export const appealWeeks = 3;

/** The day that ages, authorisations and confirmations are compared with (selection.md 3). */
export const closingDay = (intake: Pick<IntakeDefinition, 'window'>): LocalDate =>
  localDateInOslo(intake.window.closesAt);

/** The round with that number, or undefined when the intake has none. */
export const roundOf = (intake: Pick<IntakeDefinition, 'rounds'>, round: number): IntakeRound | undefined =>
  intake.rounds.find((candidate) => candidate.round === round);
