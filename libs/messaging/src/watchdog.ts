import { Database } from '@kull/event-store';
import { Logger } from '@nestjs/common';
import { faultText } from './fault-text';
import type { JobRunner } from './job-runner';

const LOOK_EVERY_MS = 15_000;
const STUCK_AFTER_MS = 60_000;

const WAITS_TOO_LONG = `select 1 from messaging.outbox
  where done_at is null and cancelled_at is null and quarantined_at is null and job = any ($1)
    and due_at < now() - make_interval(secs => $2) and enqueued_at is not null
    and (lease_until is null or lease_until < now()) limit 1`;

/**
 * A worker that does nothing while jobs have been on the queue for a minute has lost its queue without noticing
 * (reliability.md T29). PostgreSQL is asked, not the queue's own counters; whoever started the process starts it anew.
 */
export class Watchdog {
  private readonly log = new Logger('watchdog');
  private timer: NodeJS.Timeout | undefined;
  private startedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly runner: JobRunner,
    private readonly jobs: readonly string[],
    private readonly onStuck: () => void,
  ) {}

  start(): void {
    this.startedAt = performance.now();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const idleMs = Math.min(this.runner.idleMs, performance.now() - this.startedAt);
    if (idleMs < STUCK_AFTER_MS) return;
    try {
      const waiting = await this.database.query(WAITS_TOO_LONG, [this.jobs, STUCK_AFTER_MS / 1_000]);
      if (waiting.length === 0) return;
    } catch (fault) {
      this.log.warn({ message: 'database not asked', fault: faultText(fault) });
      return;
    }
    this.log.fatal({ message: 'jobs wait and none arrives' });
    this.onStuck();
  }
}
