import { allocateRound } from './allocation';
import { codesOf } from './application-decision';
import type { HalfPoints } from './assessments';
import { type Competitor, classOfWish, type Field, layOutField } from './field';
import type { IntakeDefinition } from './intake-definition';
import { placesAtFirst } from './places-at-first';
import type { Quota } from './quota';
import type { ScoreParts } from './ranking';
import type { Judged } from './ranking-run';
import { standingAtFirst } from './standing';
import type { Tier } from './verified-physician';

/** A judged application with what its places depend on. */
export interface JudgedToPlace extends Judged {
  readonly municipality: string;
  readonly wishes: readonly string[];
}

/** What a ranking by itself leads to for one application: the verdict, and the offer of a first round. */
export interface RankingOutcome {
  readonly applicationNo: string;
  readonly status: Judged['verdict']['status'];
  readonly codes: readonly string[];
  readonly tier?: Tier;
  readonly score?: HalfPoints;
  readonly offer?: { readonly class: string; readonly quota: Quota; readonly wishNo: number };
}

/** A ranking and the rules that it was made by. */
export interface RankingToCompare {
  readonly rules: Pick<IntakeDefinition, 'classes' | 'maxPerMunicipalityPerClass' | 'lotterySeed' | 'bonus'>;
  readonly judged: readonly JudgedToPlace[];
}

/**
 * The rule by which an outcome changed: the applicant's own verdict, tier, assessments, bonus, wishes or draw; the
 * places of the classes; the municipality cap; or only what others were given.
 */
export type ChangedBy =
  | 'RECEIVED'
  | 'ELIGIBILITY'
  | 'PHYSICIAN_TIER'
  | 'ASSESSMENTS'
  | 'BONUS'
  | 'WISHES'
  | 'LOTTERY'
  | 'PLACES'
  | 'MUNICIPALITY_CAP'
  | 'OTHERS';

/** Somebody whose outcome is another than before; `before` is absent of an application that came in since. */
export interface ChangedOutcome {
  readonly applicationNo: string;
  readonly before?: RankingOutcome;
  readonly after: RankingOutcome;
  readonly by: ChangedBy;
}

const competitorOf = ({ applicationNo, municipality, wishes, rank }: JudgedToPlace): Competitor => ({
  applicationNo,
  municipality,
  wishes,
  score: rank!.score.total,
  lotteryNumber: rank!.lotteryNumber,
  tier: rank!.tier,
});

/** The competitors of a ranking, laid out for the rounds. */
export const fieldOf = ({ rules, judged }: RankingToCompare): Field =>
  layOutField(
    judged.filter(({ rank }) => rank).map(competitorOf),
    rules.classes.map(({ code }) => code),
    rules.maxPerMunicipalityPerClass,
  );

/** What a ranking leads to, by application number. */
export const rankingOutcomes = (ranking: RankingToCompare): ReadonlyMap<string, RankingOutcome> => {
  const field = fieldOf(ranking);
  const { offers } = allocateRound(field, standingAtFirst(field, placesAtFirst(ranking.rules)));
  const offered = new Map(
    offers.map(({ competitor, wishNo, quota }) => [
      field.competitors[competitor]!.applicationNo,
      { class: field.classes[classOfWish(field, competitor, wishNo)]!, quota, wishNo },
    ]),
  );
  return new Map(
    ranking.judged.map((one) => {
      const { applicationNo, verdict, rank } = one;
      const offer = offered.get(applicationNo);
      return [
        applicationNo,
        {
          applicationNo,
          status: verdict.status,
          codes: codesOf(verdict),
          ...(rank?.tier !== undefined && { tier: rank.tier }),
          ...(rank && { score: rank.score.total }),
          ...(offer && { offer }),
        },
      ];
    }),
  );
};

const isSameOutcome = (one: RankingOutcome, other: RankingOutcome): boolean =>
  one.status === other.status &&
  one.codes.join() === other.codes.join() &&
  one.offer?.class === other.offer?.class &&
  one.offer?.quota === other.offer?.quota;

const isSameBonus = (one: ScoreParts, other: ScoreParts): boolean =>
  one.recommendation === other.recommendation &&
  one.sameMunicipalityDifferentService === other.sameMunicipalityDifferentService;

/** Whether a class that the applicant wishes has other places than before. */
const hasOtherPlaces = (wishes: readonly string[], before: RankingToCompare, after: RankingToCompare): boolean =>
  wishes.some((code) => {
    const [one, other] = [before, after].map(({ rules }) => rules.classes.find((found) => found.code === code));
    return one?.capacity !== other?.capacity || one?.earmarkedPhysicianPlaces !== other?.earmarkedPhysicianPlaces;
  });

const changedBy = (
  one: JudgedToPlace,
  other: JudgedToPlace,
  before: RankingToCompare,
  after: RankingToCompare,
): ChangedBy => {
  if (one.verdict.status !== other.verdict.status || codesOf(one.verdict).join() !== codesOf(other.verdict).join())
    return 'ELIGIBILITY';
  if (one.rank?.tier !== other.rank?.tier) return 'PHYSICIAN_TIER';
  if (one.rank && other.rank) {
    if (one.rank.score.assessed !== other.rank.score.assessed) return 'ASSESSMENTS';
    if (!isSameBonus(one.rank.score, other.rank.score)) return 'BONUS';
  }
  if (one.wishes.join('|') !== other.wishes.join('|')) return 'WISHES';
  if (one.rank?.lotteryNumber !== other.rank?.lotteryNumber) return 'LOTTERY';
  if (hasOtherPlaces(other.wishes, before, after)) return 'PLACES';
  return before.rules.maxPerMunicipalityPerClass === after.rules.maxPerMunicipalityPerClass
    ? 'OTHERS'
    : 'MUNICIPALITY_CAP';
};

/** Only those whose outcome changed, by application number, and which rule did it (ux.md E2). */
export const compareRankings = (before: RankingToCompare, after: RankingToCompare): readonly ChangedOutcome[] => {
  const [were, are] = [rankingOutcomes(before), rankingOutcomes(after)];
  const earlier = new Map(before.judged.map((one) => [one.applicationNo, one]));
  return after.judged
    .flatMap((one): ChangedOutcome[] => {
      const { applicationNo } = one;
      const [was, is, old] = [were.get(applicationNo), are.get(applicationNo)!, earlier.get(applicationNo)];
      if (!was || !old) return [{ applicationNo, after: is, by: 'RECEIVED' }];
      if (isSameOutcome(was, is)) return [];
      return [{ applicationNo, before: was, after: is, by: changedBy(old, one, before, after) }];
    })
    .sort((one, other) => (one.applicationNo < other.applicationNo ? -1 : 1));
};
