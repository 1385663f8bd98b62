import {
  type Command,
  type Decider,
  type DomainEvent,
  fold,
  isRejected,
  type Rejection,
  type SetRule,
} from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Appender } from './appender';
import { Codecs } from './codec';
import type { AsOf, CommandContext, ExecuteOptions, Order, Outcome, Recorded, Tx } from './contracts';
import { Database } from './database';
import { InlineReadModels } from './inline-read-models';
import { Reader } from './reader';
import { StreamLoader } from './stream-loader';
import { Turns } from './turns';
import type { Unit, UnitResult, Write } from './unit';

// biome-ignore lint/suspicious/noExplicitAny: one cache holds the states of all deciders.
type AnyDecider = Decider<any, any, any, any>;

/** The folded state of a stream at a version. */
export interface Loaded<S> {
  readonly state: S;
  readonly version: number;
}

export type TogetherOutcome =
  | { readonly accepted: readonly Recorded[] }
  | { readonly rejected: Rejection; readonly order: Order };

/**
 * Conflicts come from other processes only, each of which writes one command at a time to a stream. Whoever lost has to
 * read before it tries again, so a busy neighbour wins often: measured with eight of them, 57 attempts were the most.
 */
const MAX_ATTEMPTS = 200;
const CACHED_STREAMS = 50_000;

/** The log, as commands use it: load, decide, append at the version read, try again on a conflict (design.md 3). */
@Injectable()
export class EventStore {
  private readonly appender: Appender;
  private readonly loader: StreamLoader;
  readonly reader: Reader;
  /** Safe because the append checks the version; what does not append is looked up anew before it is answered. */
  private readonly cache = new LRUCache<string, Loaded<unknown>>({ max: CACHED_STREAMS });
  /** Commands of this process never meet on a stream: what conflicts comes from another process. */
  private readonly turns = new Turns();

  constructor(
    private readonly database: Database,
    codecs: Codecs,
    inline: InlineReadModels,
  ) {
    this.appender = new Appender(database, codecs, inline);
    // Streams are asked for by name and loaded for many askers at once, so they are read as the service.
    this.reader = new Reader(database.ofAll, codecs);
    this.loader = new StreamLoader(this.reader);
  }

  /**
   * The one way to change a stream. A repeated command id is answered with what it led to the first time; a version
   * named by the caller is checked and never retried.
   */
  execute<S, C extends Command, E extends DomainEvent, R extends Rejection>(
    decider: Decider<S, C, E, R>,
    id: string,
    command: C,
    context: CommandContext,
    options: ExecuteOptions = {},
  ): Promise<Outcome<E, R>> {
    const stream = `${decider.category}-${id}`;
    return this.turns.take([stream], () => this.executeOn(stream, decider, command, context, options));
  }

  private async executeOn<S, C extends Command, E extends DomainEvent, R extends Rejection>(
    stream: string,
    decider: Decider<S, C, E, R>,
    command: C,
    context: CommandContext,
    { seenVersion, fence }: ExecuteOptions,
  ): Promise<Outcome<E, R>> {
    let loaded = await this.cachedOrLoaded<S>(decider, stream);
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const decision = decider.decide(loaded.state, command);
      const moved = seenVersion !== undefined && seenVersion !== loaded.version;
      if (moved || isRejected(decision) || decision.events.length === 0) {
        const fresh = await this.loaded<S>(decider, stream);
        if (fresh.version !== loaded.version) {
          loaded = fresh;
          continue;
        }
        const before = await this.reader.ofCommand(context.commandId);
        if (before.length > 0) return acceptedAs(stream, before);
        if (moved) return { rejected: { code: 'VERSION_MISMATCH', current: loaded.version } };
        if (isRejected(decision)) return decision;
        return { accepted: { stream, version: loaded.version, events: [] } };
      }
      const unit: Unit = {
        writes: [{ stream, expectedVersion: loaded.version, events: decision.events, context }],
        rules: rulesOf(decider, decision.events),
      };
      const result = fence ? await this.appender.appendFenced(unit, fence) : await this.appender.append(unit);
      switch (result.status) {
        case 'stored':
          this.remember(decider, stream, loaded, decision.events);
          return acceptedAs(stream, result.events);
        case 'repeated':
          return acceptedAs(stream, await this.reader.ofCommand(context.commandId));
        case 'refused':
          return { rejected: refusalOf(decider, result.rule) };
        case 'conflict':
          loaded = await this.loaded<S>(decider, stream);
      }
    }
    throw new Error(`${stream}: gave up after ${MAX_ATTEMPTS} conflicts`);
  }

  /** Many commands, each for itself; loads and appends are grouped. Answers in the order asked. */
  async executeEach(orders: readonly Order[], context: CommandContext): Promise<Outcome<DomainEvent, Rejection>[]> {
    return Promise.all(
      orders.map((order) => this.execute(order.decider, order.id, order.command, contextOf(order, context))),
    );
  }

  /** Many commands on different streams, all or nothing: the first refusal refuses them all, and is named. */
  executeTogether(
    orders: readonly Order[],
    context: CommandContext,
    options: ExecuteOptions = {},
  ): Promise<TogetherOutcome> {
    return this.turns.take(orders.map(streamOf), () => this.executeAll(orders, context, options));
  }

  private async executeAll(
    orders: readonly Order[],
    context: CommandContext,
    { fence }: ExecuteOptions,
  ): Promise<TogetherOutcome> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const loaded = await Promise.all(orders.map((order) => this.loaded(order.decider, streamOf(order))));
      const writes: Write[] = [];
      const rules: SetRule[] = [];
      const ruled: Order[] = [];
      for (const [i, order] of orders.entries()) {
        const decision = order.decider.decide(loaded[i]!.state, order.command);
        if (isRejected(decision)) {
          const before = await this.reader.ofCommand(contextOf(order, context).commandId);
          if (before.length === 0) return { rejected: decision.rejected, order };
          continue;
        }
        if (decision.events.length === 0) continue;
        writes.push({
          stream: streamOf(order),
          expectedVersion: loaded[i]!.version,
          events: decision.events,
          context: contextOf(order, context),
        });
        for (const rule of rulesOf(order.decider, decision.events)) {
          rules.push(rule);
          ruled.push(order);
        }
      }
      if (writes.length === 0) return { accepted: [] };
      const unit: Unit = { writes, rules };
      const result: UnitResult = fence
        ? await this.appender.appendFenced(unit, fence)
        : await this.appender.append(unit);
      switch (result.status) {
        case 'stored':
          return { accepted: result.events };
        case 'refused': {
          const order = ruled[rules.indexOf(result.rule)]!;
          return { rejected: refusalOf(order.decider, result.rule), order };
        }
        case 'repeated':
        case 'conflict':
          break;
      }
    }
    throw new Error(`gave up after ${MAX_ATTEMPTS} conflicts on ${orders.length} streams`);
  }

  /** The state of one stream now. */
  load<S, C extends Command, E extends DomainEvent, R extends Rejection>(
    decider: Decider<S, C, E, R>,
    id: string,
  ): Promise<Loaded<S>> {
    return this.loaded(decider, `${decider.category}-${id}`);
  }

  /** The states of many streams now, in the order asked. */
  loadEach<S, C extends Command, E extends DomainEvent, R extends Rejection>(
    decider: Decider<S, C, E, R>,
    ids: readonly string[],
  ): Promise<Loaded<S>[]> {
    return Promise.all(ids.map((id) => this.load(decider, id)));
  }

  /**
   * The states of many streams as they were known at one instant and true at another, in the order asked: one query,
   * past the memory of states. `version` is that of the newest event folded, 0 when there was none; what became true
   * later is left out, so it may have holes below it and is nothing to decide on.
   */
  async loadAsOf<S, C extends Command, E extends DomainEvent, R extends Rejection>(
    decider: Decider<S, C, E, R>,
    ids: readonly string[],
    asOf: AsOf,
  ): Promise<Loaded<S>[]> {
    const names = ids.map((id) => `${decider.category}-${id}`);
    const streams = await this.readStreams(names, asOf);
    return names.map((name) => {
      const events = streams.get(name) ?? [];
      return { state: fold(decider, events as never) as S, version: events.at(-1)?.version ?? 0 };
    });
  }

  /** The events of many streams that were known at one instant and true at another; a stream without any is left out. */
  readStreams(streams: readonly string[], asOf: AsOf = {}): Promise<ReadonlyMap<string, readonly Recorded[]>> {
    return this.reader.streamsAsOf(streams, asOf);
  }

  /** The events of one stream, from the first. */
  async readStream(stream: string): Promise<readonly Recorded[]> {
    return (await this.reader.streams([{ stream, after: 0 }])).get(stream) ?? [];
  }

  query<Row extends object = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
    return this.database.query<Row>(sql, values);
  }

  /** As `Database.ofAll`: reads beyond the asking person's own rows, for a reason that stands where it is called. */
  get ofAll(): Tx {
    return this.database.ofAll;
  }

  /** As the service itself, whoever asks: to write, not to read for a person. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  private async cachedOrLoaded<S>(
    decider: Decider<S, never, never, never> | AnyDecider,
    stream: string,
  ): Promise<Loaded<S>> {
    return (this.cache.get(stream) as Loaded<S> | undefined) ?? this.loaded<S>(decider, stream);
  }

  /** From the cache's version on; the loads of all waiting commands are one query. */
  private async loaded<S>(decider: AnyDecider, stream: string): Promise<Loaded<S>> {
    const known = this.cache.get(stream) as Loaded<S> | undefined;
    const events = await this.loader.load(stream, known?.version ?? 0);
    if (known && events.length === 0) return known;
    const state = fold(decider, events as never, known?.state ?? decider.initial) as S;
    const loaded = { state, version: (known?.version ?? 0) + events.length };
    this.cache.set(stream, loaded);
    return loaded;
  }

  private remember(decider: AnyDecider, stream: string, before: Loaded<unknown>, events: readonly DomainEvent[]): void {
    this.cache.set(stream, {
      state: fold(decider, events as never, before.state),
      version: before.version + events.length,
    });
  }
}

export const streamOf = ({ decider, id }: Order): string => `${decider.category}-${id}`;

export const contextOf = (order: Order, context: CommandContext): CommandContext => ({
  ...context,
  commandId: order.commandId ?? context.commandId,
  occurredAt: order.occurredAt ?? context.occurredAt,
  actor: order.actor ?? context.actor,
  reason: order.reason ?? context.reason,
});

export const rulesOf = (decider: AnyDecider, events: readonly DomainEvent[]): readonly SetRule[] =>
  decider.setRules ? events.flatMap((event) => decider.setRules!(event as never)) : [];

export const refusalOf = <R extends Rejection>(
  decider: { readonly category: string; refusedBy?(rule: SetRule): R },
  rule: SetRule,
): R => {
  if (!decider.refusedBy) throw new Error(`${decider.category} has set rules but does not say what a refusal means`);
  return decider.refusedBy(rule);
};

const acceptedAs = <E extends DomainEvent>(stream: string, events: readonly Recorded[]): Outcome<E, never> => ({
  accepted: { stream, version: events.at(-1)?.version ?? 0, events: events as readonly Recorded<E>[] },
});
