import {
  isAt,
  type LockOrder,
  type MarkOrder,
  type Order,
  type RegisterAnswer,
  type ScanOrder,
  type SettlementOrder,
} from './orders';

/** As many as the service takes at once. */
const BATCH = 500;

/** One request to the service, and the orders that it carries. */
export type Shipment =
  | { readonly kind: 'marks'; readonly classId: string; readonly orders: readonly MarkOrder[] }
  | { readonly kind: 'scans'; readonly classId: string; readonly orders: readonly ScanOrder[] }
  | { readonly kind: 'settlement'; readonly classId: string; readonly orders: readonly [SettlementOrder] }
  | { readonly kind: 'lock'; readonly classId: string; readonly orders: readonly [LockOrder] };

export const isToBeSent = ({ progress }: Order): boolean => progress.at === 'waiting' || progress.at === 'tried';

const classesOf = (orders: readonly Order[]): readonly string[] => [...new Set(orders.map(({ classId }) => classId))];

const batchesOf = <T>(orders: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(orders.length / BATCH) }, (_, at) => orders.slice(at * BATCH, (at + 1) * BATCH));

/**
 * What is to be sent now, in order: what was said of students, then what settles disagreements, then locks of sessions
 * that are over and of which nothing else is left to say. `heldAfter`: marks made later than that may still change.
 */
export const shipments = (orders: readonly Order[], now: string, heldAfter = now): readonly Shipment[] => {
  const due = orders.filter(isToBeSent);
  const isReady = ({ progress, observedAt }: Order): boolean => progress.at === 'tried' || observedAt <= heldAfter;
  const marks = due.filter((one): one is MarkOrder => one.kind === 'mark' && isReady(one));
  const scans = due.filter((one): one is ScanOrder => one.kind === 'scan');
  const said = classesOf([...scans, ...marks]).flatMap((classId): Shipment[] => [
    // Scans first: a tap that replaces one comes after it.
    ...batchesOf(scans.filter((one) => one.classId === classId)).map((batch) => ({
      kind: 'scans' as const,
      classId,
      orders: batch,
    })),
    ...batchesOf(marks.filter((one) => one.classId === classId)).map((batch) => ({
      kind: 'marks' as const,
      classId,
      orders: batch,
    })),
  ]);
  const settlements = due.flatMap((one): Shipment[] =>
    one.kind === 'settlement' ? [{ kind: 'settlement', classId: one.classId, orders: [one] }] : [],
  );
  const locks = due.flatMap((one): Shipment[] =>
    one.kind === 'lock' && one.notBefore <= now && !due.some((other) => other.kind !== 'lock' && isAt(one, other))
      ? [{ kind: 'lock', classId: one.classId, orders: [one] }]
      : [],
  );
  return [...said, ...settlements, ...locks];
};

/** What the service said of one order. */
export interface Answered {
  readonly id: string;
  readonly refused?: { readonly code: string; readonly message?: string };
}

/** They are on their way: from now on they may have arrived. */
export const tried = (orders: readonly Order[], sent: readonly Order[]): readonly Order[] => {
  const ids = new Set(sent.map(({ id }) => id));
  return orders.map((one) =>
    ids.has(one.id) && one.progress.at === 'waiting' ? { ...one, progress: { at: 'tried' } } : one,
  );
};

/** The service has answered: they are there, or refused. */
export const answered = (orders: readonly Order[], answers: readonly Answered[]): readonly Order[] => {
  const by = new Map(answers.map((answer) => [answer.id, answer]));
  return orders.map((one) => {
    const answer = by.get(one.id);
    if (!answer) return one;
    return { ...one, progress: answer.refused ? { at: 'refused', ...answer.refused } : { at: 'sent' } };
  });
};

/** The orders that are of use still: what was sent is forgotten once the register is seen to hold it. */
export const withoutKnown = (
  orders: readonly Order[],
  { classId, register }: { readonly classId: string; readonly register: RegisterAnswer },
): readonly Order[] => {
  const place = { classId, session: register.session };
  const known = new Set(register.students.flatMap(({ marks }) => marks.map(({ id }) => id)));
  return orders.filter((one) => {
    if (one.progress.at !== 'sent' || !isAt(place, one)) return true;
    return (one.kind === 'mark' || one.kind === 'scan') && !known.has(one.id);
  });
};
