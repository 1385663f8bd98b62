import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { type Codec, Codecs } from './codec';
import type { ReadModel, Tx } from './contracts';
import { replay } from './rebuild';
import { guardTables, PERSON_ROLE, type WhoseTables } from './whose';

/** One step of the schema, hand-written SQL, run once and never changed afterwards. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The `.sql` files of a folder, in order of name, as migrations named `<prefix>/<file>`. */
export const migrationsIn = (prefix: string, folder: string): readonly Migration[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: `${prefix}/${file.replace('.sql', '')}`, sql: readFileSync(join(folder, file), 'utf8') }));

export const eventStoreMigrations = migrationsIn('log', join(__dirname, 'sql'));

/** The log itself is read by the event store alone: streams by their names, for whoever asks. */
export const eventStoreWhose: WhoseTables = Object.fromEntries(
  ['log.event', 'log.head', 'log.claim', 'log.counter', 'log.subscription', 'public.kull_migration'].map((table) => [
    table,
    { staff: 'of everybody: streams are loaded by name, by the event store' },
  ]),
);

const guardTx = (guard: QueryRunner): Tx => ({ query: (sql, values) => guard.query(sql, values as unknown[]) });

const MIGRATE_LOCK = 4_812_001;

const asTypeOrm = ({ name, sql }: Migration): (new () => MigrationInterface) =>
  class {
    // TypeORM wants a name that ends in a time; order is the order of the list.
    readonly name = `${name} 1790000000000`;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }
    async down(): Promise<void> {
      throw new Error('the schema only moves forward');
    }
  };

/** Roles are the server's, not the database's: another process may make the same at the same time. */
const roleNamed = (name: string): string => `
do $$ begin
  if not exists (select from pg_roles where rolname = '${name}') then
    begin
      create role ${name} nologin;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant ${name} to %I', current_user);
  end if;
end $$`;

/** What the application may do: append through one function, read everything, write everywhere but in the log. */
const appGrants = `
do $$ declare s text; begin
  for s in select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'log', 'own', 'public') loop
    execute format('grant usage on schema %I to kull_app', s);
    execute format('grant select, insert, update, delete on all tables in schema %I to kull_app', s);
    execute format('grant usage on all sequences in schema %I to kull_app', s);
    execute format('grant execute on all functions in schema %I to kull_app', s);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to kull_app', s);
  end loop;
  grant usage on schema log to kull_app;
  grant select on all tables in schema log to kull_app;
  grant insert, update on log.subscription to kull_app;
  revoke execute on function log.append from public;
  grant execute on function log.append to kull_app;
end $$`;

/** The tables and what is in them together: whoever dies between would leave a model that looks whole and is empty. */
const createReadModel = async (model: ReadModel, codecs: Codecs, guard: QueryRunner): Promise<void> => {
  await guard.startTransaction();
  try {
    await guard.query(`set local search_path = read; ${model.create}`);
    // A following read model fills itself; an inline one would miss what happened before it was there.
    if (model.mode === 'inline') {
      const [{ position }] = await guard.query('select position from log.head');
      await replay(model, codecs, guardTx(guard), Number(position));
    }
    await guard.commitTransaction();
  } catch (fault) {
    await guard.rollbackTransaction();
    throw fault;
  }
};

const whoseOf = (readModels: readonly ReadModel[]): WhoseTables =>
  Object.fromEntries(
    readModels.flatMap(({ whose }) => Object.entries(whose).map(([table, one]) => [`read.${table}`, one] as const)),
  );

/** All or nothing: nobody is to meet a table whose rows are guarded for one role and not yet for the other. */
const guardAll = async (tables: WhoseTables, guard: QueryRunner): Promise<void> => {
  await guard.startTransaction();
  try {
    await guardTables(tables, (sql, values) => guard.query(sql, values as unknown[]));
    await guard.commitTransaction();
  } catch (fault) {
    await guard.rollbackTransaction();
    throw fault;
  }
};

/**
 * Brings a database up to date: migrations in order, then the tables of read models that are not there yet, then grants and who sees which rows.
 * Safe to call from several processes at once: one advisory lock, on one connection (T16).
 */
export const runMigrations = async (
  url: string,
  migrations: readonly Migration[],
  readModels: readonly ReadModel[],
  codecs: readonly Codec[],
  tables: WhoseTables = {},
): Promise<{ readonly run: readonly string[]; readonly filled: readonly string[] }> => {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    logging: false,
    migrations: [...eventStoreMigrations, ...migrations].map(asTypeOrm),
    migrationsTableName: 'kull_migration',
    // Named, because the search path has another first schema once the tables of read models are there.
    schema: 'public',
    extra: { options: '-c search_path=read,public' },
  });
  await dataSource.initialize();
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATE_LOCK]);
    for (const role of ['kull_app', PERSON_ROLE]) await guard.query(roleNamed(role));
    const run = await dataSource.runMigrations({ transaction: 'each' });
    await guard.query('create schema if not exists read');
    const filled: string[] = [];
    for (const model of readModels) {
      const [{ present }] = await guard.query('select to_regclass($1) is not null as present', [
        `read.${model.tables[0]}`,
      ]);
      if (present) continue;
      await createReadModel(model, new Codecs(codecs), guard);
      filled.push(model.name);
    }
    await guard.query(appGrants);
    await guardAll({ ...eventStoreWhose, ...tables, ...whoseOf(readModels) }, guard);
    return { run: run.map(({ name }) => name), filled };
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [MIGRATE_LOCK]);
    await guard.release();
    await dataSource.destroy();
  }
};
