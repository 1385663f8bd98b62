import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { askingPerson } from './asking-person';
import type { Tx } from './contracts';
import { PERSON_ROLE, PERSON_SETTING } from './whose';

/** Session values of reliability.md 6; without them one frozen client stops all writes for ever. */
const sessionOptions = ({ role, searchPath = 'read,public' }: DatabaseOptions): string =>
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

const SET_PERSON = `select set_config('${PERSON_SETTING}', $1, false)`;

const connected = async (options: DatabaseOptions, more = ''): Promise<DataSource> => {
  const dataSource = new DataSource({
    type: 'postgres',
    url: options.url,
    synchronize: false,
    logging: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    extra: {
      max: options.poolSize ?? 10,
      options: `${sessionOptions(options)}${more}`,
      connectionTimeoutMillis: 10_000,
    },
  });
  await dataSource.initialize();
  return dataSource;
};

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
  /** Made when the first person asks: a process that answers no persons has none. */
  private ofPersons?: Promise<DataSource>;

  private constructor(
    readonly dataSource: DataSource,
    private readonly options: DatabaseOptions,
  ) {}

  static async connect(options: DatabaseOptions): Promise<Database> {
    return new Database(await connected(options), options);
  }

  /** One read, on any connection; of the person's own rows only while the work is `readingFor` one. */
  async query<Row extends object = Record<string, unknown>>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const person = askingPerson();
    return person === undefined ? this.ofAll.query<Row>(sql, values) : this.queryFor<Row>(person, sql, values);
  }

  /**
   * One read as the service itself, whoever asks: for what a person is told that is not in their own rows, such as how
   * many are before them. Whoever calls it says at the place why.
   */
  readonly ofAll: Tx = {
    query: <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      this.withRunner((_runner, client) => clientTx(client).query<Row>(sql, values)),
  };

  /** All or nothing, as the service itself: for what is written. What a person reads goes by `query`. */
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
    await (await this.ofPersons)?.destroy();
    this.ofPersons = undefined;
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  /**
   * On a connection that is never anybody's but a person's: its role may read what is theirs and nothing else, so
   * nothing has to be taken back afterwards. Whose it is now is said before each read: one round trip more.
   */
  private async queryFor<Row extends object>(person: string, sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.withRunner(
      async (_runner, client) => {
        const tx = clientTx(client);
        await tx.query(SET_PERSON, [person]);
        return tx.query<Row>(sql, values);
      },
      await this.persons(),
    );
  }

  private persons(): Promise<DataSource> {
    if (!this.ofPersons) {
      const readOnly = ' -c default_transaction_read_only=on';
      this.ofPersons = connected({ ...this.options, role: PERSON_ROLE }, readOnly).catch((fault: unknown) => {
        this.ofPersons = undefined;
        throw fault;
      });
    }
    return this.ofPersons;
  }

  private async withRunner<T>(
    work: (runner: QueryRunner, client: PoolClient) => Promise<T>,
    dataSource = this.dataSource,
  ): Promise<T> {
    const runner = dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      return await work(runner, client);
    } finally {
      if (!runner.isReleased) await runner.release();
    }
  }
}
