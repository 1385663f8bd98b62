import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { cleanUp, kill, Launched, newFolder, nothingRuns, processesOf, repository } from './launched';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => cleanUp(folder));

const runFolders = () => readdirSync(folder).filter((name) => name.startsWith('run-'));
const start = (env?: Record<string, string>) => {
  const script = join(__dirname, 'stub', 'throw-away.mjs');
  return new Launched([process.execPath, script, JSON.stringify({ root: repository, folder })], folder, env);
};

it('runs a service of its own with the shared keys, never on a given database, and leaves nothing', async () => {
  const own = start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/precious', REDIS_URL: 'redis://127.0.0.1:1' });
  const facts = JSON.parse((await own.says(/^\{.*\}$/m))[0]);
  expect(facts.DATABASE_URL).not.toContain('precious');
  expect(facts.REDIS_URL).not.toBe('redis://127.0.0.1:1');
  expect(facts.KULL_KEYS).toBe(join(folder, 'keys'));
  expect(facts.KULL_BASE_URL).toBe('http://localhost:3000');
  expect(runFolders()).toHaveLength(1);
  own.child.stdin!.end();
  expect(await own.exit).toBe(0);
  expect(runFolders()).toEqual([]);
  expect(processesOf(folder)).toEqual([]);
});

it('removes the folder of a run that was killed', async () => {
  const killed = start();
  await killed.says(/^\{.*\}$/m);
  const [left] = runFolders();
  kill(killed.child.pid!);
  await nothingRuns(folder);
  expect(runFolders()).toEqual([left]);

  const next = start();
  await next.says(/^\{.*\}$/m);
  expect(runFolders()).toHaveLength(1);
  expect(runFolders()).not.toContain(left);
  next.child.stdin!.end();
  await next.exit;
});
