import { fold } from '@kull/kernel';
import fc from 'fast-check';
import { batchesIn, histories, worldAfter } from '../../test-model/history';
import { type DeskAnswer, isRefusedWhole, receiptsOfAnswers } from './desk-answers';
import { feed } from './feed';
import { standing } from './feed.state';
import { sortReceiptRows } from './receipt-rows';
import { sentIn } from './take-receipts';

const AT = '2026-07-09T07:12:00.000Z';
const world = worldAfter([{ act: 'award', student: 1 }, { act: 'certify', student: 1 }, { act: 'deliver' }]);
const { batchId } = batchesIn(world)[0]!;
const name = { certificateNo: 'S1-1', lineNo: 1, version: 1 };

describe('what the desk says of lines', () => {
  it('becomes receipts at the instant at which it is said', () => {
    const state = fold(feed, world.events);
    expect(receiptsOfAnswers(state, batchId, [{ ...name, result: 'REJECTED', code: 'E301' }], AT)).toEqual([
      {
        row: 1,
        certificateNo: 'S1-1',
        lineNo: '1',
        version: '1',
        result: 'REJECTED',
        code: 'E301',
        message: '',
        receivedAt: AT,
      },
    ]);
  });

  it('is refused of a line that is not in the delivery, as any receipt is', () => {
    const state = fold(feed, world.events);
    const rows = receiptsOfAnswers(state, batchId, [{ ...name, certificateNo: 'X', result: 'ACCEPTED' }], AT);
    expect(sortReceiptRows(rows, state, batchId, AT).rejected).toEqual([
      { row: 1, certificateNo: 'X', code: 'LINE_NOT_IN_BATCH' },
    ]);
  });

  const answer = fc.oneof(
    fc.constant({ result: 'ACCEPTED' as const }),
    fc.constantFrom('W104', 'W105').map((code) => ({ result: 'ACCEPTED_WITH_WARNING' as const, code })),
    fc.constantFrom('E301', 'E302').map((code) => ({ result: 'REJECTED' as const, code })),
  );

  it('counts when it is said, whatever came before, and is no news when it is said again', () => {
    fc.assert(
      fc.property(histories, answer, (steps, said) => {
        const { events } = worldAfter(steps);
        const batch = batchesIn({ ...world, events })[0];
        if (!batch) return;
        const { number, lineNo, version } = batch.lines[0]!;
        const answers: DeskAnswer[] = [{ certificateNo: number, lineNo, version, ...said }];
        const state = fold(feed, events);
        // Earlier than most receipts of the history: a machine's clock may be fast.
        const rows = receiptsOfAnswers(state, batch.batchId, answers, '2022-07-02T10:00:00.000Z');
        const { taken, rejected } = sortReceiptRows(rows, state, batch.batchId, '2030-01-01T00:00:00.000Z');
        expect(rejected).toEqual([]);
        const receipts = taken.map(({ message: _, ...rest }) => rest);
        const decision = feed.decide(state, { type: 'TakeReceipts', data: { batchId: batch.batchId, receipts } });
        if (!('events' in decision)) throw new Error('refused');
        const after = fold(feed, [...events, ...decision.events]);
        const now = standing(sentIn(after, batch.batchId, { number, lineNo })!);
        expect(now.state === 'REJECTED').toBe(said.result === 'REJECTED');
        if (now.state === 'REJECTED') expect({ ...said }).toMatchObject({ code: now.code });
        expect(receiptsOfAnswers(after, batch.batchId, answers, '2022-07-03T10:00:00.000Z')).toEqual([]);
      }),
    );
  });
});

it('a file that is refused as a whole is refused once', () => {
  const state = fold(feed, world.events);
  expect(isRefusedWhole(state, batchId, 'E002')).toBe(false);
  const wholeBatch = { code: 'E002', receivedAt: AT } as const;
  const decision = feed.decide(state, { type: 'TakeReceipts', data: { batchId, receipts: [], wholeBatch } });
  if (!('events' in decision)) throw new Error('refused');
  const after = fold(feed, [...world.events, ...decision.events]);
  expect([isRefusedWhole(after, batchId, 'E002'), isRefusedWhole(after, batchId, 'E001')]).toEqual([true, false]);
});
