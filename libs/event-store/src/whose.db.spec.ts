import { accept, type Decider, uuidOf } from '@kull/kernel';
import { z } from 'zod';
import { createTestStore, type TestStore } from '../../../test/harness/database';
import { readingFor } from './asking-person';
import { Codecs, compareWithRebuild, Database, defineCodec, leaf, type ReadModel, rebuildReadModel } from './index';
import { runMigrations } from './migrate';

interface Lent {
  readonly type: 'Lent';
  readonly data: { readonly book: string; readonly reader: string };
}

const lending: Decider<null, Lent, Lent, never> = {
  category: 'lending',
  initial: null,
  decide: (_, { data }) => accept({ type: 'Lent', data }),
  evolve: () => null,
};
const schema = z.strictObject({ book: leaf.code(), reader: leaf.code() });
const codec = defineCodec({ Lent: { schemaVersion: 1, schema } });
const dataOf = (event: { readonly data: object }): Lent['data'] => event.data as Lent['data'];

/** Who has which book: names the person, and knows whose a book is. */
const loans: ReadModel = {
  name: 'loans',
  version: 1,
  mode: 'inline',
  handles: ['Lent'],
  tables: ['loan_v1'],
  whose: { loan_v1: { person: 'reader', gives: { book: ['book'] } } },
  create: 'create table loan_v1 (book text collate "C" primary key, reader text not null)',
  apply: async (events, tx) => {
    await tx.query('insert into loan_v1 select * from unnest($1::text[], $2::text[])', [
      events.map((event) => dataOf(event).book),
      events.map((event) => dataOf(event).reader),
    ]);
  },
};

/** How thick a book is: names no person. */
const books: ReadModel = {
  ...loans,
  name: 'books',
  tables: ['book_v1', 'shelf_v1'],
  whose: { book_v1: { of: 'book', by: ['book'] }, shelf_v1: { everybody: 'shelves are there for all to see' } },
  create: 'create table book_v1 (book text primary key, pages integer); create table shelf_v1 (name text)',
  apply: async (events, tx) => {
    await tx.query('insert into book_v1 select book, 100 from unnest($1::text[]) as n (book)', [
      events.map((event) => dataOf(event).book),
    ]);
  },
};

let store: TestStore;
const migrated = (...models: readonly ReadModel[]) => runMigrations(store.url, [], models, [codec]);
const seenBy = async (reader: string, table: string): Promise<readonly string[]> =>
  (
    await readingFor(reader, () => store.database.query<{ book: string }>(`select book from ${table} order by book`))
  ).map(({ book }) => book);

beforeAll(async () => {
  // As they were made before anybody said whose they are.
  const before = { staff: 'before' };
  store = await createTestStore({
    codecs: [codec],
    readModels: [
      { ...loans, whose: { loan_v1: before } },
      { ...books, whose: { book_v1: before, shelf_v1: before } },
    ],
  });
  for (const [book, reader] of [
    ['b1', 'ada'],
    ['b2', 'ada'],
    ['b3', 'bo'],
  ] as const)
    await store.events.execute(
      lending,
      book,
      { type: 'Lent', data: { book, reader } },
      { commandId: uuidOf('lent', book), actor: 'test-1', occurredAt: '2026-05-08T21:59:59.000Z' },
    );
});
afterAll(() => store.close());

describe('whose rows are', () => {
  it('is nobody’s where no person may ask, and the query is a fault', async () => {
    await expect(seenBy('ada', 'loan_v1')).rejects.toThrow('permission denied');
  });

  it('is said by the tables of a database that is in use, at its next migration', async () => {
    await migrated(loans, books);
    expect(await seenBy('ada', 'loan_v1')).toEqual(['b1', 'b2']);
    expect(await seenBy('bo', 'loan_v1')).toEqual(['b3']);
    expect(await seenBy('ada', 'book_v1')).toEqual(['b1', 'b2']);
    expect(await seenBy('somebody', 'book_v1')).toEqual([]);
    expect(await readingFor('ada', () => store.database.query('select name from shelf_v1'))).toEqual([]);
  });

  it('is left alone by a migration that has nothing new to say', async () => {
    const policies = 'select oid::text, xmin::text from pg_policy order by oid';
    const made = await store.owner.query(policies);
    await migrated(loans, books);
    expect(made).toHaveLength(4);
    expect(await store.owner.query(policies)).toEqual(made);
  });

  it('concerns no work of the service, and no read that says that it is beyond', async () => {
    expect(await store.database.query('select book from loan_v1')).toHaveLength(3);
    await readingFor('ada', async () => {
      expect(await store.database.ofAll.query('select book from loan_v1')).toHaveLength(3);
      expect(await store.events.readStream('lending-b3')).toHaveLength(1);
    });
  });

  it('holds while several ask at once, and for what is done after waiting', async () => {
    const asked = await Promise.all(
      Array.from({ length: 60 }, (_, at) => {
        const reader = at % 3 === 0 ? 'bo' : 'ada';
        return readingFor(reader, async () => {
          await new Promise((done) => setTimeout(done, at % 7));
          const rows = await store.database.query<{ reader: string }>('select reader from loan_v1');
          return rows.length === (reader === 'bo' ? 1 : 2) && rows.every((row) => row.reader === reader);
        });
      }),
    );
    expect(asked).toEqual(asked.map(() => true));
  });

  it('is kept when either table is rebuilt', async () => {
    for (const model of [loans, books]) {
      await rebuildReadModel(model, new Codecs([codec]), store.owner);
      expect(await seenBy('ada', 'loan_v1')).toEqual(['b1', 'b2']);
      expect(await seenBy('bo', 'book_v1')).toEqual(['b3']);
      const { live, rebuilt } = await compareWithRebuild(model, new Codecs([codec]), store.owner);
      expect(live).toEqual(rebuilt);
    }
  });

  it('can be said of a part of the house alone: what belongs to a thing that nobody knows is nobody’s', async () => {
    const alone = await createTestStore({ codecs: [codec], readModels: [books] });
    await alone.owner.query(`insert into book_v1 values ('b1', 1)`);
    expect(await readingFor('ada', () => alone.database.query('select book from book_v1'))).toEqual([]);
    await alone.close();
  });

  it('changes with what is said', async () => {
    await migrated(loans, { ...books, whose: { ...books.whose, book_v1: { everybody: 'all books are for all' } } });
    expect(await seenBy('ada', 'book_v1')).toEqual(['b1', 'b2', 'b3']);
    await migrated(loans, books);
    expect(await seenBy('ada', 'book_v1')).toEqual(['b1', 'b2']);
  });

  it('is told by one table only', async () => {
    const other: ReadModel = {
      ...books,
      whose: { ...books.whose, book_v1: { of: 'book', by: ['book'], gives: { book: ['book'] } } },
    };
    await expect(migrated(loans, other)).rejects.toThrow('both read.loan_v1 and read.book_v1 say whose a book is');
  });
});

describe('the role under which a person reads', () => {
  let person: Database;
  beforeAll(async () => {
    person = await Database.connect({ url: store.url, role: 'kull_person', poolSize: 1 });
  });
  afterAll(() => person.close());

  it('sees nothing that is somebody’s when no person is named', async () => {
    expect(await person.query('select * from loan_v1')).toEqual([]);
    await person.query(`select set_config('kull.person_id', '', false)`);
    expect(await person.query('select * from loan_v1')).toEqual([]);
  });

  it.each([
    `insert into loan_v1 values ('b9', 'ada')`,
    `update loan_v1 set reader = 'ada'`,
    'delete from loan_v1',
    'truncate loan_v1',
    'drop table loan_v1',
    'alter table loan_v1 disable row level security',
    'create table read.mine (id text)',
    'select * from log.event',
    'select * from log.claim',
    'update log.head set position = 0',
  ])('may not: %s', async (sql) => {
    await person.query(`select set_config('kull.person_id', 'ada', false)`);
    await expect(person.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('writes nothing even where a grant were to let it', async () => {
    await store.owner.query('grant insert on read.shelf_v1 to kull_person');
    await expect(readingFor('ada', () => store.database.query(`insert into shelf_v1 values ('top')`))).rejects.toThrow(
      'read-only transaction',
    );
  });
});
