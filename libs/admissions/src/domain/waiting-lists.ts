import { classOfWish, type Field, wishCount } from './field';
import { type Quota, quotas } from './quota';
import type { Standing } from './standing';

/** Where a competitor waits after the last round. Positions count from 1 per class and quota. */
export interface WaitingPlace {
  readonly competitor: number;
  readonly class: string;
  readonly quota: Quota;
  readonly position: number;
}

/**
 * The waiting lists after the last round: everybody who holds no place has a position for each class wished below the
 * limit, in the order of each quota they compete in (selection.md 6).
 */
export const waitingLists = (field: Field, standing: Standing): readonly WaitingPlace[] => {
  const waiting: WaitingPlace[] = [];
  for (const quota of quotas) {
    const order = quota === 'GENERAL' ? field.generalOrder : field.physicianOrder;
    const length = new Int32Array(field.classes.length);
    for (const competitor of order) {
      if (standing.heldWish[competitor] !== 0) continue;
      const last = Math.min(standing.limit[competitor]! - 1, wishCount(field, competitor));
      for (let wishNo = 1; wishNo <= last; wishNo++) {
        const c = classOfWish(field, competitor, wishNo);
        waiting.push({ competitor, class: field.classes[c]!, quota, position: ++length[c]! });
      }
    }
  }
  return waiting;
};
