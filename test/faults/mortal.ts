import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

export interface Exit {
  readonly name: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Killed by the storm. */
  readonly injected: boolean;
  /** Asked to leave at the end. */
  readonly planned: boolean;
  /** Had come up. */
  readonly wasReady: boolean;
  /** When it began and ended, ms of this process. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly pid: number | undefined;
}

const RESTART_MS = 50;

/** A process that is killed and comes back. Every end is noted, so that the coming back hides none (I15). */
export class Mortal {
  readonly exits: Exit[] = [];
  private child: ChildProcess | undefined;
  private ready = false;
  private wanted = true;
  private injected = false;
  private readonly onReady: (() => void)[] = [];

  constructor(
    readonly name: string,
    private readonly entry: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly log: string,
    private readonly onMessage: (message: unknown) => void = () => undefined,
    /** Loaded before the entry. */
    private readonly preload: readonly string[] = [],
  ) {}

  get isReady(): boolean {
    return this.ready;
  }

  start(): void {
    const output = openSync(this.log, 'a');
    const required = this.preload.flatMap((file) => ['--require', file]);
    const child = spawn(process.execPath, [...required, this.entry], {
      env: this.env,
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    const startedAt = performance.now();
    let wasReady = false;
    this.child = child;
    this.injected = false;
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'ready' in message) {
        this.ready = true;
        wasReady = true;
        for (const tell of this.onReady.splice(0)) tell();
      } else this.onMessage(message);
    });
    child.once('exit', (code, signal) => {
      this.ready = false;
      this.exits.push({
        name: this.name,
        code,
        signal,
        injected: this.injected,
        planned: !this.wanted,
        wasReady,
        startedAt,
        endedAt: performance.now(),
        pid: child.pid,
      });
      if (this.wanted) setTimeout(() => this.wanted && this.start(), RESTART_MS);
    });
  }

  untilReady(): Promise<void> {
    return this.ready ? Promise.resolve() : new Promise((resolve) => this.onReady.push(resolve));
  }

  /** False when it is on its way already. */
  send(message: object): boolean {
    if (!this.ready || !this.child?.connected) return false;
    return this.child.send(message, () => undefined);
  }

  kill(): void {
    this.ready = false;
    this.injected = true;
    this.child?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.wanted = false;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  }

  output(): string {
    return readFileSync(this.log, 'utf8');
  }
}
