import { randomBytes } from 'node:crypto';
import {
  type Codec,
  Codecs,
  Database,
  EventStore,
  InlineReadModels,
  type Migration,
  type ReadModel,
  runMigrations,
} from '@kull/event-store';
import { DataSource } from 'typeorm';

const serverUrl = (): URL => {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests by `npm test`, which brings up PostgreSQL');
  return new URL(url);
};

const asServerOwner = async (sql: string): Promise<void> => {
  const dataSource = new DataSource({ type: 'postgres', url: serverUrl().href });
  await dataSource.initialize();
  try {
    await dataSource.query(sql);
  } finally {
    await dataSource.destroy();
  }
};

/** A database of its own for one test file, dropped at the end. */
export interface TestDatabase {
  /** Connects as the owner of everything. */
  readonly url: string;
  drop(): Promise<void>;
}

export const createTestDatabase = async (): Promise<TestDatabase> => {
  const name = `kull_test_${randomBytes(6).toString('hex')}`;
  await asServerOwner(`create database ${name}`);
  const url = serverUrl();
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asServerOwner(`drop database if exists ${name} with (force)`) };
};

/** An event store on a database of its own. */
export interface TestStore {
  readonly database: Database;
  /** Acts as the owner: may do what the application may not. */
  readonly owner: Database;
  readonly events: EventStore;
  readonly codecs: Codecs;
  readonly url: string;
  close(): Promise<void>;
}

export const createTestStore = async (parts: {
  readonly codecs: readonly Codec[];
  readonly readModels?: readonly ReadModel[];
  readonly migrations?: readonly Migration[];
}): Promise<TestStore> => {
  const { url, drop } = await createTestDatabase();
  const readModels = parts.readModels ?? [];
  await runMigrations(url, parts.migrations ?? [], readModels, parts.codecs);
  const database = await Database.connect({ url, role: 'kull_app' });
  const owner = await Database.connect({ url, poolSize: 3 });
  const codecs = new Codecs(parts.codecs);
  return {
    database,
    owner,
    codecs,
    url,
    events: new EventStore(database, codecs, new InlineReadModels(readModels)),
    close: async () => {
      await database.close();
      await owner.close();
      await drop();
    },
  };
};
