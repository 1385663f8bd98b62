import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Tx } from './contracts';

/** Session values of reliability.md 6; without them one frozen client stops all writes for ever. */
const sessionOptions = (searchPath: string, role?: string): string =>
  [
    ...(role ? [`-c role=${role}`] : []),
    `-c search_path=${searchPath}`,
    '-c statement_timeout=15000',
    '-c lock_timeout=3000',
    '-c idle_in_transaction_session_timeout=5000',
    '-c timezone=UTC',
    '-c jit=off',
  ].join(' ');

export interface DatabaseOptions {
  readonly url: string;
  /** The role that the sessions act under: `kull_app` may append and read, and change nothing in the log. */
  readonly role?: string;
  readonly poolSize?: number;
  readonly searchPath?: string;
}

const statementNames = new Map<string, string>();
/** Statements are prepared by name, once per connection. */
const statementName = (sql: string): string => {
  let name = statementNames.get(sql);
  if (!name) {
    name = `kull_${statementNames.size + 1}`;
    statementNames.set(sql, name);
  }
  return name;
};

const clientTx = (client: PoolClient): Tx => ({
  async query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result = values.length
      ? await client.query<Row>({ name: statementName(sql), text: sql, values: values as unknown[] })
      : await client.query<Row>(sql);
    return result.rows;
  },
});

/** The connection pool and its transactions, both TypeORM's; statements are SQL. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private constructor(readonly dataSource: DataSource) {}

  static async connect({ url, role, poolSize = 10, searchPath = 'read,public' }: DatabaseOptions): Promise<Database> {
    const dataSource = new DataSource({
      type: 'postgres',
      url,
      synchronize: false,
      logging: false,
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
      extra: { max: poolSize, options: sessionOptions(searchPath, role), connectionTimeoutMillis: 10_000 },
    });
    await dataSource.initialize();
    return new Database(dataSource);
  }

  /** One read, on any connection. */
  async query<Row extends object = Record<string, unknown>>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return this.withRunner(async (_runner, client) => clientTx(client).query<Row>(sql, values));
  }

  /** All or nothing. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withRunner(async (runner, client) => {
      await runner.startTransaction();
      try {
        const result = await work(clientTx(client));
        await runner.commitTransaction();
        return result;
      } catch (error) {
        if (runner.isTransactionActive && !runner.isReleased) await runner.rollbackTransaction();
        throw error;
      }
    });
  }

  /** A connection of one's own, for LISTEN and for COPY. */
  async dedicated(): Promise<{ client: PoolClient; release: () => Promise<void> }> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    return { client, release: () => runner.release() };
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  private async withRunner<T>(work: (runner: QueryRunner, client: PoolClient) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      return await work(runner, client);
    } finally {
      if (!runner.isReleased) await runner.release();
    }
  }
}
