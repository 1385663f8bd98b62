import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '@kull/event-store';
import type { QueueOptions } from '@kull/messaging';
import { createTestDatabase } from '../harness/database';
import { type Backend, testQueue } from '../harness/queues';
import { built } from './built';
import { Mortal } from './mortal';

const UP_WITHIN_MS = 60_000;

/** The service as it is built, its processes mortal. */
export interface House {
  readonly url: string;
  readonly token: string;
  readonly folder: string;
  readonly queue: QueueOptions;
  readonly owner: Database;
  readonly everybody: readonly Mortal[];
  /** One more worker, not yet started. */
  worker(name: string): Mortal;
  /** Brings the database up to date, again and again while it is killed at that. */
  migrate(): void;
  close(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** What a house is opened with besides its workers. */
export interface HouseFaults {
  /** Loaded before the migration, the api and every worker. */
  readonly preload?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export const openHouse = async (backend: Backend, workers: number, faults: HouseFaults = {}): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'kull-faults-'));
  const { url, drop } = await createTestDatabase();
  const queue = testQueue(backend, url);
  const port = await freePort();
  const token = randomBytes(24).toString('base64url');
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: url,
    REDIS_URL: queue.redisUrl ?? '',
    KULL_QUEUE_PREFIX: queue.prefix,
    KULL_KEYS: join(folder, 'keys'),
    KULL_ADMIN_TOKEN: token,
    KULL_BASE_URL: `http://127.0.0.1:${port}`,
    KULL_RENDER_THREADS: '1',
    PORT: String(port),
    ...faults.env,
  };
  const required = (faults.preload ?? []).flatMap((file) => ['--require', file]);
  const migrate = (): void => {
    for (;;) {
      const program = [...required, built('apps/api/src/migrate')];
      const { status, signal, stderr } = spawnSync(process.execPath, program, { env, encoding: 'utf8' });
      if (status === 0) return;
      if (signal !== 'SIGKILL') throw new Error(`the migration ended with ${status ?? signal}: ${stderr}`);
    }
  };
  migrate();
  const mortal = (name: string, entry: string): Mortal =>
    new Mortal(name, built(`apps/${entry}/src/main`), env, join(folder, `${name}.log`), undefined, faults.preload);
  const worker = (name: string): Mortal => mortal(name, 'worker');
  const api = mortal('api', 'api');
  const everybody = [api, ...Array.from({ length: workers }, (_, i) => worker(`worker-${i + 1}`))];
  for (const mortal of everybody) mortal.start();
  // Who never comes up is for the run to find.
  await Promise.race([Promise.all(everybody.map((mortal) => mortal.untilReady())), pause(UP_WITHIN_MS)]);
  const owner = await Database.connect({ url, poolSize: 5 });
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    folder,
    queue,
    owner,
    everybody,
    worker,
    migrate,
    close: async () => {
      await Promise.all(everybody.map((mortal) => mortal.stop()));
      await owner.close();
      await drop();

      rmSync(folder, { recursive: true, force: true });
    },
  };
};
