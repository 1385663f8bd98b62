import { accept, type Decider, uuidOf } from '@kull/kernel';
import { z } from 'zod';
import { createTestStore, type TestStore } from '../../../test/harness/database';
import { Codecs, compareWithRebuild, defineCodec, leaf, type ReadModel, runMigrations } from './index';

interface Counted {
  readonly type: 'Counted';
  readonly data: { readonly room: string };
}

const counter: Decider<null, Counted, Counted, never> = {
  category: 'counter',
  initial: null,
  decide: (_, { data }) => accept({ type: 'Counted', data }),
  evolve: () => null,
};
const codec = defineCodec({ Counted: { schemaVersion: 1, schema: z.strictObject({ room: leaf.code() }) } });

/** A read model that comes with an upgrade, when the log has something to tell it already. */
const counted: ReadModel = {
  name: 'counted',
  version: 1,
  mode: 'inline',
  handles: ['Counted'],
  tables: ['counted_v1'],
  whose: { counted_v1: { staff: 'of a test' } },
  create: 'create table counted_v1 (room text primary key, events integer not null)',
  apply: async (events, tx) => {
    await tx.query(
      `insert into counted_v1 (room, events) select r.room, count(*) from unnest($1::text[]) as r (room) group by r.room
       on conflict (room) do update set events = counted_v1.events + excluded.events`,
      [events.map(({ data }) => (data as Counted['data']).room)],
    );
  },
};

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore({ codecs: [codec] });
  for (const [n, room] of ['A', 'A', 'B'].entries())
    await store.events.execute(
      counter,
      `c${n}`,
      { type: 'Counted', data: { room } },
      { commandId: uuidOf('counted', n), actor: 'test-1', occurredAt: '2026-05-08T21:59:59.000Z' },
    );
});
afterAll(() => store.close());

it('fills a new inline read model, also when the upgrade before died while it did so', async () => {
  const dying: ReadModel = {
    ...counted,
    apply: async (events, tx) => {
      await counted.apply(events.slice(0, 1), tx);
      throw new Error('died');
    },
  };
  await expect(runMigrations(store.url, [], [dying], [codec])).rejects.toThrow('died');
  const both = [runMigrations(store.url, [], [counted], [codec]), runMigrations(store.url, [], [counted], [codec])];
  expect((await Promise.all(both)).map(({ filled }) => filled).sort()).toEqual([[], ['counted']]);
  const { live, rebuilt } = await compareWithRebuild(counted, new Codecs([codec]), store.owner);
  expect(live).toEqual(rebuilt);
  expect(await store.owner.query('select * from read.counted_v1 order by room')).toEqual([
    { room: 'A', events: 2 },
    { room: 'B', events: 1 },
  ]);
});
