import { Database } from '@kull/event-store';
import type { Instant } from '@kull/kernel';

/**
 * The service's time as PostgreSQL has it (reliability.md D8): for what is due. The machine's own clock plays no part;
 * what serves people goes by `Clock`.
 */
export class DatabaseClock {
  constructor(
    private readonly database: Database,
    /** What to give `clock.service_now` in a statement of one's own. */
    readonly movable: boolean,
  ) {}

  async now(): Promise<Instant> {
    const [row] = await this.database.query<{ now: Date }>('select clock.service_now($1) as now', [this.movable]);
    return row!.now.toISOString();
  }
}
