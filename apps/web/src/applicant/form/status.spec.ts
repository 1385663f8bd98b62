import { expect, it } from '@jest/globals';
import { stagesOf } from './status';

const intake = {
  window: { opensAt: '2026-02-28T23:00:00.000Z', closesAt: '2026-03-31T21:59:59.000Z' },
  rounds: [{ round: 1, offersAt: '2026-04-24T07:00:00.000Z', replyBy: '2026-05-08T21:59:59.000Z' }],
};
const at = (now: string) =>
  stagesOf(intake, '2026-03-22T20:14:00.000Z', now).map(({ name, state, on }) => `${name} ${state} ${on}`);

it.each([
  ['2026-03-22T20:14:00.000Z', 1],
  ['2026-03-31T21:59:59.000Z', 1],
  ['2026-03-31T21:59:59.001Z', 2],
  ['2026-04-24T07:00:00.000Z', 3],
])('at %s the application has passed %i stages', (now, passed) => {
  const lines = at(now);
  expect(lines.filter((line) => line.includes('PASSED')).length).toBe(passed);
  expect(lines.filter((line) => line.includes('NOW')).length).toBe(1);
});

it('always says the day of what comes next', () => {
  expect(at('2026-03-25T10:00:00.000Z')).toEqual([
    'RECEIVED PASSED 2026-03-22',
    'CHECKED NOW 2026-03-31',
    'ASSESSED NEXT 2026-04-24',
    'ANSWERED NEXT 2026-04-24',
  ]);
});
