import { fold } from '@kull/kernel';
import { given } from '@kull/kernel/given';
import { batchesIn, leaving, worldAfter } from '../../test-model/history';
import { feed } from './feed';
import type { LineReceived, TakeReceipts } from './feed.commands';
import type { FeedEvent } from './feed.events';
import { baseOf } from './feed.state';

const world = worldAfter([{ act: 'award', student: 1 }, { act: 'certify', student: 1 }, { act: 'deliver' }]);
const history = world.events;
const { batchId } = batchesIn(world)[0]!;
const name = { number: 'S1-1', lineNo: 1, version: 1 };
const at = '2026-07-09T07:12:00.000Z';
const rejected: FeedEvent = { type: 'ExportRecordRejected', data: { batchId, ...name, receivedAt: at, code: 'E301' } };
const accepted: FeedEvent = { type: 'ExportRecordAccepted', data: { batchId, ...name, receivedAt: at } };
const take = (receipt: Partial<LineReceived>): TakeReceipts => ({
  type: 'TakeReceipts',
  data: { batchId, receipts: [{ ...name, result: 'ACCEPTED', receivedAt: at, ...receipt }] },
});
const leavesAfter = (...events: readonly FeedEvent[]) =>
  leaving({ ...world, events: [...history, ...events] }).prepared.lines.map(
    ({ action, lineNo, version }) => `${action} ${lineNo} ${version}`,
  );

describe('receipts', () => {
  it('are put on record once', () => {
    given(feed)(...history)
      .when(take({}))
      .then(accepted);
    given(feed)(...history, accepted)
      .when(take({}))
      .thenNothing();
    const twice = take({}).data.receipts[0]!;
    given(feed)(...history)
      .when({ type: 'TakeReceipts', data: { batchId, receipts: [twice, twice] } })
      .then(accepted);
  });

  it('that disagree are both kept', () =>
    given(feed)(...history, accepted)
      .when(take({ result: 'REJECTED', code: 'E301' }))
      .then(rejected));

  it('are for lines that the batch has', () => {
    given(feed)(...history)
      .when(take({ version: 2 }))
      .rejectedAs({ code: 'LINE_NOT_IN_BATCH', number: 'S1-1', lineNo: 1 });
    given(feed)().when(take({})).rejectedAs({ code: 'BATCH_NOT_OF_FEED' });
  });
});

describe('a rejected line', () => {
  const requeued: FeedEvent = { type: 'ExportRecordRequeued', data: { batchId, ...name } };
  const requeue = { type: 'RequeueRecords', data: { batchId, lines: [{ number: 'S1-1', lineNo: 1 }] } } as const;

  it('counts as not delivered, and waits until it is mended', () => {
    expect(baseOf(fold(feed, [...history, rejected]), name)).toBeUndefined();
    expect(leavesAfter(rejected)).toEqual([]);
    expect(leavesAfter(rejected, requeued)).toEqual(['ADD 1 1']);
  });

  it('goes again by itself once there is a newer version', () => {
    const corrected = worldAfter([
      { act: 'award', student: 1 },
      { act: 'certify', student: 1 },
      { act: 'deliver' },
      { act: 'receipt', batch: 0, line: 0, result: 'REJECTED', at: 1 },
      { act: 'correct', student: 1 },
    ]);
    const { lines } = leaving(corrected).prepared;
    expect(lines.map(({ action, lineNo, version }) => `${action} ${lineNo} ${version}`)).toEqual([
      'ADD 1 2',
      'CORRECT 2 2',
    ]);
  });

  it('is requeued once, and only when it is rejected', () => {
    given(feed)(...history, rejected)
      .when(requeue)
      .then(requeued);
    given(feed)(...history, rejected, requeued)
      .when(requeue)
      .thenNothing();
    given(feed)(...history, accepted)
      .when(requeue)
      .rejectedAs({ code: 'LINE_NOT_REJECTED', number: 'S1-1', lineNo: 1 });
  });

  it('is not sent again while it waits, whoever asks', () => {
    const { batch } = leaving({ ...world, events: [...history, rejected, requeued] });
    given(feed)(...history, rejected)
      .when({ type: 'ReleaseBatch', data: { batch: batch!, warnings: [], rejected: [], approvedBy: 'a', files } })
      .rejectedAs({ code: 'LINE_NOT_DUE', number: 'S1-1', lineNo: 1 });
  });
});

const files = { fileName: 'f', fileSha256: 'a', manifestName: 'm', manifestSha256: 'b' };

describe('a file that the receiver refuses', () => {
  const refused: FeedEvent = { type: 'ExportBatchRejected', data: { batchId, seq: 1, code: 'E002', receivedAt: at } };

  it('keeps its number, and its lines go again', () => {
    const command: TakeReceipts = {
      type: 'TakeReceipts',
      data: { batchId, receipts: [], wholeBatch: { code: 'E002', receivedAt: at } },
    };
    given(feed)(...history)
      .when(command)
      .then(refused);
    given(feed)(...history, refused)
      .when(command)
      .thenNothing();
    expect(leavesAfter(refused)).toEqual(['ADD 1 1', 'ADD 2 1']);
    expect(fold(feed, [...history, refused]).seq).toBe(1);
  });
});

describe('what was not delivered in time', () => {
  const late = { number: 'S9-1', studentCourseId: 'stc_9', classId: 'cls_1', completionDate: '2022-06-15' };
  const note = (number: string) =>
    ({ type: 'NoteOverdue', data: { certificates: [{ ...late, number, lineNos: [1, 2] }] } }) as const;

  it('is said once, and not of what left', () => {
    const overdue: FeedEvent = { type: 'ExportOverdue', data: late };
    given(feed)(...history)
      .when(note('S9-1'))
      .then(overdue);
    given(feed)(...history, overdue)
      .when(note('S9-1'))
      .thenNothing();
    given(feed)(...history)
      .when(note('S1-1'))
      .thenNothing();
  });

  it('is said of what was rejected as well', () =>
    given(feed)(...history, rejected)
      .when(note('S1-1'))
      .then({ type: 'ExportOverdue', data: { ...late, number: 'S1-1' } }));
});
