import { codesOf } from '../domain/application-decision';
import { scoreText } from '../domain/assessments';
import { isRanked, type OpenedIntake } from '../domain/intake';
import { bordersOf, type PlaceInOrder, placements, type WishSeen } from '../domain/placement';
import { placesAtFirst } from '../domain/places-at-first';
import { type Quota, quotas } from '../domain/quota';
import type { RankingCounts } from '../domain/ranking-run';
import { smallestChange } from '../domain/smallest-change';
import { heldBy } from '../domain/standing';
import type { ApplicationRow, JudgedRow } from '../read-models/applications.query';
import type { DisqualificationRow } from '../read-models/disqualifications.query';
import type { RoundsNow } from '../read-models/rounds.query';

/** A class with a quota, and where a wish for it stood. */
export interface OfferSeen {
  readonly class: string;
  readonly quota: Quota;
  readonly wishNo: number;
}

/** One application in the ranking: where it stands, why, and what the round did about its wishes. */
export interface RankingLine {
  readonly id: string;
  readonly applicationNo: string;
  /** Null of somebody who has been forgotten. */
  readonly name: string | null;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly status: JudgedRow['verdict']['status'];
  /** Shortcomings, or the warning of a qualified one. */
  readonly codes: readonly string[];
  readonly tier: 1 | 2 | null;
  readonly score: string | null;
  readonly lotteryNumber: string | null;
  readonly places: readonly PlaceInOrder[];
  readonly wishes: readonly (Pick<WishSeen, 'class' | 'wishNo'> & Partial<WishSeen>)[];
  readonly offer: OfferSeen | null;
  readonly holds: Omit<OfferSeen, 'wishNo'> | null;
  /** The lowest score that would have led to an offer so far, all else equal. */
  readonly scoreNeeded: { readonly score: string; readonly class: string; readonly quota: Quota } | null;
  readonly oneMorePlace: { readonly class: string; readonly quota: Quota } | null;
  /** Assessors who take no part in it. */
  readonly disqualified: readonly string[];
}

/** The ranking with the round of offers that it last led to; before any, the one that it would lead to. */
export interface RankingView {
  readonly id: string;
  readonly code: string;
  readonly ruleSet: number;
  readonly lotterySeed: string;
  /** Whether everything that has come in is in it. */
  readonly isCurrent: boolean;
  readonly counts: RankingCounts | null;
  readonly round: number;
  readonly isMade: boolean;
  readonly quotas: readonly {
    readonly quota: Quota;
    readonly places: number;
    readonly competitors: number;
    readonly offers: number;
  }[];
  readonly classes: readonly {
    readonly code: string;
    readonly capacity: number;
    readonly used: number;
    /** Per quota that has places: who in its order took the last one; null while some are free. */
    readonly borders: readonly { readonly quota: Quota; readonly position: number | null }[];
  }[];
  readonly lines: readonly RankingLine[];
}

interface Parts {
  readonly id: string;
  readonly opened: OpenedIntake;
  readonly rows: readonly ApplicationRow[];
  readonly judged: readonly JudgedRow[];
  readonly now: RoundsNow;
  readonly names: ReadonlyMap<string, string>;
  readonly disqualified: readonly DisqualificationRow[];
}

const lines = ({ opened, rows, judged, now, names, disqualified }: Parts): readonly RankingLine[] => {
  const { field, competitors, standing, rounds } = now;
  const last = rounds.at(-1)!;
  const seen = placements(field, last);
  const competitor = new Map(competitors.map(({ applicationNo }, a) => [applicationNo, a]));
  const verdicts = new Map(judged.map((one) => [one.applicationNo, one]));
  const municipalities = new Map(opened.municipalities.map(({ code, name }) => [code, name]));
  const allocations = rounds.map(({ allocation }) => allocation);
  return rows.flatMap(({ id, person, facts: { applicationNo, municipality, wishes } }): RankingLine[] => {
    const one = verdicts.get(applicationNo);
    if (!one) return [];
    const a = competitor.get(applicationNo);
    const placement = a === undefined ? undefined : seen[a]!;
    const held = a === undefined ? undefined : heldBy(standing, a);
    const change =
      a === undefined || held || placement?.offer ? {} : smallestChange(field, last.before, allocations, a);
    return [
      {
        id,
        applicationNo,
        name: names.get(person) ?? null,
        municipality: { code: municipality, name: municipalities.get(municipality) ?? municipality },
        status: one.verdict.status,
        codes: codesOf(one.verdict),
        tier: one.verdict.status === 'QUALIFIED' ? (one.verdict.tier ?? null) : null,
        score: one.score === undefined ? null : scoreText(one.score),
        lotteryNumber: one.lotteryNumber ?? null,
        places: placement?.places ?? [],
        wishes: placement?.wishes ?? wishes.map((code, index) => ({ class: code, wishNo: index + 1 })),
        offer: placement?.offer ?? null,
        holds: held ? { class: wishes[held.wishNo - 1]!, quota: held.quota } : null,
        scoreNeeded: change.scoreNeeded
          ? {
              score: scoreText(change.scoreNeeded.score),
              class: change.scoreNeeded.class,
              quota: change.scoreNeeded.quota,
            }
          : null,
        oneMorePlace: change.oneMorePlace
          ? { class: change.oneMorePlace.class, quota: change.oneMorePlace.quota }
          : null,
        disqualified: disqualified.filter(({ application }) => application === id).map(({ assessor }) => assessor),
      },
    ];
  });
};

/** The ranking as a screen shows it (ux.md E2). */
export const rankingView = (parts: Parts): RankingView => {
  const { id, opened, now } = parts;
  const { definition } = opened;
  const last = now.rounds.at(-1)!;
  const { offers } = last.allocation;
  const atFirst = placesAtFirst(definition);
  const borders = bordersOf(now.field, last.allocation);
  const all = lines(parts);
  return {
    id,
    code: definition.intake,
    ruleSet: definition.ruleSet,
    lotterySeed: definition.lotterySeed,
    isCurrent: isRanked(opened),
    counts: opened.ranking?.counts ?? null,
    round: last.round,
    isMade: now.made.length > 0,
    quotas: quotas.map((quota, which) => ({
      quota,
      places: atFirst.reduce((sum, { earmarked, general }) => sum + (which === 0 ? earmarked : general), 0),
      competitors: last.allocation.passes[which]!.order.length,
      offers: offers.filter((offer) => offer.quota === quota).length,
    })),
    classes: definition.classes.map(({ code, capacity }) => ({
      code,
      capacity,
      used: all.filter(({ offer, holds }) => offer?.class === code || (!offer && holds?.class === code)).length,
      borders: borders.filter((border) => border.class === code).map(({ quota, position }) => ({ quota, position })),
    })),
    lines: all,
  };
};
