import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import {
  aPort,
  cleanUp,
  isOpen,
  kill,
  type Launched,
  newFolder,
  nothingRuns,
  occupy,
  pidOf,
  postmasterPid,
  processesOf,
  removeCluster,
  startService,
  until,
  withCluster,
} from './launched';

jest.setTimeout(60_000);

interface Facts {
  pid: number;
  DATABASE_URL: string;
  REDIS_URL: string | null;
  KULL_QUEUE_PREFIX: string;
  KULL_BASE_URL: string;
  KULL_KEYS: string;
  KULL_CLOCK: string;
}

let folder: string;
let port: number;
beforeEach(async () => {
  folder = newFolder();
  port = await aPort();
});
afterEach(() => cleanUp(folder));
afterAll(removeCluster);

const running = (launched: Launched) => launched.says(/Kull runs at (http\S+)/).then(([, url]) => url!);

async function ask(url: string): Promise<Facts> {
  const answer = await fetch(url);
  return (await answer.json()) as Facts;
}

const answersAgain = (url: string, unlike: number) =>
  until(async () => {
    try {
      return (await ask(url)).pid !== unlike;
    } catch (error) {
      if ((error as Error).name === 'TypeError') return false;
      throw error;
    }
  }, `an answer of another process at ${url}`);

async function query(databaseUrl: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: databaseUrl });
  // The server may be killed under the connection; the query then says so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const noteIsKept = async (databaseUrl: string) =>
  expect(await query(databaseUrl, 'select text from note')).toEqual([{ text: 'kept' }]);
const keepNote = (databaseUrl: string) => query(databaseUrl, `create table note as select 'kept' as text`);

async function answersQueries(databaseUrl: string): Promise<boolean> {
  try {
    return (await query(databaseUrl, 'select 1')).length === 1;
  } catch (error) {
    // Down, starting (57P03) or going down.
    if (/ECONNREFUSED|ECONNRESET|57P0|terminated/.test(`${(error as { code?: string }).code} ${error}`)) return false;
    throw error;
  }
}

describe('npm start', () => {
  it('gives api and worker what they need, loads the demonstration data, and says where it runs', async () => {
    const start = startService(folder, port);
    const url = await running(start);
    const facts = await ask(url);
    expect(facts).toMatchObject({
      DATABASE_URL: expect.stringMatching(/^postgres:\/\/postgres:.+@127\.0\.0\.1:\d+\/kull$/),
      KULL_QUEUE_PREFIX: '{kull}',
      KULL_BASE_URL: `http://localhost:${port}`,
      KULL_KEYS: join(folder, 'keys'),
      KULL_CLOCK: '2027-02-26T08:00:00+01:00',
      KULL_SMTP_URL: expect.stringMatching(/^smtp:\/\/127\.0\.0\.1:\d+$/),
      KULL_OUTBOX: join(folder, 'dev/outbox'),
      KULL_LOGINS: join(folder, 'dev/logins.json'),
    });
    expect(start.output).toContain(`${url}/utboks`);
    expect(start.output).toContain('The clock of the service shows Friday, 26 February 2027 at 08:00');
    expect(start.output).toContain(`cli seed: {"KULL_URL":"${url}","KULL_DATABASE_URL":null}, 43`);
    for (const phase of ['PostgreSQL and Redis', 'Migrations', 'Service', 'Demonstration data'])
      expect(start.output).toMatch(new RegExp(`^ +\\d+\\.\\d s {2}${phase}`, 'm'));
    expect(JSON.parse(readFileSync(join(folder, 'dev/service.json'), 'utf8'))).toEqual({
      url,
      pid: start.child.pid,
      tokenFile: join(folder, 'keys/admin-token'),
    });
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    for (const secret of ['keys/admin-token', 'keys/story-login-secret', 'dev/password', 'dev/logins.json'])
      expect(statSync(join(folder, secret)).mode & 0o777).toBe(0o600);
  });

  it('ends everything on Ctrl-C and is there again at the next start, data and ports kept', async () => {
    await withCluster(folder);
    const first = startService(folder, port);
    const facts = await ask(await running(first));
    await keepNote(facts.DATABASE_URL);
    first.child.kill('SIGINT');
    expect(await first.exit).toBe(0);
    expect(processesOf(folder)).toEqual([]);
    expect(await isOpen(port)).toBe(false);
    expect(await isOpen(Number(new URL(facts.DATABASE_URL).port))).toBe(false);
    expect(existsSync(join(folder, 'dev/service.json'))).toBe(false);

    const second = startService(folder, port);
    const again = await ask(await running(second));
    expect(again.DATABASE_URL).toBe(facts.DATABASE_URL);
    await noteIsKept(again.DATABASE_URL);
  });

  it('ends everything on Ctrl-C while it is still starting', async () => {
    const start = startService(folder, port);
    await until(() => existsSync(join(folder, 'dev/postgres.port')), 'the first start of PostgreSQL');
    start.child.kill('SIGINT');
    expect(await start.exit).toBe(0);
    await nothingRuns(folder);
  });

  it('runs once: of two starts at the same time one serves, and the other says where', async () => {
    const starts = [startService(folder, port), startService(folder, port)];
    const refused = await Promise.race(
      starts.map(async (start) => ((await start.exit) === 0 ? start : Promise.reject(start.output))),
    );
    const serving = starts.find((start) => start !== refused)!;
    const url = await running(serving);
    expect(refused.output).toContain(`The service already runs at ${url} (process ${serving.child.pid})`);
    expect(processesOf(folder).filter(({ command }) => command.includes('bin/postgres -D'))).toHaveLength(1);
    await ask(url);
  });

  it('takes other ports when its own are taken', async () => {
    await withCluster(folder);
    const first = startService(folder, port);
    const before = await ask(await running(first));
    first.child.kill('SIGINT');
    await first.exit;

    const taken = await Promise.all([occupy(port), occupy(Number(new URL(before.DATABASE_URL).port))]);
    try {
      const second = startService(folder, port);
      const url = await running(second);
      expect(second.output).toContain(`Port ${port} is taken; the service uses ${new URL(url).port}`);
      const after = await ask(url);
      expect(new URL(after.DATABASE_URL).port).not.toBe(new URL(before.DATABASE_URL).port);
      expect(await query(after.DATABASE_URL, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      for (const { free } of taken) free();
    }
  });

  it('ends everything when npm, which started it, is told to stop and does not pass it on', async () => {
    await withCluster(folder);
    const npm = startService(folder, port, { npm_lifecycle_event: 'start' }, ['sh', '-c', '"$0" "$@"; :']);
    await running(npm);
    npm.child.kill('SIGTERM');
    await nothingRuns(folder, 15_000);
    expect(existsSync(join(folder, 'dev/service.json'))).toBe(false);
  });

  it('puts the queue on PostgreSQL when no Redis may be had, and says so', async () => {
    await withCluster(folder);
    const start = startService(folder, port, { EMBEDDED_REDIS: 'postgres' });
    const facts = await ask(await running(start));
    expect(facts.REDIS_URL).toBeNull();
    expect(start.output).toContain('The queue runs on PostgreSQL (EMBEDDED_REDIS=postgres)');
    expect(processesOf(folder).filter(({ command }) => /redis|valkey/.test(command))).toEqual([]);
  });
});

describe('kill -9', () => {
  it('of api, worker, postmaster and supervisor in turn: each comes back, and no row is lost', async () => {
    await withCluster(folder);
    const start = startService(folder, port);
    const url = await running(start);
    const { pid, DATABASE_URL } = await ask(url);
    await keepNote(DATABASE_URL);

    kill(pid);
    await answersAgain(url, pid);
    await start.says(/api ended unexpectedly \(SIGKILL\); it is started again \(restart 1\)/);

    const worker = pidOf(folder, 'worker.cjs');
    kill(worker);
    await until(
      () => processesOf(folder).some(({ command, pid }) => command.includes('worker.cjs') && pid !== worker),
      'a new worker',
    );

    kill(postmasterPid(folder));
    await start.says(/PostgreSQL ended unexpectedly \(SIGKILL\)/);
    await until(() => answersQueries(DATABASE_URL), 'PostgreSQL after the death of its postmaster');
    await noteIsKept(DATABASE_URL);

    kill(pidOf(folder, 'supervisor.mjs'));
    await start.says(/The supervisor of the servers is gone/);
    await until(() => answersQueries(DATABASE_URL), 'PostgreSQL after the death of its supervisor');
    await noteIsKept(DATABASE_URL);
    expect(processesOf(folder).filter(({ command }) => command.includes('bin/postgres -D'))).toHaveLength(1);
    await ask(url);
  });

  it('of the launcher, then of everything at once: nothing is left running, and each next start has all rows', async () => {
    await withCluster(folder);
    const first = startService(folder, port);
    const { DATABASE_URL } = await ask(await running(first));
    await keepNote(DATABASE_URL);
    kill(first.child.pid!);
    await nothingRuns(folder);
    expect(await isOpen(port)).toBe(false);
    expect(existsSync(join(folder, 'dev/service.json'))).toBe(true);

    await running(startService(folder, port));
    await noteIsKept(DATABASE_URL);
    for (const { pid } of processesOf(folder)) kill(pid);
    await nothingRuns(folder);

    await running(startService(folder, port));
    await noteIsKept(DATABASE_URL);
  });
});
