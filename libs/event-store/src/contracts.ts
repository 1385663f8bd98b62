import type { Command, Decider, DomainEvent, Instant, Rejection, Uuid } from '@kull/kernel';
import type { Whose } from './whose';

/** One open transaction. Everything that reaches storage gets it as an argument (reliability.md T11). */
export interface Tx {
  /** Runs one statement with parameters `$1 …`; answers its rows. */
  query<Row extends object = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Personal or free text, readable only with the key of the person it belongs to (design.md 8). */
export interface Sealed {
  readonly person: string;
  readonly sealed: string;
}

/** What the log keeps about an event besides its data. */
export interface EventMetadata {
  /** The command that caused it: the same command again is answered with the same events. */
  readonly commandId: Uuid;
  /** Who: `admin-1`, `import`, `worker`, a student's id. Never a name. */
  readonly actor: string;
  readonly correlationId?: Uuid;
  /** The event or command that led to the command. */
  readonly causationId?: Uuid;
  readonly reason?: Sealed;
  /** Where from: `application-import`, `http`, `reaction`. */
  readonly source?: string;
}

/** An event as the log holds it. */
export interface Recorded<E extends DomainEvent = DomainEvent> {
  /** 1, 2, 3 … without a hole, in commit order, over all streams. */
  readonly position: number;
  readonly stream: string;
  /** 1, 2, 3 … within the stream. */
  readonly version: number;
  readonly eventId: Uuid;
  readonly type: E['type'];
  readonly data: E['data'];
  readonly metadata: EventMetadata;
  /** When it was true, in the domain. May lie in the past. */
  readonly occurredAt: Instant;
  /** When the database stored it. */
  readonly recordedAt: Instant;
}

/** Who orders, when it is true, and under which id the order is remembered. */
export interface CommandContext extends EventMetadata {
  readonly occurredAt: Instant;
}

/** The stream has moved on since the version that the caller had seen (`If-Match`). */
export interface VersionMismatch {
  readonly code: 'VERSION_MISMATCH';
  readonly current: number;
}

/** What became of a command. A repeated command is answered with the events it led to the first time. */
export type Outcome<E extends DomainEvent, R extends Rejection> =
  | {
      readonly accepted: { readonly stream: string; readonly version: number; readonly events: readonly Recorded<E>[] };
    }
  | { readonly rejected: R | VersionMismatch };

/**
 * A worker's right to write (reliability.md 2, fence rule): `hold` locks the claimed row in the append's transaction
 * and throws `FenceLost` when another worker has taken over.
 */
export interface Fence {
  hold(tx: Tx): Promise<void>;
}

export interface ExecuteOptions {
  /** The version that the caller decided on; another one now is refused with VERSION_MISMATCH, never retried. */
  readonly seenVersion?: number;
  readonly fence?: Fence;
}

/** One command for one stream, for the calls that take many. */
// biome-ignore lint/suspicious/noExplicitAny: orders of different deciders stand in one list; each is typed where it is made.
export interface Order<C extends Command = any, E extends DomainEvent = any, R extends Rejection = any> {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly decider: Decider<any, C, E, R>;
  readonly id: string;
  readonly command: C;
  /** The id of this one command; by default the context's. Orders of one call need different ids. */
  readonly commandId?: Uuid;
  /** When it was true, if not at the context's instant. */
  readonly occurredAt?: Instant;
  readonly actor?: string;
  readonly reason?: Sealed;
}

/**
 * The two clocks of the log (design.md 4): what was known, and what was true. Both inclusive, and each may be left out.
 * An instant stands for its whole millisecond, for the database records in microseconds.
 */
export interface AsOf {
  /** Only what the log had stored by then. */
  readonly knownAt?: Instant;
  /** Only what had happened in the domain by then, whenever it became known. */
  readonly validOn?: Instant;
}

/**
 * A table, or a few, made from events (design.md 5). The same definition is applied inline (in the transaction of the
 * append), following the log, or from the beginning in a rebuild; `apply` gets a batch in order of position and must
 * work by set, not event by event. Table names are unqualified and end in the version: `application_v1`.
 */
export interface ReadModel {
  readonly name: string;
  readonly version: number;
  readonly mode: 'inline' | 'following';
  readonly handles: readonly string[];
  readonly tables: readonly string[];
  /** Of each of its tables: whose the rows are. A person who asks for themselves sees no others. */
  readonly whose: Readonly<Record<string, Whose>>;
  /** `create table …` and `create index …`, run once in the schema that the tables live in. */
  readonly create: string;
  apply(events: readonly Recorded[], tx: Tx): Promise<void>;
}
