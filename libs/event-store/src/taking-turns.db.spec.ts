import { accept, type Decider, type DomainEvent, type Rejection, reject, uuidOf } from '@kull/kernel';
import { z } from 'zod';
import { createTestStore, type TestStore } from '../../../test/harness/database';
import { Codecs, type CommandContext, Database, defineCodec, EventStore, InlineReadModels, leaf } from './index';

type CheckedIn = DomainEvent<'CheckedIn', { readonly student: string }>;
interface CheckIn {
  readonly type: 'CheckIn';
  readonly data: CheckedIn['data'];
}

/** A register at the door: every student once. */
const door: Decider<ReadonlySet<string>, CheckIn, CheckedIn, Rejection<'ALREADY_IN'>> = {
  category: 'door',
  initial: new Set(),
  decide: (present, { data }) =>
    present.has(data.student) ? reject({ code: 'ALREADY_IN' }) : accept({ type: 'CheckedIn', data }),
  evolve: (present, { data }) => new Set([...present, data.student]),
};

const codec = defineCodec({ CheckedIn: { schemaVersion: 1, schema: z.strictObject({ student: leaf.id() }) } });
const checkIn = (n: number): CheckIn => ({ type: 'CheckIn', data: { student: `stc_${n}` } });
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const upTo = (count: number): number[] => times(count, (n) => n + 1);

let asked = 0;
const context = (): CommandContext => ({
  commandId: uuidOf('door', process.pid, asked++),
  actor: 'test-1',
  occurredAt: '2026-09-15T07:00:00.000Z',
});

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore({ codecs: [codec] });
});
afterAll(() => store.close());

const versionsOf = async (id: string): Promise<number[]> =>
  (await store.events.readStream(`door-${id}`)).map(({ version }) => version);

describe('commands that meet on one stream', () => {
  it('are all stored, 200 at once', async () => {
    const outcomes = await Promise.all(times(200, (n) => store.events.execute(door, 'oslo', checkIn(n), context())));
    expect(outcomes.filter((outcome) => 'accepted' in outcome)).toHaveLength(200);
    expect(await versionsOf('oslo')).toEqual(upTo(200));
  });

  it('are decided in the order in which they came', async () => {
    const outcomes = await Promise.all(
      times(40, (n) => store.events.execute(door, 'order', checkIn(n % 20), context())),
    );
    expect(outcomes.map((outcome) => ('accepted' in outcome ? 'in' : outcome.rejected.code))).toEqual([
      ...times(20, () => 'in'),
      ...times(20, () => 'ALREADY_IN'),
    ]);
  });

  it('from two processes are all stored', async () => {
    const other = await Database.connect({ url: store.url, role: 'kull_app' });
    try {
      const second = new EventStore(other, new Codecs([codec]), new InlineReadModels([]));
      const outcomes = await Promise.all(
        times(200, (n) => (n % 2 ? store.events : second).execute(door, 'two', checkIn(n), context())),
      );
      expect(outcomes.filter((outcome) => 'accepted' in outcome)).toHaveLength(200);
      expect(await versionsOf('two')).toEqual(upTo(200));
    } finally {
      await other.close();
    }
  });

  it('with a version that was seen are refused, all but one', async () => {
    await store.events.execute(door, 'seen', checkIn(0), context());
    const outcomes = await Promise.all(
      times(30, (n) => store.events.execute(door, 'seen', checkIn(n + 1), context(), { seenVersion: 1 })),
    );
    expect(outcomes.filter((outcome) => 'accepted' in outcome)).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'rejected' in outcome)).toEqual(
      times(29, () => ({ rejected: { code: 'VERSION_MISMATCH', current: 2 } })),
    );
  });

  it('do not wait for one that failed', async () => {
    const fence = { hold: () => Promise.reject(new Error('FenceLost')) };
    const lost = store.events.execute(door, 'lost', checkIn(0), context(), { fence });
    const next = store.events.execute(door, 'lost', checkIn(1), context());
    await expect(lost).rejects.toThrow('FenceLost');
    expect(await next).toHaveProperty('accepted.version', 1);
  });
});

describe('orders of many streams that meet on one', () => {
  const order = (id: string, n: number) => ({ decider: door, id, command: checkIn(n), commandId: context().commandId });

  it('are all stored, 50 at once', async () => {
    const outcomes = await Promise.all(
      times(50, (n) => store.events.executeTogether([order('hall', n), order(`room-${n}`, n)], context())),
    );
    expect(outcomes.filter((outcome) => 'accepted' in outcome && outcome.accepted.length === 2)).toHaveLength(50);
    expect(await versionsOf('hall')).toEqual(upTo(50));
  });

  it('do not block each other whatever their order, nor commands of one stream', async () => {
    const outcomes = await Promise.all(
      times(60, (n) => {
        if (n % 3 === 0) return store.events.executeTogether([order('left', n), order('right', n)], context());
        if (n % 3 === 1) return store.events.executeTogether([order('right', n), order('left', n)], context());
        return store.events.execute(door, n % 2 ? 'left' : 'right', checkIn(n), context());
      }),
    );
    expect(outcomes.filter((outcome) => 'accepted' in outcome)).toHaveLength(60);
    expect(await versionsOf('left')).toEqual(upTo(50));
    expect(await versionsOf('right')).toEqual(upTo(50));
  });
});
