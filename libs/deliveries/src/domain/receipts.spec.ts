import fc from 'fast-check';
import { contradict, type Receipt, type ReceiptResult, standingOf } from './receipts';

const receipt = (result: ReceiptResult, day: number, code?: string): Receipt => ({
  result,
  receivedAt: `2026-07-0${day}T10:00:00.000Z`,
  ...(code !== undefined && { code }),
});

describe('where a line stands with the receiver', () => {
  it.each<readonly [string, readonly Receipt[], string]>([
    ['nothing has been said', [], 'SENT'],
    ['it was accepted', [receipt('ACCEPTED', 1)], 'RECEIVED'],
    ['it was rejected', [receipt('REJECTED', 1, 'E301')], 'REJECTED'],
    ['it was posted, and the older receipt came later', [receipt('POSTED', 2), receipt('ACCEPTED', 1)], 'POSTED'],
    ['it was posted and accepted once more', [receipt('POSTED', 1), receipt('ACCEPTED', 2)], 'POSTED'],
    ['it was rejected after it was posted', [receipt('POSTED', 1), receipt('REJECTED', 2, 'E305')], 'REJECTED'],
    ['it was accepted after it was rejected', [receipt('REJECTED', 1, 'E102'), receipt('ACCEPTED', 2)], 'RECEIVED'],
    ['both at one instant: the careful one', [receipt('ACCEPTED', 1), receipt('REJECTED', 1, 'E102')], 'REJECTED'],
  ])('%s', (_, receipts, state) => expect(standingOf(receipts).state).toBe(state));

  it('keeps the warning and the code', () => {
    expect(standingOf([receipt('ACCEPTED_WITH_WARNING', 1, 'W104'), receipt('POSTED', 2)])).toEqual({
      state: 'POSTED',
      receivedAt: '2026-07-02T10:00:00.000Z',
      warning: 'W104',
    });
    expect(standingOf([receipt('REJECTED', 1, 'E301')])).toMatchObject({ code: 'E301' });
  });

  it('is the same whatever order they came in and however often', () => {
    const any = fc.record({
      result: fc.constantFrom<ReceiptResult>('ACCEPTED', 'ACCEPTED_WITH_WARNING', 'REJECTED', 'POSTED'),
      day: fc.integer({ min: 1, max: 4 }),
      code: fc.constantFrom('E301', 'W104'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (said) => {
        const receipts = said.map(({ result, day, code }) => receipt(result, day, code));
        const expected = standingOf(receipts);
        expect(standingOf([...receipts].reverse())).toEqual(expected);
        expect(standingOf([...receipts, ...receipts])).toEqual(expected);
      }),
    );
  });

  it('tells receipts that cannot both be true', () => {
    expect(contradict([receipt('ACCEPTED', 1), receipt('POSTED', 2)])).toBe(false);
    expect(contradict([receipt('REJECTED', 1, 'E102'), receipt('ACCEPTED', 2)])).toBe(true);
  });
});
