import type { Sealed } from '@kull/event-store/contracts';
import type { Instant } from '@kull/kernel';

/**
 * What the receiver says of a line (domain.md 9.1). `ACCEPTED…`: received. `POSTED`: the points stand in the physician's
 * account; not in domain.md 9.1, an assumption that a receiver may leave out.
 */
export type ReceiptResult = 'ACCEPTED' | 'ACCEPTED_WITH_WARNING' | 'REJECTED' | 'POSTED';

/** The purpose under which a receiver's words are sealed. */
export const receiptMessagePurpose = 'receipt.message';

/** One receipt for one line of one batch. */
export interface Receipt {
  readonly result: ReceiptResult;
  /** The receiver's code: always there for REJECTED and ACCEPTED_WITH_WARNING. */
  readonly code?: string;
  /** When the receiver says that it was so; decides between receipts. */
  readonly receivedAt: Instant;
  /** The receiver's own words, which may hold personal data: sealed under the physician's key. */
  readonly message?: Sealed;
}

/** Where a line stands with the receiver, whatever order its receipts came in. */
export type Standing =
  | { readonly state: 'SENT' }
  | { readonly state: 'RECEIVED' | 'POSTED'; readonly receivedAt: Instant; readonly warning?: string }
  | { readonly state: 'REJECTED'; readonly receivedAt: Instant; readonly code: string };

/** The same receipt come twice: result, code and instant; the receiver's words do not make another of it. */
export const isSameReceipt = (one: Receipt, other: Receipt): boolean =>
  one.result === other.result && one.code === other.code && one.receivedAt === other.receivedAt;

const latest = (receipts: readonly Receipt[]): Receipt | undefined =>
  receipts.reduce<Receipt | undefined>((last, one) => {
    if (last === undefined || one.receivedAt > last.receivedAt) return one;
    return one.receivedAt === last.receivedAt && (one.code ?? '') > (last.code ?? '') ? one : last;
  }, undefined);

/**
 * The latest by `receivedAt` counts. Of a rejection and an acceptance at one instant the rejection counts: a line that
 * is wrongly taken for received is lost, one that is sent again is refused as a duplicate. What was posted stays posted
 * when it is accepted once more.
 */
export const standingOf = (receipts: readonly Receipt[]): Standing => {
  const rejected = latest(receipts.filter(({ result }) => result === 'REJECTED'));
  const after = receipts.filter(
    ({ result, receivedAt }) => result !== 'REJECTED' && (!rejected || receivedAt > rejected.receivedAt),
  );
  const good = latest(after);
  if (!good)
    return rejected
      ? { state: 'REJECTED', receivedAt: rejected.receivedAt, code: rejected.code ?? '' }
      : { state: 'SENT' };
  const posted = latest(after.filter(({ result }) => result === 'POSTED'));
  const warned = latest(after.filter(({ result }) => result === 'ACCEPTED_WITH_WARNING'));
  return {
    state: posted ? 'POSTED' : 'RECEIVED',
    receivedAt: (posted ?? good).receivedAt,
    ...(warned?.code !== undefined && { warning: warned.code }),
  };
};

/** Receipts of one line that cannot all be true: somebody should ask the receiver. */
export const contradict = (receipts: readonly Receipt[]): boolean =>
  receipts.some(({ result }) => result === 'REJECTED') && receipts.some(({ result }) => result !== 'REJECTED');
