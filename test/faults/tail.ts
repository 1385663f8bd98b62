import { type Database, isPassing } from '@kull/event-store';

/** Reads the log all the time, as a follower would, and keeps the order in which it saw the positions (I4). */
export class Tail {
  readonly seen: number[] = [];
  private reading = true;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  start(): void {
    this.running = this.follow();
  }

  /** Reads to the end once more. */
  async stop(): Promise<void> {
    this.reading = false;
    await this.running;
    while ((await this.read()) > 0);
  }

  private async follow(): Promise<void> {
    while (this.reading) {
      const read = await this.read();
      if (read === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  private async read(): Promise<number> {
    try {
      const rows = await this.database.query<{ position: number }>(
        'select position::float8 as position from log.event where position > $1 order by position limit 1000',
        [this.seen.at(-1) ?? 0],
      );
      for (const { position } of rows) this.seen.push(position);
      return rows.length;
    } catch (fault) {
      // The server is being restarted.
      if (isPassing(fault)) return 0;
      throw fault;
    }
  }
}
