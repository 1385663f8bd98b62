import type { Database } from '@kull/event-store';
import { AwardsInLog } from './awards-in-log';
import { PlacesInLog } from './places-in-log';
import { RegistersInLog } from './registers-in-log';

/** An event as it lies in the log. */
export interface LoggedEvent {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: events of every kind, as they lie in the log
  readonly data: any;
}

/**
 * Reads the log as it grows, and holds every single event against the invariants: none of them may be broken between
 * two events either. Knows nothing of the service but the names and fields of its events.
 */
export class YearLog {
  readonly places = new PlacesInLog();
  readonly registers = new RegistersInLog(this.places);
  readonly awards = new AwardsInLog();
  private readonly versions = new Map<string, number>();
  private last = 0;

  constructor(private readonly database: Database) {}

  /** How many events there are. */
  get length(): number {
    return this.last;
  }

  /** Reads on to the end. Answers what breaks an invariant. */
  async follow(): Promise<readonly string[]> {
    const breaches: string[] = [];
    for (;;) {
      const page = await this.database.query<LoggedEvent>(
        `select position::float8 as position, stream, version::float8 as version, type, data
           from log.event where position > $1 order by position limit 5000`,
        [this.last],
      );
      if (page.length === 0) return breaches;
      for (const event of page)
        breaches.push(
          ...this.read(event).map((breach) => `${event.position} ${event.type} ${event.stream}: ${breach}`),
        );
    }
  }

  private read(event: LoggedEvent): readonly string[] {
    const { position, stream, version } = event;
    const breaches: string[] = [];
    if (position !== this.last + 1) breaches.push(`I3: comes after ${this.last}`);
    if (version !== (this.versions.get(stream) ?? 0) + 1) breaches.push(`I2: is version ${version} of its stream`);
    this.last = position;
    this.versions.set(stream, version);
    return [...breaches, ...this.places.read(event), ...this.registers.read(event), ...this.awards.read(event)];
  }
}
