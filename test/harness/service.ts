import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from './database';

const built = join(__dirname, '../../dist/apps');

/** The whole service, as `npm start` runs it, on a database and a queue of its own. */
export interface RunningService {
  readonly url: string;
  readonly token: string;
  readonly databaseUrl: string;
  readonly queuePrefix: string;
  readonly keysFolder: string;
  /** Everything that api and worker have written to their logs. */
  logs(): string;
  /** What of it is no plain report of work done. */
  complaints(): string;
  stop(): Promise<void>;
}

export interface ServiceChoice {
  /** Keys decide certificate numbers and signatures: services with the same keys make the same bytes. */
  readonly keys?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

const untilReady = (child: ChildProcess, name: string, log: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`${name} was not ready in time:\n${readFileSync(log, 'utf8')}`)),
      60_000,
    );
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`${name} ended with ${code}:\n${readFileSync(log, 'utf8')}`));
    });
    child.on('message', (message) => {
      if (typeof message !== 'object' || message === null || !('ready' in message)) return;
      clearTimeout(late);
      resolve();
    });
  });

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', resolve);
  });

/** Keys for services of one test, made by the first of them. */
export const newKeys = (): { readonly folder: string; remove(): void } => {
  const folder = mkdtempSync(join(tmpdir(), 'kull-keys-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

export const startService = async ({ keys, env = {} }: ServiceChoice = {}): Promise<RunningService> => {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'kull-service-'));
  const port = await freePort();
  const token = randomBytes(24).toString('base64url');
  const queuePrefix = `{kull-test-${randomBytes(4).toString('hex')}}`;
  const keysFolder = keys ?? join(folder, 'keys');
  mkdirSync(keysFolder, { recursive: true, mode: 0o700 });
  const environment = {
    ...process.env,
    DATABASE_URL: database.url,
    KULL_QUEUE_PREFIX: queuePrefix,
    KULL_KEYS: keysFolder,
    KULL_ADMIN_TOKEN: token,
    KULL_BASE_URL: 'http://localhost:3000',
    PORT: String(port),
    NODE_ENV: 'development',
    ...env,
  };
  const start = (name: string, entry: string): { child: ChildProcess; log: string } => {
    const log = join(folder, `${name}.log`);
    const output = openSync(log, 'a');
    return {
      log,
      child: spawn(process.execPath, [join(built, entry)], {
        env: environment,
        stdio: ['ignore', output, output, 'ipc'],
      }),
    };
  };
  const migrate = start('migrate', 'api/src/migrate.js');
  const code = await ended(migrate.child);
  if (code !== 0) throw new Error(`migrations ended with ${code}:\n${readFileSync(migrate.log, 'utf8')}`);
  const api = start('api', 'api/src/main.js');
  const worker = start('worker', 'worker/src/main.js');
  const stop = async (): Promise<void> => {
    for (const { child } of [api, worker]) child.kill('SIGTERM');
    await Promise.all([ended(api.child), ended(worker.child)]);
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([untilReady(api.child, 'api', api.log), untilReady(worker.child, 'worker', worker.log)]);
  } catch (error) {
    await stop();
    throw error;
  }
  const logs = (): string => [migrate, api, worker].map(({ log }) => readFileSync(log, 'utf8')).join('\n');
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    databaseUrl: database.url,
    queuePrefix,
    keysFolder,
    logs,
    complaints: () =>
      logs()
        .split('\n')
        .filter((line) => !line.startsWith('{"level":30,'))
        .join('\n'),
    stop,
  };
};
