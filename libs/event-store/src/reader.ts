import { uuidOf } from '@kull/kernel';
import type { Codecs } from './codec';
import type { AsOf, EventMetadata, Recorded, Tx } from './contracts';

interface Row {
  readonly position: string;
  readonly stream: string;
  readonly version: number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: object;
  readonly metadata: EventMetadata;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
}

const COLUMNS =
  'e.position, e.stream, e.version, e.event_id, e.type, e.schema_version, e.data, e.metadata, e.occurred_at, e.recorded_at';

const BY_STREAM = `select ${COLUMNS} from unnest($1::text[], $2::integer[]) as s (stream, after)
  join log.event e on e.stream = s.stream and e.version > s.after order by e.stream, e.version`;

const BY_STREAM_AS_OF = `select ${COLUMNS} from unnest($1::text[]) as s (stream) join log.event e on e.stream = s.stream
  where e.recorded_at < coalesce($2::timestamptz, 'infinity') + interval '1 millisecond'
    and e.occurred_at < coalesce($3::timestamptz, 'infinity') + interval '1 millisecond'
  order by e.stream, e.version`;

const BY_POSITION = `select ${COLUMNS} from log.event e where e.position > $1 order by e.position limit $2`;

const BACKWARDS = `select ${COLUMNS} from log.event e
  where e.position < $1 and ($2::text is null or e.stream = $2) order by e.position desc limit $3`;

const BY_POSITION_AND_TYPE = `select ${COLUMNS} from log.event e
  where e.position > $1 and e.position <= $2 and e.type = any ($3) order by e.position limit $4`;

/** Reads the log; what comes out is in its present form, whatever version was stored. */
export class Reader {
  constructor(
    private readonly db: Tx,
    private readonly codecs: Codecs,
  ) {}

  /** The end of the log. */
  async head(): Promise<number> {
    const [row] = await this.db.query<{ position: string }>('select position from log.head');
    return safePosition(row!.position);
  }

  /** The events of each stream after the version given, in order. */
  async streams(
    wanted: readonly { readonly stream: string; readonly after: number }[],
  ): Promise<ReadonlyMap<string, Recorded[]>> {
    const rows = await this.db.query<Row>(BY_STREAM, [
      wanted.map(({ stream }) => stream),
      wanted.map(({ after }) => after),
    ]);
    return this.byStream(rows);
  }

  /** The events of each stream that were known and true then, in order of version. */
  async streamsAsOf(
    streams: readonly string[],
    { knownAt, validOn }: AsOf,
  ): Promise<ReadonlyMap<string, readonly Recorded[]>> {
    return this.byStream(
      await this.db.query<Row>(BY_STREAM_AS_OF, [[...new Set(streams)], knownAt ?? null, validOn ?? null]),
    );
  }

  /** A page of the whole log after a position, in order of position. */
  async page(after: number, limit: number): Promise<Recorded[]> {
    return (await this.db.query<Row>(BY_POSITION, [after, limit])).map((row) => this.recorded(row));
  }

  /** A page of the log before a position, the newest first; of one stream, or of all. */
  async pageBefore(position: number, limit: number, stream?: string): Promise<Recorded[]> {
    const rows = await this.db.query<Row>(BACKWARDS, [position, stream ?? null, limit]);
    return rows.map((row) => this.recorded(row));
  }

  /** A page of some types only, after a position and up to another. */
  async pageOfTypes(after: number, upTo: number, types: readonly string[], limit: number): Promise<Recorded[]> {
    return (await this.db.query<Row>(BY_POSITION_AND_TYPE, [after, upTo, types, limit])).map((row) =>
      this.recorded(row),
    );
  }

  /** What a command led to when it was first carried out; empty when it was not. */
  async ofCommand(commandId: string): Promise<Recorded[]> {
    const [first] = await this.db.query<{ stream: string; version: number }>(
      'select stream, version from log.event where event_id = $1',
      [uuidOf(commandId, 0)],
    );
    if (!first) return [];
    const events = (await this.streams([{ stream: first.stream, after: first.version - 1 }])).get(first.stream) ?? [];
    const own = events.findIndex(({ eventId }, index) => eventId !== uuidOf(commandId, index));
    return own < 0 ? events : events.slice(0, own);
  }

  private byStream(rows: readonly Row[]): Map<string, Recorded[]> {
    const streams = new Map<string, Recorded[]>();
    for (const row of rows) {
      const events = streams.get(row.stream);
      if (events) events.push(this.recorded(row));
      else streams.set(row.stream, [this.recorded(row)]);
    }
    return streams;
  }

  private recorded(row: Row): Recorded {
    return {
      position: safePosition(row.position),
      stream: row.stream,
      version: row.version,
      eventId: row.event_id,
      type: row.type,
      data: this.codecs.decode(row.type, row.schema_version, row.data),
      metadata: row.metadata,
      occurredAt: row.occurred_at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
    };
  }
}

/** bigint arrives as text; positions stay far below 2^53, and a log that does not is a fault (T18). */
export const safePosition = (text: string): number => {
  const position = Number(text);
  if (!Number.isSafeInteger(position)) throw new Error(`position ${text} is beyond what this code can count`);
  return position;
};
