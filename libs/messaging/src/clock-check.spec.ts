import type { Tx } from '@kull/event-store';
import { checkClock } from './clock-check';

const database = (now: string): Tx => ({ query: async <Row>() => [{ now: new Date(now) }] as Row[] });
const clock = { now: () => '2026-03-01T12:00:00.000Z' };

describe('the clock check', () => {
  it.each(['2026-03-01T11:59:58.100Z', '2026-03-01T12:00:01.900Z'])('lets two seconds pass: %s', async (now) => {
    await checkClock(database(now), clock);
  });

  it.each(['2026-03-01T11:59:57.000Z', '2026-03-01T12:00:03.000Z', '2026-03-04T12:00:00.000Z'])(
    'refuses to start when the clocks are further apart: %s',
    async (now) => {
      await expect(checkClock(database(now), clock)).rejects.toThrow('apart');
    },
  );
});
