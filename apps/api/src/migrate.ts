import { runMigrations } from '@kull/event-store';
import { DataSource } from 'typeorm';
import { configFrom } from '../../config';
import { allParts } from '../../contexts';

const DATABASE_EXISTS = '42P04';
const DATABASE_MISSING = '3D000';

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

const canConnect = async (url: string): Promise<boolean> => {
  const dataSource = new DataSource({ type: 'postgres', url });
  try {
    await dataSource.initialize();
    await dataSource.destroy();
    return true;
  } catch (error) {
    if (codeOf(error) === DATABASE_MISSING) return false;
    throw error;
  }
};

/** Makes the database of the URL, if the server does not have it yet. */
export const createDatabaseIfMissing = async (url: string): Promise<void> => {
  if (await canConnect(url)) return;
  const server = new URL(url);
  const name = decodeURIComponent(server.pathname.slice(1));
  server.pathname = '/postgres';
  const dataSource = new DataSource({ type: 'postgres', url: server.href });
  await dataSource.initialize();
  try {
    // A name takes no parameter; the server quotes it.
    const [{ statement }] = await dataSource.query("select format('create database %I', $1::text) as statement", [
      name,
    ]);
    await dataSource.query(statement);
  } catch (error) {
    // Another process made it in the meantime.
    if (codeOf(error) !== DATABASE_EXISTS && codeOf(error) !== '23505') throw error;
  } finally {
    await dataSource.destroy();
  }
};

/** Brings the database to what this version of the service needs. */
export const migrate = async (url: string): Promise<{ readonly run: readonly string[] }> => {
  await createDatabaseIfMissing(url);
  const { migrations, readModels, codecs, whose } = allParts();
  return runMigrations(url, migrations, readModels, codecs, whose);
};

if (require.main === module) {
  migrate(configFrom(process.env).DATABASE_URL).then(
    ({ run }) => process.stdout.write(run.length ? `Migrated: ${run.join(', ')}\n` : 'The database is up to date\n'),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : 'The migration failed'}\n`);
      process.exit(1);
    },
  );
}
