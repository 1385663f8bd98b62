import { accept, type Decider, nothing, reject, type SetRule, uuidOf } from '@kull/kernel';
import { z } from 'zod';
import { createTestStore, type TestStore } from '../../../test/harness/database';
import {
  Codecs,
  type CommandContext,
  compareWithRebuild,
  defineCodec,
  EventStore,
  Followers,
  InlineReadModels,
  leaf,
  type ReadModel,
  rebuildReadModel,
  verifyLog,
} from './index';

type Event =
  | { readonly type: 'PlaceTaken'; readonly data: { readonly by: string; readonly room: string } }
  | { readonly type: 'PlaceLeft'; readonly data: { readonly by: string; readonly room: string } };
type Command = { readonly type: 'Take' | 'Leave'; readonly data: { readonly by: string; readonly room: string } };
type Refusal = { readonly code: 'ALREADY_TAKEN' | 'ROOM_FULL' | 'TAKEN_BY_ANOTHER' };

/** A small domain of its own: seats in rooms of two. */
const seat: Decider<{ readonly by?: string }, Command, Event, Refusal> = {
  category: 'seat',
  initial: {},
  decide: (state, { type, data }) => {
    if (type === 'Leave') return state.by ? accept({ type: 'PlaceLeft', data }) : nothing;
    if (state.by === data.by) return nothing;
    return state.by ? reject({ code: 'ALREADY_TAKEN' }) : accept({ type: 'PlaceTaken', data });
  },
  evolve: (_state, { type, data }) => (type === 'PlaceTaken' ? { by: data.by } : {}),
  setRules: ({ type, data }): SetRule[] =>
    type === 'PlaceTaken'
      ? [
          { kind: 'count', key: `room/${data.room}`, by: 1, max: 2 },
          { kind: 'claim', key: `person/${data.by}`, holder: data.by },
        ]
      : [
          { kind: 'count', key: `room/${data.room}`, by: -1, max: 2 },
          { kind: 'free', key: `person/${data.by}`, holder: data.by },
        ],
  refusedBy: ({ kind }) => ({ code: kind === 'count' ? 'ROOM_FULL' : 'TAKEN_BY_ANOTHER' }),
};

const schema = z.strictObject({ by: leaf.id(), room: leaf.code() });
const codec = defineCodec({ PlaceTaken: { schemaVersion: 1, schema }, PlaceLeft: { schemaVersion: 1, schema } });

const taken = (mode: ReadModel['mode']): ReadModel => ({
  name: `taken-${mode}`,
  version: 1,
  mode,
  handles: ['PlaceTaken', 'PlaceLeft'],
  tables: [`taken_${mode}_v1`],
  whose: { [`taken_${mode}_v1`]: { staff: 'of a test' } },
  create: `create table taken_${mode}_v1 (room text primary key, events integer not null)`,
  apply: async (events, tx) => {
    await tx.query(
      `insert into taken_${mode}_v1 (room, events) select r.room, count(*) from unnest($1::text[]) as r (room) group by r.room
       on conflict (room) do update set events = taken_${mode}_v1.events + excluded.events`,
      [events.map(({ data }) => (data as { room: string }).room)],
    );
  },
});

const inlineModel = taken('inline');
const followingModel = taken('following');
let store: TestStore;
let n = 0;
const context = (over: Partial<CommandContext> = {}): CommandContext => ({
  commandId: uuidOf('test', process.pid, n++),
  actor: 'test-1',
  occurredAt: '2026-05-08T21:59:59.000Z',
  ...over,
});
const take = (by: string, room: string): Command => ({ type: 'Take', data: { by, room } });

beforeAll(async () => {
  store = await createTestStore({ codecs: [codec], readModels: [inlineModel, followingModel] });
});
afterAll(() => store.close());

it('stores an accepted command, remembers it, and answers the same command with the same events', async () => {
  const first = context();
  const stored = await store.events.execute(seat, 'a1', take('kari', 'A'), first);
  const again = await store.events.execute(seat, 'a1', take('kari', 'A'), first);
  expect(stored).toMatchObject({
    accepted: {
      stream: 'seat-a1',
      version: 1,
      events: [{ type: 'PlaceTaken', occurredAt: '2026-05-08T21:59:59.000Z' }],
    },
  });
  expect(again).toEqual({
    accepted: {
      ...('accepted' in stored && stored.accepted),
      events: [expect.objectContaining({ eventId: 'accepted' in stored ? stored.accepted.events[0]!.eventId : '' })],
    },
  });
  expect(await store.events.readStream('seat-a1')).toHaveLength(1);
});

it('refuses as a value, and stores nothing', async () => {
  expect(await store.events.execute(seat, 'a1', take('ola', 'A'), context())).toEqual({
    rejected: { code: 'ALREADY_TAKEN' },
  });
  expect(await store.events.readStream('seat-a1')).toHaveLength(1);
});

it('checks the version that the caller had seen', async () => {
  expect(
    await store.events.execute(seat, 'a1', { type: 'Leave', data: { by: 'kari', room: 'A' } }, context(), {
      seenVersion: 7,
    }),
  ).toEqual({
    rejected: { code: 'VERSION_MISMATCH', current: 1 },
  });
  expect(
    await store.events.execute(seat, 'a1', { type: 'Leave', data: { by: 'kari', room: 'A' } }, context(), {
      seenVersion: 1,
    }),
  ).toHaveProperty('accepted.version', 2);
});

it('lets exactly as many in as the room holds, under concurrent commands', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, i) => store.events.execute(seat, `b${i}`, take(`guest-${i}`, 'B'), context())),
  );
  expect(outcomes.filter((o) => 'accepted' in o)).toHaveLength(2);
  expect(outcomes.filter((o) => 'rejected' in o && o.rejected.code === 'ROOM_FULL')).toHaveLength(38);
});

it('lets one of many take the same seat, and gives a freed claim and counter back', async () => {
  const rush = await Promise.all(
    Array.from({ length: 30 }, (_, i) => store.events.execute(seat, 'c1', take(`rush-${i}`, 'C'), context())),
  );
  expect(rush.filter((o) => 'accepted' in o)).toHaveLength(1);
  const winner = rush.findIndex((o) => 'accepted' in o);
  expect(await store.events.execute(seat, 'c2', take(`rush-${winner}`, 'C'), context())).toHaveProperty('accepted');
  expect(await store.events.execute(seat, 'c3', take('late', 'C'), context())).toEqual({
    rejected: { code: 'ROOM_FULL' },
  });
  await store.events.execute(seat, 'c2', { type: 'Leave', data: { by: `rush-${winner}`, room: 'C' } }, context());
  expect(await store.events.execute(seat, 'c3', take('late', 'C'), context())).toHaveProperty('accepted');
});

it('stores many streams together or none of them', async () => {
  const orders = ['d1', 'd2', 'd3'].map((id) => ({
    decider: seat,
    id,
    command: take(`together-${id}`, 'D'),
    commandId: uuidOf('together', id),
  }));
  expect(await store.events.executeTogether(orders, context())).toMatchObject({
    rejected: { code: 'ROOM_FULL' },
    order: { id: 'd3' },
  });
  expect(await store.events.readStream('seat-d1')).toHaveLength(0);
  expect(await store.events.executeTogether(orders.slice(0, 2), context())).toMatchObject({
    accepted: [{ stream: 'seat-d1' }, { stream: 'seat-d2' }],
  });
  expect(await store.events.executeTogether(orders.slice(0, 2), context())).toEqual({ accepted: [] });
});

it('writes nothing for a worker that has lost its claim', async () => {
  const fence = { hold: () => Promise.reject(new Error('FenceLost')) };
  await expect(store.events.execute(seat, 'e1', take('zombie', 'E'), context(), { fence })).rejects.toThrow(
    'FenceLost',
  );
  expect(await store.events.readStream('seat-e1')).toHaveLength(0);
});

it('answers rightly from a second process whose memory is behind', async () => {
  const other = new EventStore(store.database, new Codecs([codec]), new InlineReadModels([inlineModel]));
  await other.execute(seat, 'f1', take('first', 'F'), context());
  await store.events.execute(seat, 'f1', { type: 'Leave', data: { by: 'first', room: 'F' } }, context());
  expect(await other.execute(seat, 'f1', take('second', 'F'), context())).toHaveProperty('accepted.version', 3);
});

it('gives positions without a hole, in order of commit', async () => {
  const rows = await store.database.query<{ n: string; min: string; max: string }>(
    'select count(*) n, min(position) min, max(position) max from log.event',
  );
  expect(rows[0]).toMatchObject({ min: '1', max: rows[0]!.n });
});

it('follows the log, and every read model equals its rebuild', async () => {
  const faults: string[] = [];
  const followers = new Followers(store.database, store.events.reader, [followingModel], (name) => faults.push(name));
  await followers.start();
  await followers.catchUp();
  await followers.stop();
  for (const model of [inlineModel, followingModel]) {
    const { live, rebuilt } = await compareWithRebuild(model, store.codecs, store.owner);
    expect(live).toEqual(rebuilt);
    expect([...live.values()][0]).not.toMatch(/^0:/);
  }
  await store.owner.query('update read.taken_inline_v1 set events = events + 1');
  expect(
    await compareWithRebuild(inlineModel, store.codecs, store.owner).then(
      ({ live, rebuilt }) => live.get('taken_inline_v1') === rebuilt.get('taken_inline_v1'),
    ),
  ).toBe(false);
  await rebuildReadModel(inlineModel, store.codecs, store.owner);
  const { live, rebuilt } = await compareWithRebuild(inlineModel, store.codecs, store.owner);
  expect(live).toEqual(rebuilt);
  expect(faults).toEqual([]);
  expect(await store.events.execute(seat, 'g1', take('after', 'G'), context())).toHaveProperty('accepted');
});

describe('what was stored', () => {
  it('cannot be changed by the application nor by its owner', async () => {
    await expect(store.database.query("update log.event set type = 'x'")).rejects.toThrow(/permission denied/);
    await expect(store.database.query('delete from log.event')).rejects.toThrow(/permission denied/);
    await expect(store.database.query('insert into log.event select * from log.event limit 1')).rejects.toThrow(
      /permission denied/,
    );
    await expect(store.owner.query("update log.event set type = 'x'")).rejects.toThrow(/append-only/);
    await expect(store.owner.query('delete from log.event')).rejects.toThrow(/append-only/);
    await expect(store.owner.query('truncate log.event')).rejects.toThrow(/append-only/);
  });

  it('verifies, and one changed byte in any event is found and named', async () => {
    const whole = await verifyLog(store.database);
    expect(whole).toMatchObject({ intact: true });
    const size = whole.intact ? whole.checkpoint.size : 0;
    for (const position of [1, 2, Math.ceil(size / 2), size]) {
      for (const change of [
        `data = replace(data::text, '"by"', '"bx"')::json`,
        `metadata = replace(metadata::text, 'test-1', 'test-2')::json`,
        `occurred_at = occurred_at + interval '1 microsecond'`,
        `type = type || 'x'`,
        `hash = set_byte(hash, 0, (get_byte(hash, 0) + 1) % 256)`,
      ]) {
        const found = await store.owner
          .transaction(async (tx) => {
            await tx.query("set local session_replication_role = 'replica'");
            await tx.query(`update log.event set ${change} where position = $1`, [position]);
            throw new Found(await verifyLog(tx));
          })
          .catch((outcome: unknown) => (outcome instanceof Found ? outcome.audit : Promise.reject(outcome)));
        expect(found).toMatchObject({ intact: false, position, what: 'CONTENT_CHANGED' });
      }
    }
    expect(await verifyLog(store.database, whole.intact ? [whole.checkpoint] : [])).toEqual(whole);
  });
});

class Found extends Error {
  constructor(readonly audit: unknown) {
    super('found');
  }
}
