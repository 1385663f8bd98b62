import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { OwnOffers } from '@kull/admissions';
import { CoursePersons } from '@kull/credits/read-models/course-person.query';
import { Database, EventStore, eventStoreWhose, PERSON_ROLE, readingFor, type Whose } from '@kull/event-store';
import { allParts } from '../../apps/contexts';
import { createTestApi, type TestApi } from '../harness/api';
import { loggedInPerson } from '../harness/logged-in';
import { fillTables, type TwoOfEach, twoOfEach } from './own-rows-world';
import { type World, worldIn } from './world';

const { readModels, whose } = allParts();
const spoken: Readonly<Record<string, Whose>> = {
  ...eventStoreWhose,
  ...whose,
  ...Object.fromEntries(
    readModels.flatMap((model) => Object.entries(model.whose).map(([table, one]) => [`read.${table}`, one] as const)),
  ),
};
const tablesThat = (are: (one: Whose) => boolean): readonly string[] =>
  Object.entries(spoken).flatMap(([table, one]) => (are(one) ? [table] : []));
const owned = tablesThat((one) => 'person' in one || 'of' in one);

/** Rows that are no person's, in tables that are: how many there are, so that one more is noticed. */
const ofNobody: Readonly<Record<string, string>> = {
  'read.calendar_feed_v1': 'student_no is null',
  'documents.document': `sha256 not in (select sha256 from read.certificate_v1 where sha256 is not null)`,
  'read.export_batch_v3':
    'batch_id not in (select l.batch_id from read.export_line_v3 l join read.certificate_v1 c using (number))',
  'read.export_line_v3': 'number not in (select number from read.certificate_v1)',
  'read.sent_line_v2': 'number not in (select number from read.certificate_v1)',
};
/** A delivery has lines of many. */
const shared = new Set(['read.export_batch_v3']);

let api: TestApi;
let world: World;
let two: TwoOfEach;
let owner: Database;
let database: Database;
let persons: readonly string[];
beforeAll(async () => {
  api = await createTestApi(undefined, { KULL_WEBHOOKS_TO_PRIVATE: 'yes' });
  world = await worldIn(api);
  owner = await Database.connect({ url: api.databaseUrl, poolSize: 2 });
  database = await Database.connect({ url: api.databaseUrl, role: 'kull_app', poolSize: 2 });
  two = await twoOfEach(owner, world);
  await fillTables(owner, two);
  persons = (await owner.query<{ id: string }>('select id from people.person')).map(({ id }) => id);
}, 600_000);
afterAll(async () => {
  await Promise.all([owner?.close(), database?.close()]);
  await api?.close();
});

describe('the tables of what belongs to a person', () => {
  const rowsSeenBy = async (person: string, table: string): Promise<readonly string[]> =>
    (await readingFor(person, () => database.query<{ row: string }>(`select ctid::text as row from ${table}`))).map(
      ({ row }) => row,
    );

  it.each(owned)('%s shows every row to the one person whose it is, and to nobody else', async (table) => {
    const seen = new Map<string, string[]>();
    for (const person of persons)
      for (const row of await rowsSeenBy(person, table)) seen.set(row, [...(seen.get(row) ?? []), person]);
    const [{ rows } = { rows: 0 }] = await owner.query<{ rows: number }>(
      `select count(*)::integer as rows from ${table} where not (${ofNobody[table] ?? 'false'})`,
    );
    expect(rows).toBeGreaterThan(1);
    expect(seen.size).toBe(rows);
    const ofSeveral = [...seen.values()].filter((whose) => whose.length > 1);
    expect(shared.has(table) ? [] : ofSeveral).toEqual([]);
    expect(new Set([...seen.values()].flat()).size).toBeGreaterThan(1);
    expect(await rowsSeenBy('per_nobody', table)).toEqual([]);
  });

  it.each([
    ['read.certificate_v1', `statement->>'personId'`],
    ['read.deliverable_version_v1', `statement->>'personId'`],
    ['read.absence_v1', `reported->>'personId'`],
  ])('%s shows what says by itself that it is theirs', async (table, person) => {
    const said: string[] = [];
    for (const id of persons) {
      const rows = await readingFor(id, () =>
        database.query<{ person: string }>(`select ${person} as person from ${table} where ${person} is not null`),
      );
      expect(rows.filter((row) => row.person !== id)).toEqual([]);
      said.push(...rows.map((row) => row.person));
    }
    expect(new Set(said).size).toBeGreaterThan(1);
  });
});

describe(`the role ${PERSON_ROLE}`, () => {
  const may = (privileges: string) =>
    owner.query<{ table: string }>(
      `select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and has_table_privilege($1, c.oid, $2) order by 1`,
      [PERSON_ROLE, privileges],
    );

  it('knows every table there is, so that a new one has to be placed', async () => {
    const all = await owner.query<{ table: string }>(
      `select schemaname || '.' || tablename as table from pg_tables
        where schemaname !~ '^pg_' and schemaname <> 'information_schema'`,
    );
    expect(all.map(({ table }) => table).sort()).toEqual(Object.keys(spoken).sort());
  });

  it('may read what somebody or everybody may, and nothing that is for staff', async () => {
    const open = tablesThat((one) => !('staff' in one));
    expect((await may('SELECT')).map(({ table }) => table)).toEqual([...open].sort());
  });

  it('may write nothing', async () => {
    expect(await may('INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')).toEqual([]);
  });

  it('sees nothing of anybody’s while no person is named', async () => {
    const nobody = await Database.connect({ url: api.databaseUrl, role: PERSON_ROLE, poolSize: 1 });
    for (const table of owned) expect(await nobody.query(`select 1 from ${table}`)).toEqual([]);
    await nobody.close();
  });
});

describe('a query that forgets whose it asks for', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });
  const get = async (url: string, person: string): Promise<string> => {
    const reply = await api.fastify.inject({
      method: 'GET',
      url,
      headers: { cookie: await loggedInPerson(api, person) },
    });
    expect(reply.statusCode).toBe(200);
    return reply.body;
  };
  const careless = async (sql: string, answered: string[][]): Promise<string[]> => {
    const ids = (await api.app.get(EventStore).query<{ id: string }>(sql)).map(({ id }) => id);
    answered.push(ids);
    return ids;
  };

  it('gives a student only their own courses, and the page is as it was', async () => {
    const all = 'select student_course_id as id from course_person_v1 order by student_course_id';
    for (const { personId, studentCourseId } of two.students) {
      const before = await get('/mine-poeng', personId);
      const answered: string[][] = [];
      jest.spyOn(CoursePersons.prototype, 'coursesOf').mockImplementation(() => careless(all, answered));
      expect(await get('/mine-poeng', personId)).toBe(before);
      expect(answered.length).toBeGreaterThan(0);
      expect(answered).toEqual(answered.map(() => [studentCourseId]));
      jest.restoreAllMocks();
    }
    // Asked by the service it is careless indeed.
    expect((await careless(all, [])).length).toBeGreaterThan(30);
  });

  it('gives an applicant only their own offers', async () => {
    const all = 'select id from offer_v1';
    const answered: string[][] = [];
    jest.spyOn(OwnOffers.prototype, 'ofPerson').mockImplementation(async () => {
      await careless(all, answered);
      return [];
    });
    for (const [who, personId] of Object.entries(world.persons)) {
      await get('/tilbud', personId);
      expect(answered.splice(0)).toEqual([[world.things.offer[who]!.id]]);
    }
    expect((await careless(all, [])).length).toBeGreaterThan(5);
  });

  it('is a fault, and no answer, where it is about what is for staff', async () => {
    jest.spyOn(OwnOffers.prototype, 'ofPerson').mockImplementation(async () => {
      await api.app.get(EventStore).query('select * from assessment_v1');
      return [];
    });
    const cookie = await loggedInPerson(api, world.persons.A);
    const reply = await api.fastify.inject({ method: 'GET', url: '/tilbud', headers: { cookie } });
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toMatch(/assessment|permission/);
  });
});
