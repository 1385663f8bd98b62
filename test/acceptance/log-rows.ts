import { DataSource } from 'typeorm';

/** Looks into a service's database as its owner. */
export const withOwner = async <T>(databaseUrl: string, work: (database: DataSource) => Promise<T>): Promise<T> => {
  const database = await new DataSource({ type: 'postgres', url: databaseUrl, extra: { max: 1 } }).initialize();
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
};

export const eventCount = (databaseUrl: string): Promise<number> =>
  withOwner(databaseUrl, async (database) => {
    const [{ count }] = await database.query('select count(*)::int as count from log.event');
    return count;
  });

/** Every row of every table, as text: what somebody with a copy of the database could read. */
export const everyRow = (databaseUrl: string): Promise<ReadonlyMap<string, string>> =>
  withOwner(databaseUrl, async (database) => {
    const tables: { name: string }[] = await database.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const rows = new Map<string, string>();
    for (const { name } of tables) {
      const [{ text }] = await database.query(
        `select coalesce(string_agg(t::text, E'\\n'), '') as text from ${name} t`,
      );
      rows.set(name, text);
    }
    return rows;
  });
