import { type Decider, nothing } from '@kull/kernel';
import type { Decided, FeedCommand, FeedRejection, NoteOverdue } from './feed.commands';
import type { Batch, FeedEvent, FeedTerms } from './feed.events';
import { baseOf, type Feed, newFeed, type SentLine } from './feed.state';
import { type LineName, lineKey } from './line-map';
import type { Receipt } from './receipts';
import { keepOut, release } from './release';
import { receiptIn, requeue, takeReceipts } from './take-receipts';

/** What has not been delivered in time, once per certificate (I-52). */
const noteOverdue = (feed: Feed, { certificates }: NoteOverdue['data']): Decided => ({
  events: certificates
    .filter(({ number, lineNos }) => {
      if (feed.overdue.get(number)) return false;
      return lineNos.some((lineNo) => baseOf(feed, { number, lineNo }) === undefined);
    })
    .map(({ lineNos: _, ...data }) => ({ type: 'ExportOverdue', data })),
});

const setTerms = ({ terms }: Feed, { commentDays, approval }: FeedTerms): Decided =>
  terms.commentDays === commentDays && terms.approval === approval
    ? nothing
    : { events: [{ type: 'FeedTermsSet', data: { commentDays, approval } }] };

const decide = (feed: Feed, command: FeedCommand): Decided => {
  switch (command.type) {
    case 'ReleaseBatch':
      return release(feed, command.data);
    case 'KeepOut':
      return keepOut(feed, command.data);
    case 'TakeReceipts':
      return takeReceipts(feed, command.data);
    case 'RequeueRecords':
      return requeue(feed, command.data);
    case 'NoteOverdue':
      return noteOverdue(feed, command.data);
    case 'SetFeedTerms':
      return setTerms(feed, command.data);
  }
};

/** Every line of the batch has left; what was kept out of it before no longer is. */
const left = (feed: Feed, { batchId, seq, createdAt, lines }: Batch): Feed => {
  let { sent } = feed;
  for (const line of lines) {
    const before = sent.get(lineKey(line)) ?? [];
    const now: SentLine = { ...line, batchId, seq, sentAt: createdAt, receipts: [], requeued: false };
    sent = sent.with(lineKey(line), [...before, now]);
  }
  return { ...feed, seq, lastBatchId: batchId, sent, batches: new Map(feed.batches).set(batchId, lines.map(lineKey)) };
};

const changed = (feed: Feed, batchId: string, key: string, change: (line: SentLine) => SentLine): Feed => {
  const lines = feed.sent.get(key) ?? [];
  return {
    ...feed,
    sent: feed.sent.with(
      key,
      lines.map((one) => (one.batchId === batchId ? change(one) : one)),
    ),
  };
};

const received = (feed: Feed, batchId: string, key: string, receipt: Receipt): Feed =>
  changed(feed, batchId, key, (line) => ({ ...line, receipts: [...line.receipts, receipt] }));

const evolve = (feed: Feed, event: FeedEvent): Feed => {
  const { type, data } = event;
  switch (type) {
    case 'ExportRecordRejectedLocally': {
      const { version, codes } = data;
      return { ...feed, keptOut: feed.keptOut.with(lineKey(data), { version, codes }) };
    }
    case 'ExportBatchPrepared':
      return { ...feed, open: data };
    case 'ExportBatchValidated':
    case 'ExportBatchApproved':
      return feed;
    case 'ExportBatchReleased': {
      const { open, ...rest } = feed;
      return open?.batchId === data.batchId ? left(rest, open) : feed;
    }
    case 'ExportRecordAccepted':
    case 'ExportRecordRejected':
    case 'ExportRecordPosted':
      return received(feed, data.batchId, lineKey(data as LineName), receiptIn(event));
    case 'ExportBatchRejected': {
      const receipt = receiptIn(event);
      const keys = feed.batches.get(data.batchId) ?? [];
      return keys.reduce((so, key) => received(so, data.batchId, key, receipt), feed);
    }
    case 'ExportRecordRequeued':
      return changed(feed, data.batchId, lineKey(data), (line) => ({ ...line, requeued: true }));
    case 'ExportOverdue':
      return { ...feed, overdue: feed.overdue.with(data.number, true) };
    case 'FeedTermsSet':
      return { ...feed, terms: data };
  }
};

/** What leaves for one recipient: numbered without a hole, and what the recipient says of it. */
export const feed: Decider<Feed, FeedCommand, FeedEvent, FeedRejection> = {
  category: 'feed',
  initial: newFeed,
  decide,
  evolve,
};

/** The feed from one organiser to one recipient. */
export const feedId = (organiserOrgNumber: string, recipientOrgNumber: string): string =>
  `${organiserOrgNumber}-${recipientOrgNumber}`;
