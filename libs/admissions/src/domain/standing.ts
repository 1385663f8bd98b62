import { type Field, wishCount } from './field';
import { type Quota, quotas } from './quota';

/** Where one competitor stands between rounds (selection.md 5). */
export interface Position {
  /** Wish number i can be offered only while i is below this. */
  readonly limit: number;
  readonly holds?: { readonly wishNo: number; readonly quota: Quota };
}

/** The places a class has in each quota now: after a release the general ones are more. */
export interface ClassPlaces {
  readonly code: string;
  readonly general: number;
  readonly earmarked: number;
}

/** Where all stand between rounds: nobody has an open offer. Indexes are those of the field. */
export interface Standing {
  readonly limit: Int32Array;
  /** The number of the wish whose place is held, 0 for none. */
  readonly heldWish: Int32Array;
  /** Index into `quotas`; means something only where a place is held. */
  readonly heldQuota: Uint8Array;
  /** Places per quota (index into `quotas`) and class. */
  readonly places: readonly [Int32Array, Int32Array];
}

/** The limit before any offer: above the last wish. */
export const limitAtFirst = (wishes: number): number => wishes + 1;

/**
 * The limit after an answer to the offer of wish `wishNo`: who goes on waiting is offered better wishes only,
 * who does not is offered nothing more (selection.md 5). The same for yes and no.
 */
export const limitAfterAnswer = (wishNo: number, keepWaiting: boolean): number => (keepWaiting ? wishNo : 0);

/** The limit of somebody who did not answer in time. */
export const limitAfterLapse = 0;

export const quotaIndex = (quota: Quota): 0 | 1 => (quota === 'EARMARKED_PHYSICIAN' ? 0 : 1);

/** Gathers where all stand. `positions` in the order of the field's competitors; `places` names every class once. */
export const standingOf = (field: Field, positions: readonly Position[], places: readonly ClassPlaces[]): Standing => {
  const byCode = new Map(places.map((one) => [one.code, one]));
  return {
    limit: Int32Array.from(positions, ({ limit }) => limit),
    heldWish: Int32Array.from(positions, ({ holds }) => holds?.wishNo ?? 0),
    heldQuota: Uint8Array.from(positions, ({ holds }) => (holds ? quotaIndex(holds.quota) : 0)),
    places: [
      Int32Array.from(field.classes, (code) => byCode.get(code)!.earmarked),
      Int32Array.from(field.classes, (code) => byCode.get(code)!.general),
    ],
  };
};

/** Where all stand before round 1. */
export const standingAtFirst = (field: Field, places: readonly ClassPlaces[]): Standing =>
  standingOf(
    field,
    field.competitors.map((_, a) => ({ limit: limitAtFirst(wishCount(field, a)) })),
    places,
  );

/** What competitor `a` holds, if anything. */
export const heldBy = (standing: Standing, a: number): Position['holds'] =>
  standing.heldWish[a] === 0 ? undefined : { wishNo: standing.heldWish[a]!, quota: quotas[standing.heldQuota[a]!]! };
