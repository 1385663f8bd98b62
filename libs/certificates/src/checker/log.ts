/** Asks the database: all that the checker is given. */
export type Ask = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

// biome-ignore lint/suspicious/noExplicitAny: the checker reads what is stored, and trusts no type of the code that stored it.
export type Stored = any;

/** An event as it lies in the table. */
export interface StoredEvent {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly data: Stored;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

interface Row {
  readonly position: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly data: Stored;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
}

const COLUMNS = 'position, stream, version, type, data, occurred_at, recorded_at';

// Streams of one category lie together in the index: `-` comes right before `.`.
const PAGE = `select ${COLUMNS} from log.event
  where stream collate "C" >= $1 and stream collate "C" < $2 and (stream collate "C", version) > ($3, $4)
  order by stream collate "C", version limit $5`;
const OF_STREAMS = `select ${COLUMNS} from log.event where stream = any ($1) and type = any ($2) order by stream, version`;
const OF_TYPE = `select ${COLUMNS} from log.event where type = $1 and position > $2 order by position limit $3`;

const eventOf = ({ position, occurred_at, recorded_at, ...row }: Row): StoredEvent => ({
  ...row,
  position: Number(position),
  occurredAt: occurred_at.toISOString(),
  recordedAt: recorded_at.toISOString(),
});

/** All streams of a category, some at a time, each whole. Reads along the index; keeps no more than one page. */
export async function* streamsOf(ask: Ask, category: string, limit = 500): AsyncGenerator<StoredEvent[][]> {
  let pending: StoredEvent[] = [];
  for (;;) {
    const last = pending.at(-1);
    const rows = await ask<Row>(PAGE, [`${category}-`, `${category}.`, last?.stream ?? '', last?.version ?? 0, limit]);
    const events = [...pending, ...rows.map(eventOf)];
    const whole: StoredEvent[][] = [];
    for (const event of events) {
      if (whole.at(-1)?.[0]?.stream === event.stream) whole.at(-1)!.push(event);
      else whole.push([event]);
    }
    const isLast = rows.length < limit;
    pending = isLast ? [] : (whole.pop() ?? []);
    if (whole.length > 0) yield whole;
    if (isLast) return;
  }
}

/** The events of these types in these streams, by stream. */
export const eventsOf = async (
  ask: Ask,
  streams: readonly string[],
  types: readonly string[],
): Promise<ReadonlyMap<string, StoredEvent[]>> => {
  const found = new Map<string, StoredEvent[]>();
  for (const event of (await ask<Row>(OF_STREAMS, [streams, types])).map(eventOf)) {
    const events = found.get(event.stream);
    if (events) events.push(event);
    else found.set(event.stream, [event]);
  }
  return found;
};

/** All events of one type, in the order of the log. */
export async function* eventsOfType(ask: Ask, type: string, limit = 200): AsyncGenerator<StoredEvent> {
  for (let after = 0; ; ) {
    const events = (await ask<Row>(OF_TYPE, [type, after, limit])).map(eventOf);
    yield* events;
    if (events.length < limit) return;
    after = events.at(-1)!.position;
  }
}
