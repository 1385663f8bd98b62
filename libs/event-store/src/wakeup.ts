import type { Database } from './database';

const SLOW_POLL_MS = 5_000;

/** LISTEN takes no parameters. */
const LISTEN = {
  kull_events: 'listen kull_events',
  kull_outbox: 'listen kull_outbox',
  kull_clock: 'listen kull_clock',
} as const;

/** Wakes its listeners when a channel of PostgreSQL says so; a slow poll is the truth (design.md 5). */
export class Wakeup {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private release: (() => Promise<void>) | undefined;

  constructor(
    private readonly database: Database,
    private readonly channel: keyof typeof LISTEN,
    private readonly wake: () => void,
  ) {}

  async start(): Promise<void> {
    this.timer = setInterval(this.wake, SLOW_POLL_MS);
    await this.listen();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.release?.();
  }

  private async listen(): Promise<void> {
    if (this.stopped) return;
    try {
      const { client, release } = await this.database.dedicated();
      let released = false;
      this.release = async () => {
        if (released) return;
        released = true;
        client.removeAllListeners('notification');
        await release();
      };
      client.on('notification', this.wake);
      // A lost connection may say so more than once; nobody listening would be a fault of the process.
      client.on('error', () => {
        if (released) return;
        void this.release?.().finally(() => setTimeout(() => void this.listen(), 1_000).unref());
      });
      await client.query(LISTEN[this.channel]);
    } catch {
      // The database is away: the slow poll goes on, and listening is tried again.
      setTimeout(() => void this.listen(), 1_000).unref();
    }
    this.wake();
  }
}
