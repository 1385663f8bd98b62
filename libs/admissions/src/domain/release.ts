import { freeNow } from './allocation';
import { classOfWish, type Field } from './field';
import type { Standing } from './standing';

/** Free earmarked places of a class that become general for good. */
export interface Released {
  readonly class: string;
  readonly places: number;
}

/** Why the free earmarked places of a class stay earmarked. */
export interface ReleaseRefused {
  readonly class: string;
  readonly reason: 'PHYSICIAN_STILL_WAITING';
  /** How many verified physicians still have the class among the wishes below their limit. */
  readonly physicians: number;
}

export interface Release {
  readonly released: readonly Released[];
  readonly refused: readonly ReleaseRefused[];
  readonly standing: Standing;
}

/** Verified physicians per class who still have it among the wishes below their limit. */
const stillWaiting = (field: Field, standing: Standing): Int32Array => {
  const waiting = new Int32Array(field.classes.length);
  for (const a of field.physicianOrder) {
    const last = Math.min(standing.limit[a]! - 1, field.competitors[a]!.wishes.length);
    for (let wishNo = 1; wishNo <= last; wishNo++) waiting[classOfWish(field, a, wishNo)]!++;
  }
  return waiting;
};

/**
 * Moves free earmarked places to the general quota, class by class, unless a verified physician still waits for the
 * class; then the release is refused for that class (selection.md 5). A class without a free earmarked place is not
 * mentioned: there is nothing to release.
 */
export const releaseEarmarked = (field: Field, standing: Standing): Release => {
  const [earmarkedFree] = freeNow(field, standing).places;
  const waiting = stillWaiting(field, standing);
  const earmarked = standing.places[0].slice();
  const general = standing.places[1].slice();
  const released: Released[] = [];
  const refused: ReleaseRefused[] = [];
  field.classes.forEach((code, c) => {
    const places = earmarkedFree[c]!;
    if (places === 0) return;
    if (waiting[c]! > 0) {
      refused.push({ class: code, reason: 'PHYSICIAN_STILL_WAITING', physicians: waiting[c]! });
      return;
    }
    earmarked[c]! -= places;
    general[c]! += places;
    released.push({ class: code, places });
  });
  return { released, refused, standing: { ...standing, places: [earmarked, general] } };
};
