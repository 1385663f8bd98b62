import { accept, type Decider, type DomainEvent, fold, type Instant, newUuid } from '@kull/kernel';
import fc from 'fast-check';
import { z } from 'zod';
import { createTestStore, type TestStore } from '../../../test/harness/database';
import { type AsOf, defineCodec, leaf, type Recorded } from './index';

type Noted = DomainEvent<'Noted', { readonly halfHours: number }>;
interface Note {
  readonly type: 'Note';
  readonly data: Noted['data'];
}

/** Remembers all it is told, in order. */
const diary: Decider<readonly number[], Note, Noted, never> = {
  category: 'diary',
  initial: [],
  decide: (_, { data }) => accept({ type: 'Noted', data }),
  evolve: (notes, { data }) => [...notes, data.halfHours],
};
const codec = defineCodec({ Noted: { schemaVersion: 1, schema: z.strictObject({ halfHours: leaf.integer() }) } });

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore({ codecs: [codec] });
});
afterAll(() => store.close());

const note = (id: string, halfHours: number, occurredAt: Instant) =>
  store.events.execute(
    diary,
    id,
    { type: 'Note', data: { halfHours } },
    { commandId: newUuid(), actor: 'test-1', occurredAt },
  );

/** The machine that tests run on stores many events in a millisecond; here they are given the instants that a test wants. */
const recordedAt = (events: readonly (readonly [stream: string, version: number, at: string])[]) =>
  store.owner.transaction(async (tx) => {
    await tx.query("set local session_replication_role = 'replica'");
    await tx.query(
      `update log.event e set recorded_at = x.at from unnest($1::text[], $2::integer[], $3::timestamptz[]) as x (stream, version, at)
        where e.stream = x.stream and e.version = x.version`,
      [events.map(([stream]) => stream), events.map(([, version]) => version), events.map(([, , at]) => at)],
    );
  });

const statesAsOf = async (ids: readonly string[], asOf: AsOf) =>
  (await store.events.loadAsOf(diary, ids, asOf)).map(({ state }) => state);

const START = Date.parse('2026-03-01T00:00:00.000Z');
const YEAR_MS = 365 * 86_400_000;

/** An instant with microseconds, as PostgreSQL writes and we never do. */
const withMicroseconds = (micros: number): string =>
  new Date(START + Math.floor(micros / 1_000))
    .toISOString()
    .replace('Z', `${String(micros % 1_000).padStart(3, '0')}Z`);

const step = fc.record({
  thing: fc.nat(2),
  halfHours: fc.nat(99),
  /** When it was true: in any order, and often the same day. */
  occurred: fc.oneof(
    fc.nat(5).map((day) => day * 86_400_000),
    fc.nat(YEAR_MS),
  ),
  /** How long after the one before it was stored, in microseconds: often within a millisecond. */
  later: fc.oneof(fc.nat(600), fc.nat(5_000), fc.nat(86_400_000_000)),
});

describe('any history', () => {
  it('is known, at each instant at which something was recorded, as it was then', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const run = newUuid();
        const ids = [0, 1, 2].map((thing) => `${run}-${thing}`);
        const snapshots: { readonly micros: number; readonly states: readonly (readonly number[])[] }[] = [];
        const instants: [string, number, string][] = [];
        let micros = 0;
        for (const { thing, halfHours, occurred, later } of steps) {
          micros += later;
          await note(ids[thing]!, halfHours, new Date(START + occurred).toISOString());
          const loaded = await store.events.loadEach(diary, ids);
          instants.push([`diary-${ids[thing]}`, loaded[thing]!.version, withMicroseconds(micros)]);
          snapshots.push({ micros, states: loaded.map(({ state }) => state) });
        }
        await recordedAt(instants);
        for (const { micros: at } of snapshots) {
          const millisecond = Math.floor(at / 1_000);
          const lastOfIt = snapshots.findLast((one) => Math.floor(one.micros / 1_000) === millisecond)!;
          const knownAt = new Date(START + millisecond).toISOString();
          expect(await statesAsOf(ids, { knownAt })).toEqual(lastOfIt.states);
        }
        expect(await statesAsOf(ids, { knownAt: new Date(START - 1).toISOString() })).toEqual([[], [], []]);
        expect(await statesAsOf(ids, {})).toEqual(snapshots.at(-1)!.states);
      }),
      { numRuns: 25 },
    );
  });

  it('is true, at any instant, as far as it had happened by then and was known', async () => {
    const filtered = (events: readonly Recorded[], { knownAt = '9', validOn = '9' }: AsOf) =>
      fold(
        diary,
        events.filter((event) => event.recordedAt <= knownAt && event.occurredAt <= validOn) as Recorded<Noted>[],
      );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const id = newUuid();
        let micros = 0;
        const instants: [string, number, string][] = [];
        for (const [n, { halfHours, occurred, later }] of steps.entries()) {
          micros += later;
          await note(id, halfHours, new Date(START + occurred).toISOString());
          instants.push([`diary-${id}`, n + 1, withMicroseconds(micros)]);
        }
        await recordedAt(instants);
        const all = await store.events.readStream(`diary-${id}`);
        for (const { occurredAt, recordedAt: knownAt } of all) {
          const justBefore = new Date(Date.parse(occurredAt) - 1).toISOString();
          for (const asOf of [{ validOn: occurredAt }, { validOn: justBefore }, { validOn: occurredAt, knownAt }]) {
            expect(await statesAsOf([id], asOf)).toEqual([filtered(all, asOf)]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('an instant', () => {
  it('stands for its whole millisecond', async () => {
    const id = newUuid();
    for (const n of [1, 2, 3, 4]) await note(id, n, '2026-05-08T21:59:59.123Z');
    await recordedAt(
      ['12:00:00.122999', '12:00:00.123000', '12:00:00.123999', '12:00:00.124000'].map(
        (time, n) => [`diary-${id}`, n + 1, `2026-05-09T${time}Z`] as const,
      ),
    );
    expect(await statesAsOf([id], { knownAt: '2026-05-09T12:00:00.122Z' })).toEqual([[1]]);
    expect(await statesAsOf([id], { knownAt: '2026-05-09T12:00:00.123Z' })).toEqual([[1, 2, 3]]);
    expect(await statesAsOf([id], { knownAt: '2026-05-09T12:00:00.124Z' })).toEqual([[1, 2, 3, 4]]);
    expect(await statesAsOf([id], { validOn: '2026-05-08T21:59:59.122Z' })).toEqual([[]]);
    expect(await statesAsOf([id], { validOn: '2026-05-08T21:59:59.123Z' })).toEqual([[1, 2, 3, 4]]);
  });

  it('at which an event says that it was recorded includes it', async () => {
    const id = newUuid();
    const outcome = await note(id, 7, '2026-05-08T22:00:00.000Z');
    const event = 'accepted' in outcome ? outcome.accepted.events[0]! : undefined;
    expect(await statesAsOf([id], { knownAt: event!.recordedAt })).toEqual([[7]]);
  });
});

it('looks back past the memory of states, and leaves it alone', async () => {
  const id = newUuid();
  await note(id, 1, '2026-05-01T10:00:00.000Z');
  await note(id, 2, '2026-05-02T10:00:00.000Z');
  await note(id, 3, '2026-04-30T10:00:00.000Z');
  expect(await store.events.loadAsOf(diary, [id, 'nobody', id], { validOn: '2026-05-01T12:00:00.000Z' })).toEqual([
    { state: [1, 3], version: 3 },
    { state: [], version: 0 },
    { state: [1, 3], version: 3 },
  ]);
  expect(await store.events.load(diary, id)).toEqual({ state: [1, 2, 3], version: 3 });
  expect(await note(id, 4, '2026-05-03T10:00:00.000Z')).toHaveProperty('accepted.version', 4);
});

it('gives the events themselves, of many streams at once', async () => {
  const [one, other] = [newUuid(), newUuid()];
  await note(one, 1, '2026-05-01T10:00:00.000Z');
  await note(other, 2, '2026-05-02T10:00:00.000Z');
  const names = [`diary-${one}`, `diary-${other}`, 'diary-nobody'];
  expect([...(await store.events.readStreams(names)).keys()].sort()).toEqual(names.slice(0, 2).sort());
  const early = await store.events.readStreams(names, { validOn: '2026-05-01T10:00:00.000Z' });
  expect([...early]).toEqual([[names[0], await store.events.readStream(names[0]!)]]);
});
