import type { Instant } from '@kull/kernel';
import type { OfferOutcome } from './answers';
import { classOfWish, type Field, wishCount } from './field';
import { type Quota, quotas } from './quota';
import type { Standing } from './standing';

/** One step up a waiting list. Every step has one cause: what somebody further up did about an offer (peers.md W7). */
export interface WaitingMove {
  readonly round: number;
  readonly from: number;
  readonly to: number;
  readonly cause: OfferOutcome;
  /** Of the answer; null of an offer that lapsed. */
  readonly at: Instant | null;
}

/** Somebody on a waiting list now, and how they came up. */
export interface WaitingLine {
  readonly class: string;
  readonly quota: Quota;
  readonly position: number;
  readonly competitor: number;
  /** The position after the first round. */
  readonly first: number;
  readonly moves: readonly WaitingMove[];
}

/** A closed round: where all stood after it, and what became of its offers. */
export interface ClosedRound {
  readonly round: number;
  readonly after: Standing;
  readonly settled: readonly {
    readonly competitor: number;
    readonly outcome: OfferOutcome;
    readonly answeredAt: Instant | null;
  }[];
}

const waitsFor = (field: Field, { heldWish, limit }: Standing, a: number, c: number): boolean => {
  if (heldWish[a] !== 0) return false;
  const last = Math.min(limit[a]! - 1, wishCount(field, a));
  for (let wishNo = 1; wishNo <= last; wishNo++) if (classOfWish(field, a, wishNo) === c) return true;
  return false;
};

const byTime = (one: { readonly at: Instant | null }, other: { readonly at: Instant | null }): number =>
  (one.at ?? '9') < (other.at ?? '9') ? -1 : (one.at ?? '9') > (other.at ?? '9') ? 1 : 0;

/** The steps that everybody who still waits made in a round, when those before them left the list. */
const listMoves = (
  before: readonly number[],
  staying: ReadonlySet<number>,
  { round, settled }: ClosedRound,
): ReadonlyMap<number, readonly WaitingMove[]> => {
  const answers = new Map(settled.map((one) => [one.competitor, one]));
  const moves = new Map<number, readonly WaitingMove[]>();
  const left: { readonly cause: OfferOutcome; readonly at: Instant | null }[] = [];
  before.forEach((a, index) => {
    if (!staying.has(a)) {
      // Nobody leaves a list but by what became of an offer.
      const { outcome, answeredAt } = answers.get(a)!;
      left.push({ cause: outcome, at: answeredAt });
      return;
    }
    moves.set(
      a,
      [...left].sort(byTime).map((one, step) => ({ round, from: index + 1 - step, to: index - step, ...one })),
    );
  });
  return moves;
};

const listOf = (field: Field, c: number, quota: Quota, rounds: readonly ClosedRound[]): readonly WaitingLine[] => {
  const order = quota === 'GENERAL' ? field.generalOrder : field.physicianOrder;
  let list: readonly number[] = [];
  const first = new Map<number, number>();
  const moves = new Map<number, WaitingMove[]>();
  rounds.forEach((round, index) => {
    const after = [...order].filter((a) => waitsFor(field, round.after, a, c));
    if (index === 0) {
      after.forEach((a, at) => {
        first.set(a, at + 1);
        moves.set(a, []);
      });
    } else for (const [a, steps] of listMoves(list, new Set(after), round)) moves.get(a)!.push(...steps);
    list = after;
  });
  return list.map((competitor, at) => ({
    class: field.classes[c]!,
    quota,
    position: at + 1,
    competitor,
    first: first.get(competitor)!,
    moves: moves.get(competitor)!,
  }));
};

/** The waiting lists after the last closed round, with a line for every move since the first; none before that. */
export const waitingMoves = (field: Field, rounds: readonly ClosedRound[]): readonly WaitingLine[] =>
  field.classes.flatMap((_, c) => quotas.flatMap((quota) => listOf(field, c, quota, rounds)));
