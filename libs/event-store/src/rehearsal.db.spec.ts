import { accept, type Decider, nothing, reject, type SetRule, uuidOf } from '@kull/kernel';
import fc from 'fast-check';
import { z } from 'zod';
import { createTestStore, type TestStore } from '../../../test/harness/database';
import { type CommandContext, type Deciding, defineCodec, leaf, type Order, Rehearsal } from './index';

type Seat = { readonly by: string; readonly room: string };
type Event = { readonly type: 'PlaceTaken' | 'PlaceLeft'; readonly data: Seat };
type Command = { readonly type: 'Take' | 'Leave'; readonly data: Seat };
type Refusal = { readonly code: 'ALREADY_TAKEN' | 'ROOM_FULL' | 'TAKEN_BY_ANOTHER' };

/** Seats in rooms of two; a person has one seat. */
const seat: Decider<Partial<Seat>, Command, Event, Refusal> = {
  category: 'seat',
  initial: {},
  decide: ({ by, room }, { type, data }) => {
    if (type === 'Leave') return by && room ? accept({ type: 'PlaceLeft', data: { by, room } }) : nothing;
    if (by === data.by) return nothing;
    return by ? reject({ code: 'ALREADY_TAKEN' }) : accept({ type: 'PlaceTaken', data });
  },
  evolve: (_, { type, data }) => (type === 'PlaceTaken' ? data : {}),
  setRules: ({ type, data: { by, room } }): SetRule[] => {
    const taken = type === 'PlaceTaken';
    return [
      { kind: 'count', key: `room/${room}`, by: taken ? 1 : -1, max: 2 },
      { kind: taken ? 'claim' : 'free', key: `person/${by}`, holder: room },
    ];
  },
  refusedBy: ({ kind }) => ({ code: kind === 'count' ? 'ROOM_FULL' : 'TAKEN_BY_ANOTHER' }),
};

const schema = z.strictObject({ by: leaf.id(), room: leaf.code() });
const codec = defineCodec({ PlaceTaken: { schemaVersion: 1, schema }, PlaceLeft: { schemaVersion: 1, schema } });

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore({ codecs: [codec] });
});
afterAll(() => store.close());

let commands = 0;
const contextOf = (n: number): CommandContext => ({
  commandId: uuidOf('rehearsed', n),
  actor: 'test-1',
  occurredAt: '2026-05-08T21:59:59.000Z',
});

const order = fc.record({
  type: fc.constantFrom('Take' as const, 'Take' as const, 'Leave' as const),
  seat: fc.constantFrom('s1', 's2', 's3', 's4'),
  by: fc.constantFrom('ada', 'bo', 'cy'),
  room: fc.constantFrom('A', 'B'),
});
/** Each act is one order, or two on different seats, all or nothing. */
const act = fc.uniqueArray(order, { selector: (one) => one.seat, minLength: 1, maxLength: 2 });

/** What deciding the acts one after the other answers: the events with their versions and ids, or the refusal. */
const answers = async (on: Deciding, acts: readonly (readonly Order[])[], from: number): Promise<unknown[]> => {
  const said: unknown[] = [];
  for (const [i, orders] of acts.entries()) {
    const [only] = orders;
    const context = contextOf(from + i);
    if (orders.length === 1) {
      const outcome = await on.execute(seat, only!.id, only!.command, context);
      said.push('rejected' in outcome ? outcome : [outcome.accepted.version, outcome.accepted.events.map(facts)]);
    } else {
      const outcome = await on.executeTogether(orders, context);
      said.push('rejected' in outcome ? outcome.rejected : outcome.accepted.map(facts));
    }
  }
  return said;
};

const facts = ({ stream, version, type, data, occurredAt, eventId }: Rehearsal['events'][number]) => [
  stream,
  version,
  type,
  data,
  occurredAt,
  eventId,
];

it('answers what the store then answers, set rules included, and stores nothing', () =>
  fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (drawn) => {
      const from = commands;
      commands += drawn.length;
      const acts = drawn.map((orders, i) =>
        orders.map(({ type, seat: id, by, room }): Order => {
          const command = { type, data: { by, room } };
          return { decider: seat, id, command, ...(orders.length > 1 && { commandId: uuidOf('one', from + i, id) }) };
        }),
      );
      const head = await store.events.reader.head();
      const rehearsal = new Rehearsal(store.events);
      const rehearsed = await answers(rehearsal, acts, from);
      expect(await store.events.reader.head()).toBe(head);
      expect(await answers(store.events, acts, from)).toEqual(rehearsed);
      const stored = await store.events.reader.page(head, 1_000);
      expect(rehearsal.events.map(facts)).toEqual(stored.map(facts));
    }),
    { numRuns: 60 },
  ));
