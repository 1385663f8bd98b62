/** Columns that together name one thing; all of type text. */
export type Columns = readonly string[];

/** Things that rows can belong to, by the columns that name them here: `{ course: ['student_course_id'] }`. */
export type Given = Readonly<Record<string, Columns>>;

/**
 * Whose the rows of a table are: what PostgreSQL shows of it to a person who asks for themselves, whatever the query
 * says (reliability.md 5.1, docs/adr/0011). The contexts do not know each other's tables, so rows that do not name the
 * person name a thing, and the table that knows whose the thing is `gives` it.
 */
export type Whose =
  /** Of the person whose id is in this column. */
  | { readonly person: string; readonly gives?: Given }
  /** Of whoever the thing is that these columns name. */
  | { readonly of: string; readonly by: Columns; readonly gives?: Given }
  /** Every person may read all of it, and why. */
  | { readonly everybody: string }
  /** No person may ask it, and why: a query of theirs that does is a fault. */
  | { readonly staff: string };

/** Whose the rows of tables are, by name with schema: of those that are no read models. */
export type WhoseTables = Readonly<Record<string, Whose>>;

/** The role under which a person's own reading runs: it may select, of most tables only what is theirs, and nothing else. */
export const PERSON_ROLE = 'kull_person';

/** The setting of a session that says which person it reads for. Set to nobody, nothing is anybody's. */
export const PERSON_SETTING = 'kull.person_id';

type Ask = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

const ME = `nullif(current_setting('${PERSON_SETTING}', true), '')`;

/** Names come from code, never from callers; this keeps it so. */
const named = (name: string): string => {
  if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/.test(name)) throw new Error(`${name} is no name of a table or column`);
  return name;
};

const listed = (columns: readonly string[]): string => columns.map(named).join(', ');

const conditionOf = (whose: Whose): string | undefined => {
  if ('person' in whose) return `${named(whose.person)} = ${ME}`;
  if ('of' in whose) return `(${listed(whose.by)}) in (select * from own.${named(whose.of)}())`;
  return undefined;
};

const givenBy = (whose: Whose): readonly (readonly [thing: string, columns: Columns])[] =>
  'gives' in whose && whose.gives ? Object.entries(whose.gives) : [];

const functionFor = (thing: string, width: number, body: string): string => {
  const keys = Array.from({ length: width }, (_, at) => `key_${at + 1} text`);
  return `create or replace function own.${named(thing)}() returns table (${keys.join(', ')})
    language sql stable as $own$ ${body} $own$`;
};

/**
 * One function for each thing that says which of them are the asking person's. Policies call the functions by name: a
 * table that is rebuilt takes no other table's policy with it.
 */
const makeFunctions = async (tables: WhoseTables, ask: Ask): Promise<void> => {
  await ask('create schema if not exists own');
  const given = new Map<string, string>();
  for (const [table, whose] of Object.entries(tables)) {
    for (const [thing, columns] of givenBy(whose)) {
      if (given.has(thing)) throw new Error(`both ${given.get(thing)} and ${table} say whose a ${thing} is`);
      given.set(thing, table);
      await ask(functionFor(thing, columns.length, `select ${listed(columns)} from ${named(table)}`));
    }
  }
  for (const whose of Object.values(tables)) {
    // A part of the house by itself, as tests have it: what belongs to a thing that nobody here knows is nobody's.
    if (!('of' in whose) || given.has(whose.of)) continue;
    const [{ present } = { present: false }] = await ask<{ present: boolean }>(
      'select to_regprocedure($1) is not null as present',
      [`own.${named(whose.of)}()`],
    );
    const nothing = `select ${whose.by.map(() => 'null::text').join(', ')} where false`;
    if (!present) await ask(functionFor(whose.of, whose.by.length, nothing));
  }
};

/** The grant and the policies of one table, as it is now in its schema. */
export const guardTable = async (table: string, whose: Whose, ask: Ask): Promise<void> => {
  const name = named(table);
  if ('staff' in whose) {
    await ask(`revoke all on ${name} from ${PERSON_ROLE}`);
    return;
  }
  await ask(`grant select on ${name} to ${PERSON_ROLE}`);
  const [made] = await ask<{ condition: string | null }>(
    `select case when c.relrowsecurity then coalesce(obj_description(p.oid, 'pg_policy'), '') end as condition
       from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = 'own' where c.oid = $1::regclass`,
    [name],
  );
  const condition = conditionOf(whose) ?? null;
  // What stands as it should is left alone: to change it would take the table from everybody for a moment.
  if (made!.condition === condition) return;
  await ask(`drop policy if exists work on ${name}; drop policy if exists own on ${name}`);
  if (condition === null) {
    await ask(`alter table ${name} disable row level security`);
    return;
  }
  await ask(`
    alter table ${name} enable row level security;
    create policy work on ${name} to kull_app using (true) with check (true);
    create policy own on ${name} for select to ${PERSON_ROLE} using (${condition});
    comment on policy own on ${name} is '${condition.replaceAll("'", "''")}'`);
};

/**
 * Gives persons what the tables say, once everything is there that they speak of. Tables that nobody speaks of any more
 * stay as they were guarded: a process of the version before may still read them.
 */
export const guardTables = async (tables: WhoseTables, ask: Ask): Promise<void> => {
  await makeFunctions(tables, ask);
  const schemas = new Set(['own', ...Object.keys(tables).map((table) => table.split('.')[0]!)]);
  for (const schema of schemas) await ask(`grant usage on schema ${named(schema)} to ${PERSON_ROLE}`);
  for (const [table, whose] of Object.entries(tables)) await guardTable(table, whose, ask);
};
