import { fold } from '@kull/kernel';
import { batchStanding } from './batch-standing';
import { feed } from './feed';
import type { Batch, BatchLine, FeedEvent } from './feed.events';

const line = (number: string): BatchLine => ({
  number,
  lineNo: 1,
  version: 1,
  action: 'ADD',
  points: 60,
  matchKey: `m${number}`,
  fixedKey: `f${number}`,
});

const released = (batchId: string, seq: number, ...numbers: readonly string[]): FeedEvent[] => {
  const batch: Batch = {
    batchId,
    seq,
    classId: 'cls_1',
    classCode: 'K',
    organiserOrgNumber: '971228865',
    recipientOrgNumber: '960474341',
    createdAt: '2026-06-24T04:00:00.000Z',
    lines: numbers.map(line),
  };
  const data = { batchId, seq, createdAt: batch.createdAt };
  return [{ type: 'ExportBatchPrepared', data: batch }, { type: 'ExportBatchReleased', data } as unknown as FeedEvent];
};

const at = '2026-06-25T10:00:00.000Z';
const accepted = (number: string): FeedEvent =>
  ({
    type: 'ExportRecordAccepted',
    data: { batchId: 'b1', number, lineNo: 1, version: 1, receivedAt: at },
  }) as FeedEvent;
const rejected = (number: string): FeedEvent =>
  ({
    type: 'ExportRecordRejected',
    data: { batchId: 'b1', number, lineNo: 1, version: 1, code: 'E301', receivedAt: at },
  }) as FeedEvent;

const stands = (now: string, ...events: readonly FeedEvent[]) =>
  batchStanding(fold(feed, [...released('b1', 1, 'A', 'B', 'C'), ...events]), 'b1', now);

describe('how a batch stands', () => {
  it('waits for an answer two weeks, and is overdue the day after', () => {
    expect(stands('2026-07-08T20:00:00.000Z')).toMatchObject({
      lines: { SENT: 3, RECEIVED: 0, REJECTED: 0, POSTED: 0 },
      answerBy: '2026-07-08',
      isAnswerOverdue: false,
    });
    expect(stands('2026-07-08T22:30:00.000Z').isAnswerOverdue).toBe(true);
  });

  it('counts each line once, by what counts now, and what somebody has to repair', () => {
    const { lines, awaitRepair, contradictory } = stands(at, accepted('A'), rejected('B'));
    expect(lines).toEqual({ SENT: 1, RECEIVED: 1, REJECTED: 1, POSTED: 0 });
    expect([awaitRepair, contradictory]).toEqual([1, 0]);
  });

  it('expects no answer once every line has one, and shows receipts that contradict each other', () => {
    const all = stands('2026-12-01T10:00:00.000Z', accepted('A'), rejected('B'), accepted('C'), rejected('C'));
    expect(all).toMatchObject({ contradictory: 1, isAnswerOverdue: false });
    expect(all).not.toHaveProperty('answerBy');
  });

  it('has no lines where the feed never released it', () => {
    expect(batchStanding(feed.initial, 'b9', at)).toMatchObject({ lines: { SENT: 0 }, isAnswerOverdue: false });
  });
});
