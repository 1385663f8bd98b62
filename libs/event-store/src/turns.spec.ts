import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { Turns } from './turns';

describe('turns', () => {
  it('are taken in the order of asking, by one at a time on each key, and leave nothing behind', async () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd');
    const job = fc.record({
      keys: fc.array(key, { minLength: 1, maxLength: 4 }),
      steps: fc.nat(3),
      fails: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(job, { maxLength: 20 }), async (jobs) => {
        const turns = new Turns();
        const working = new Set<string>();
        const order = new Map<string, number[]>();
        const outcomes = await Promise.allSettled(
          jobs.map(({ keys, steps, fails }, n) =>
            turns.take(keys, async () => {
              const own = new Set(keys);
              for (const one of own) {
                expect(working.has(one)).toBe(false);
                working.add(one);
                order.set(one, [...(order.get(one) ?? []), n]);
              }
              for (let step = 0; step < steps; step++) await setImmediate();
              for (const one of own) working.delete(one);
              if (fails) throw new Error('failed');
              return n;
            }),
          ),
        );
        expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'))).toEqual(
          jobs.map(({ fails }, n) => (fails ? 'failed' : n)),
        );
        for (const asked of order.values()) expect(asked).toEqual([...asked].sort((one, other) => one - other));
        expect(turns.busy).toBe(0);
      }),
    );
  });

  it('on different keys are taken at once', async () => {
    const turns = new Turns();
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const held = turns.take(['a'], () => gate);
    expect(await turns.take(['b'], async () => 'done')).toBe('done');
    expect(turns.busy).toBe(1);
    open();
    await held;
    expect(turns.busy).toBe(0);
  });

  it('hold one entry for a key, however many wait', async () => {
    const turns = new Turns();
    const waiting = Array.from({ length: 1_000 }, () => turns.take(['a'], () => setImmediate()));
    expect(turns.busy).toBe(1);
    await Promise.all(waiting);
    expect(turns.busy).toBe(0);
  });
});
