import { Database, EventStore, Wakeup } from '@kull/event-store';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { contexts } from '../../../contexts';

/** Whose events have come since the position told before. */
export interface News {
  /** The end of the log. */
  readonly position: number;
  /** Names of the contexts that the events belong to; `access` for accounts. */
  readonly topics: readonly string[];
}

interface Row {
  readonly position: string | null;
  readonly types: readonly string[] | null;
}

/** One look however many events came; none of what is in them. */
const SINCE = 'select max(position) as position, array_agg(distinct type) as types from log.event where position > $1';

const topicOf = new Map(
  contexts.flatMap(({ name, parts }) =>
    parts.codecs.flatMap((codec) => Object.keys(codec).map((type) => [type, name] as const)),
  ),
);

const newsFrom = ({ position, types }: Row): News | undefined =>
  position === null
    ? undefined
    : {
        position: Number(position),
        topics: [...new Set((types ?? []).map((type) => topicOf.get(type) ?? 'access'))].sort(),
      };

type Listener = (news: News) => void;

/** Tells whoever listens that the log has grown. While nobody listens it asks nothing. */
@Injectable()
export class LogTail implements OnModuleDestroy {
  private readonly listeners = new Set<Listener>();
  private wakeup: Wakeup | undefined;
  private position = 0;
  private looking: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly database: Database,
    private readonly events: EventStore,
  ) {}

  /** What came after a position; undefined when nothing did. */
  async since(position: number): Promise<News | undefined> {
    const [row] = await this.events.query<Row>(SINCE, [position]);
    return row && newsFrom(row);
  }

  /** Listens until the answer is called. */
  async listen(listener: Listener): Promise<() => void> {
    if (this.listeners.size === 0) await this.start();
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) void this.stop();
    };
  }

  async onModuleDestroy(): Promise<void> {
    this.listeners.clear();
    await this.stop();
  }

  private async start(): Promise<void> {
    this.position = await this.events.reader.head();
    this.wakeup = new Wakeup(this.database, 'kull_events', () => this.wake());
    await this.wakeup.start();
  }

  private async stop(): Promise<void> {
    const { wakeup } = this;
    this.wakeup = undefined;
    await wakeup?.stop();
    await this.looking;
  }

  private wake(): void {
    if (this.looking) {
      this.again = true;
      return;
    }
    this.looking = this.look().finally(() => {
      this.looking = undefined;
    });
  }

  private async look(): Promise<void> {
    do {
      this.again = false;
      // A database that is away for a moment is asked again at the next waking.
      const news = await this.since(this.position).catch(() => undefined);
      if (!news) continue;
      this.position = news.position;
      for (const listener of this.listeners) listener(news);
    } while (this.again);
  }
}
