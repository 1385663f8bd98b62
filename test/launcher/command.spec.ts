import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import {
  aPort,
  cleanUp,
  kill,
  Launched,
  newFolder,
  nothingRuns,
  processesOf,
  removeCluster,
  repository,
  startService,
  until,
  withCluster,
} from './launched';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => cleanUp(folder));
afterAll(removeCluster);

const runFolders = () => readdirSync(folder).filter((name) => name.startsWith('run-'));

const kull = (words: string[], env?: Record<string, string>) => {
  const script = join(__dirname, 'stub', 'command.mjs');
  return new Launched([process.execPath, script, JSON.stringify({ root: repository, folder }), ...words], folder, env);
};

async function given(command: Launched) {
  const [, words, where, tokenLength] = await command.says(/^cli (.*): (\{.*\}), (\d+)$/m);
  return { words, ...JSON.parse(where!), token: tokenLength !== '0' };
}

it('works against the service that runs, and against the one that --url names', async () => {
  await withCluster(folder);
  const service = startService(folder, await aPort());
  const [, url] = await service.says(/Kull runs at (http\S+)/);
  expect(await given(kull(['course', 'run', 'x']))).toEqual({
    words: 'course run x',
    KULL_URL: url,
    KULL_DATABASE_URL: null,
    token: true,
  });
  const elsewhere = kull(['course', '--url', 'http://127.0.0.1:1', 'run']);
  expect(await given(elsewhere)).toMatchObject({ words: 'course run', KULL_URL: 'http://127.0.0.1:1', token: false });
  const audit = await given(kull(['audit', 'verify']));
  expect(audit.KULL_DATABASE_URL).toMatch(/^postgres:\/\/.+@127\.0\.0\.1:\d+\/kull$/);
  expect(service.child.exitCode).toBeNull();
});

it('starts a service of its own for the work on a folder, never on a given database, and leaves nothing', async () => {
  const precious = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/precious', REDIS_URL: 'redis://127.0.0.1:1' };
  const own = kull(['intake', 'run', 'x', '--fresh'], { ...precious, KULL_STUB_EXIT: '2' });
  expect(await given(own)).toMatchObject({
    words: 'intake run x',
    KULL_URL: expect.stringContaining('http://127.0.0.1:'),
    token: true,
  });
  expect(await own.exit).toBe(2);
  expect(runFolders()).toEqual([]);
  expect(processesOf(folder)).toEqual([]);
  expect(existsSync(join(folder, 'keys/admin-token'))).toBe(true);
});

it('removes the folder of a run that was killed', async () => {
  const killed = kull(['course', 'run']);
  await until(() => existsSync(folder) && runFolders().length === 1, 'a folder for the run');
  const [left] = runFolders();
  await until(() => processesOf(folder).some(({ command }) => command.includes('supervisor.mjs')), 'its supervisor');
  kill(killed.child.pid!);
  await nothingRuns(folder);
  expect(runFolders()).toEqual([left]);
  const next = kull(['course', 'run']);
  expect(await next.exit).toBe(0);
  expect(runFolders()).toEqual([]);
});

it('names no service where none runs and none is needed', async () => {
  expect(await given(kull(['help']))).toMatchObject({ KULL_URL: null, token: false });
  expect(await given(kull(['audit', 'verify']))).toMatchObject({ KULL_DATABASE_URL: null });
});
