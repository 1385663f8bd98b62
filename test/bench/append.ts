import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { newUuid } from '@kull/kernel';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { DataSource, EntitySchema } from 'typeorm';
import { Mark, startBenchService } from './bench-service';
import { type Contender, compare, ratePerSecond } from './rounds';

const CLIENTS = 32;
const MS = 1_500;

/** PostgreSQL's own driver of load, where it is installed; else the same statement from Node. */
const singleInsert = async (url: string): Promise<Contender & { close(): Promise<void> }> => {
  const pool = new Pool({ connectionString: url, max: CLIENTS });
  await pool.query(
    'create table plain_event (id uuid primary key default gen_random_uuid(), stream text not null, version int not null, type text not null, data json not null)',
  );
  const sql = `insert into plain_event (stream, version, type, data) values ('s', 1, 'AttendanceRecorded', '{"student":"stc_1","halfHours":15}')`;
  const pgbench = ['/usr/lib/postgresql', '/usr/bin']
    .flatMap((root) =>
      root.endsWith('bin')
        ? [join(root, 'pgbench')]
        : [18, 17, 16, 15].map((v) => join(root, String(v), 'bin', 'pgbench')),
    )
    .find((path) => existsSync(path));
  const folder = mkdtempSync(join(tmpdir(), 'kull-bench-'));
  writeFileSync(join(folder, 'insert.sql'), `${sql};\n`);
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    name: pgbench ? 'pgbench single insert' : 'single insert from Node',
    async measure() {
      if (!pgbench) {
        const clients = await Promise.all(Array.from({ length: CLIENTS }, () => pool.connect()));
        try {
          return await ratePerSecond(CLIENTS, MS, (client) => clients[client]!.query({ name: 'insert', text: sql }));
        } finally {
          for (const client of clients) client.release();
        }
      }
      const { stdout } = await promisify(execFile)(
        pgbench,
        [
          '-h',
          hostname,
          '-p',
          port,
          '-U',
          decodeURIComponent(username),
          '-n',
          '-M',
          'prepared',
          '-c',
          String(CLIENTS),
          '-j',
          '2',
          '-T',
          String(Math.ceil(MS / 1000)),
          '-f',
          join(folder, 'insert.sql'),
          pathname.slice(1),
        ],
        { env: { ...process.env, PGPASSWORD: decodeURIComponent(password) } },
      );
      return Number(/tps = ([\d.]+)/.exec(stdout)![1]);
    },
    async close() {
      await pool.end();
      rmSync(folder, { recursive: true });
    },
  };
};

/** The usual way: read the highest version, then save an entity. */
const typeOrmSave = async (url: string): Promise<Contender & { close(): Promise<void> }> => {
  const Row = new EntitySchema<{ id: string; stream: string; version: number; data: object }>({
    name: 'SavedEvent',
    tableName: 'saved_event',
    columns: {
      id: { type: 'uuid', primary: true },
      stream: { type: 'text' },
      version: { type: 'int' },
      data: { type: 'jsonb' },
    },
    uniques: [{ columns: ['stream', 'version'] }],
  });
  const dataSource = new DataSource({ type: 'postgres', url, entities: [Row], extra: { max: CLIENTS } });
  await dataSource.initialize();
  await dataSource.query(
    'create table saved_event (id uuid primary key, stream text not null, version int not null, data jsonb not null, unique (stream, version))',
  );
  return {
    name: 'TypeORM read max + save',
    measure: (round) =>
      ratePerSecond(CLIENTS, MS, async (client) => {
        const repository = dataSource.getRepository(Row);
        const stream = `typeorm-${round}-${client}`;
        const version = (await repository.maximum('version', { stream })) ?? 0;
        await repository.save({
          id: newUuid(),
          stream,
          version: version + 1,
          data: { student: 'stc_1', halfHours: 15 },
        });
      }),
    close: () => dataSource.destroy(),
  };
};

const emmett = async (url: string): Promise<Contender & { close(): Promise<void> }> => {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  return {
    name: 'Emmett PostgreSQL',
    measure: (round) =>
      ratePerSecond(CLIENTS, MS, async (client, n) => {
        await store.appendToStream(
          `emmett-${round}-${client}`,
          [{ type: 'AttendanceRecorded', data: { student: 'stc_1', halfHours: 15 } }],
          {
            expectedStreamVersion: n === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(n),
          },
        );
      }),
    close: () => store.close(),
  };
};

/** Command → stored event at 32 clients: through the command bus, with load, version check and an inline read model. */
export const append = async (url: string): Promise<void> => {
  const service = await startBenchService(url);
  const bus = service.app.get(CommandBus);
  const others = [await emmett(url), await typeOrmSave(url)];
  const limit = await singleInsert(url);
  const run = newUuid();
  try {
    await compare({
      name: 'append',
      unit: 'commands/s, 32 clients',
      limit,
      contenders: [
        {
          name: 'kull',
          measure: (round) =>
            ratePerSecond(CLIENTS, MS, (client, n) => bus.execute(new Mark(`${run}-${round}-${client}`, n))),
        },
        ...others,
      ],
      goal: { contender: 'kull', ratio: 1, better: 'more' },
    });
    await compare({
      name: 'append-one-client',
      unit: 'ms per command, 1 client',
      limit: {
        name: 'raw insert',
        measure: async () => {
          const pool = new Pool({ connectionString: url, max: 1 });
          const client = await pool.connect();
          const rate = await ratePerSecond(1, 1_000, () =>
            client.query({
              name: 'i',
              text: `insert into plain_event (stream, version, type, data) values ('s', 1, 'AttendanceRecorded', '{}')`,
            }),
          );
          client.release();
          await pool.end();
          return 1000 / rate;
        },
      },
      contenders: [
        {
          name: 'kull',
          measure: async (round) =>
            1000 / (await ratePerSecond(1, 1_000, (_, n) => bus.execute(new Mark(`${run}-one-${round}`, n)))),
        },
      ],
      goal: { contender: 'kull', ratio: 1.5, better: 'less' },
    });
  } finally {
    await service.close();
    await limit.close();
    for (const other of others) await other.close();
  }
};
