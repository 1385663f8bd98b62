import { reject } from '@kull/kernel';
import type { Decided, LineReceived, RequeueRecords, TakeReceipts } from './feed.commands';
import type { FeedEvent } from './feed.events';
import { type Feed, type SentLine, sentOf, standing } from './feed.state';
import { type LineName, lineKey } from './line-map';
import { isSameReceipt, type Receipt } from './receipts';

/** The line as it left in that batch. */
export const sentIn = (feed: Feed, batchId: string, name: LineName): SentLine | undefined =>
  sentOf(feed, name).find((line) => line.batchId === batchId);

const eventOf = (batchId: string, received: LineReceived): FeedEvent => {
  const { number, lineNo, version, result, code, receivedAt, message } = received;
  const data = { batchId, number, lineNo, version, receivedAt, ...(message && { message }) };
  switch (result) {
    case 'ACCEPTED':
      return { type: 'ExportRecordAccepted', data };
    case 'ACCEPTED_WITH_WARNING':
      return { type: 'ExportRecordAccepted', data: { ...data, ...(code !== undefined && { code }) } };
    case 'REJECTED':
      return { type: 'ExportRecordRejected', data: { ...data, code: code ?? '' } };
    case 'POSTED':
      return { type: 'ExportRecordPosted', data: { ...data, ...(code !== undefined && { code }) } };
  }
};

/** What an event says, as the receipt that it was. */
export const receiptIn = (event: Extract<FeedEvent, { data: { readonly receivedAt: string } }>): Receipt => {
  const { type, data } = event;
  switch (type) {
    case 'ExportRecordAccepted': {
      const { receivedAt, code, message } = data;
      const result = code === undefined ? 'ACCEPTED' : 'ACCEPTED_WITH_WARNING';
      return { result, receivedAt, ...(code !== undefined && { code }), ...(message && { message }) };
    }
    case 'ExportRecordRejected': {
      const { receivedAt, code, message } = data;
      return { result: 'REJECTED', receivedAt, code, ...(message && { message }) };
    }
    case 'ExportRecordPosted': {
      const { receivedAt, code, message } = data;
      return { result: 'POSTED', receivedAt, ...(code !== undefined && { code }), ...(message && { message }) };
    }
    case 'ExportBatchRejected':
      return { result: 'REJECTED', receivedAt: data.receivedAt, code: data.code };
  }
};

/** Puts on record what was not known. A receipt that is older than the one that counts is kept all the same. */
export const takeReceipts = (feed: Feed, { batchId, receipts, wholeBatch }: TakeReceipts['data']): Decided => {
  const lines = feed.batches.get(batchId);
  if (!lines) return reject({ code: 'BATCH_NOT_OF_FEED' });
  const events: FeedEvent[] = [];
  const known = new Map<string, readonly Receipt[]>();
  if (wholeBatch) {
    const [seq, isKnown] = refusedBefore(feed, batchId, wholeBatch);
    if (!isKnown) events.push({ type: 'ExportBatchRejected', data: { batchId, seq, ...wholeBatch } });
  }
  for (const received of receipts) {
    const { number, lineNo, version } = received;
    const sent = sentIn(feed, batchId, received);
    if (sent?.version !== version) return reject({ code: 'LINE_NOT_IN_BATCH', number, lineNo });
    const before = known.get(lineKey(received)) ?? sent.receipts;
    if (before.some((one) => isSameReceipt(one, received))) continue;
    known.set(lineKey(received), [...before, received]);
    events.push(eventOf(batchId, received));
  }
  return { events };
};

const refusedBefore = (
  feed: Feed,
  batchId: string,
  { code, receivedAt }: NonNullable<TakeReceipts['data']['wholeBatch']>,
): readonly [seq: number, isKnown: boolean] => {
  const keys = feed.batches.get(batchId) ?? [];
  const sent = keys.flatMap((key) => feed.sent.get(key)?.find((line) => line.batchId === batchId) ?? []);
  const isKnown = sent.every(({ receipts }) =>
    receipts.some((one) => isSameReceipt(one, { result: 'REJECTED', code, receivedAt })),
  );
  return [sent[0]?.seq ?? 0, isKnown];
};

/** Rejected lines go again as they are; those that may already are no news. */
export const requeue = (feed: Feed, { batchId, lines }: RequeueRecords['data']): Decided => {
  if (!feed.batches.has(batchId)) return reject({ code: 'BATCH_NOT_OF_FEED' });
  const events = new Map<string, FeedEvent>();
  for (const name of lines) {
    const { number, lineNo } = name;
    const sent = sentIn(feed, batchId, name);
    if (!sent) return reject({ code: 'LINE_NOT_IN_BATCH', number, lineNo });
    if (sentOf(feed, name).at(-1) !== sent || standing(sent).state !== 'REJECTED')
      return reject({ code: 'LINE_NOT_REJECTED', number, lineNo });
    if (sent.requeued) continue;
    const data = { batchId, number, lineNo, version: sent.version };
    events.set(lineKey(name), { type: 'ExportRecordRequeued', data });
  }
  return { events: [...events.values()] };
};
