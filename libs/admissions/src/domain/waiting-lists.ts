import { classOfWish, type Field, wishCount } from './field';
import { type Quota, quotas } from './quota';
import type { Standing } from './standing';

/** A place in a waiting list. Positions count from 1 per class and quota. */
export interface WaitingPosition {
  readonly class: string;
  readonly quota: Quota;
  readonly position: number;
}

/**
 * The waiting lists after the last round, by competitor: everybody who holds no place has a position for each class
 * wished below the limit, in the order of each quota they compete in (selection.md 6).
 */
export const waitingLists = (field: Field, standing: Standing): readonly (readonly WaitingPosition[])[] => {
  const waiting: WaitingPosition[][] = field.competitors.map(() => []);
  for (const quota of quotas) {
    const order = quota === 'GENERAL' ? field.generalOrder : field.physicianOrder;
    const length = new Int32Array(field.classes.length);
    for (const a of order) {
      if (standing.heldWish[a] !== 0) continue;
      const last = Math.min(standing.limit[a]! - 1, wishCount(field, a));
      for (let wishNo = 1; wishNo <= last; wishNo++) {
        const c = classOfWish(field, a, wishNo);
        waiting[a]!.push({ class: field.classes[c]!, quota, position: ++length[c]! });
      }
    }
  }
  return waiting;
};
