import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const repository = resolve(__dirname, '..', '..');
const stubs = join(__dirname, 'stub');
/** What a developer may have set for the real service. */
const chosenByTests = /^(DATABASE_URL|REDIS_URL|EMBEDDED_REDIS|PORT|KULL_(?!DATA_ROOT).*)$/;
const mark = 'KULL_LAUNCHER_TEST';

/** A folder that everybody may pass through, as most are. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kull-launcher-'));
  chmodSync(folder, 0o755);
  return folder;
}

let cluster: string | null = null;

/** Puts a new cluster into a folder. It is made once and copied, because initdb is most of a first start. */
export async function withCluster(folder: string): Promise<void> {
  if (!cluster) {
    cluster = newFolder();
    const lease = holdLease(cluster, { env: { EMBEDDED_REDIS: 'postgres' } });
    await serversOf(lease);
    lease.child.stdin!.end();
    await lease.exit;
  }
  for (const part of readdirSync(join(cluster, 'dev')).filter((name) => /^postgres-\d+$|^password$/.test(name)))
    cpSync(join(cluster, 'dev', part), join(folder, 'dev', part), { recursive: true });
}

export function removeCluster(): void {
  if (cluster) rmSync(cluster, { recursive: true });
  cluster = null;
}

/** A process of ours with all it printed. What it starts is known by the mark in its environment. */
export class Launched {
  output = '';
  readonly child: ChildProcess;
  readonly exit: Promise<number | NodeJS.Signals | null>;

  constructor(command: string[], folder: string, env: Record<string, string> = {}) {
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !chosenByTests.test(name)));
    const [program, ...args] = command;
    this.child = spawn(program!, args, { env: { ...inherited, [mark]: folder, ...env }, stdio: 'pipe', cwd: '/' });
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    this.exit = new Promise((done) => {
      this.child.once('close', (code, signal) => done(code ?? signal));
    });
  }

  async says(pattern: RegExp, within = 30_000): Promise<RegExpMatchArray> {
    let match: RegExpMatchArray | null = null;
    await until(
      () => {
        match = this.output.match(pattern);
        if (!match && (this.child.exitCode !== null || this.child.signalCode !== null))
          throw new Error(
            `It ended (${this.child.exitCode ?? this.child.signalCode}) without saying ${pattern}:\n${this.output}`,
          );
        return match !== null;
      },
      `${pattern}`,
      within,
    );
    return match!;
  }
}

export const startService = (
  folder: string,
  port: number,
  env?: Record<string, string>,
  before: readonly string[] = [],
) =>
  new Launched(
    [...before, process.execPath, join(stubs, 'start.mjs'), JSON.stringify({ root: repository, folder, port })],
    folder,
    env,
  );

export interface LeaseOptions {
  root?: string;
  fsync?: boolean;
  before?: string[];
  env?: Record<string, string>;
}

export function holdLease(folder: string, { root = repository, fsync = false, before = [], env }: LeaseOptions = {}) {
  const options = JSON.stringify({ launcher: join(root, 'apps/launcher'), root, folder, fsync });
  const script = root === repository ? stubs : join(root, 'test/launcher/stub');
  return new Launched([...before, process.execPath, join(script, 'lease.mjs'), options], folder, env);
}

export interface Servers {
  databaseUrl: string;
  redisUrl: string | null;
}

export const serversOf = async (lease: Launched): Promise<Servers> => JSON.parse((await lease.says(/^\{.*\}$/m))[0]);

/** Processes that were started for a folder, by their mark, command line or working folder. */
export function processesOf(folder: string): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      const command = read(() => readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' '));
      const environment = read(() => readFileSync(`/proc/${name}/environ`, 'utf8'));
      const workingFolder = read(() => readlinkSync(`/proc/${name}/cwd`));
      const ours =
        environment.includes(`${mark}=${folder}`) || command.includes(folder) || workingFolder.startsWith(folder);
      return { pid: Number(name), command, ours };
    })
    .filter(({ ours }) => ours);
}

// A process may end while it is looked at.
function read(look: () => string): string {
  try {
    return look();
  } catch {
    return '';
  }
}

export const pidOf = (folder: string, part: string): number => {
  const found = processesOf(folder).filter(({ command }) => command.includes(part));
  if (found.length !== 1) throw new Error(`${found.length} processes with ${part} instead of one`);
  return found[0]!.pid;
};

export const postmasterPid = (folder: string) => pidOf(folder, 'bin/postgres -D');

export const nothingRuns = (folder: string, within = 8_000) =>
  until(
    () => processesOf(folder).length === 0,
    () => `the end of ${JSON.stringify(processesOf(folder))}`,
    within,
  );

export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string | (() => string),
  within = 15_000,
): Promise<void> {
  for (const end = Date.now() + within; Date.now() < end; await sleep(50)) if (await holds()) return;
  throw new Error(`Waited ${within} ms in vain for ${typeof what === 'string' ? what : what()}`);
}

export const kill = (pid: number) => process.kill(pid, 'SIGKILL');

/** Ends whatever a test left, so that one failure does not make the next. */
export async function cleanUp(folder: string): Promise<void> {
  for (const { pid } of processesOf(folder)) {
    try {
      kill(pid);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  await nothingRuns(folder);
  rmSync(folder, { recursive: true, force: true });
}

export async function occupy(port: number) {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(port, '127.0.0.1', done);
  });
  return { port: (server.address() as { port: number }).port, free: () => server.close() };
}

/** A port that was free a moment ago. */
export async function aPort(): Promise<number> {
  const { port, free } = await occupy(0);
  free();
  return port;
}

export const isOpen = async (port: number): Promise<boolean> => {
  try {
    (await occupy(port)).free();
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return true;
    throw error;
  }
};
