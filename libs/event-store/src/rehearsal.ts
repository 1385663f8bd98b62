import {
  type Command,
  type Decider,
  type DomainEvent,
  fold,
  isRejected,
  type Rejection,
  type SetRule,
} from '@kull/kernel';
import type { CommandContext, Order, Outcome, Recorded } from './contracts';
import { eventIdOf, metadataOf } from './encoded-group';
import {
  contextOf,
  type EventStore,
  type Loaded,
  refusalOf,
  rulesOf,
  streamOf,
  type TogetherOutcome,
} from './event-store';

/** What decides on the log: the store, which keeps what is decided, or a rehearsal, which forgets it. */
export type Deciding = Pick<EventStore, 'load' | 'execute' | 'executeTogether'>;

type Held = { readonly claims: Map<string, string | undefined>; readonly counts: Map<string, number> };

/**
 * What commands would lead to: decided by the same deciders and set rules, on the log as it is now and on what this
 * rehearsal decided before. Nothing is stored. Its events have the position 0, for the log does not have them, and count
 * as recorded when they are true. Whether a command was given before it does not ask: a decider that is told what it
 * knows already answers `nothing`.
 */
export class Rehearsal implements Deciding {
  private readonly states = new Map<string, Loaded<unknown>>();
  private held: Held = { claims: new Map(), counts: new Map() };
  private readonly decided: Recorded[] = [];

  constructor(private readonly store: EventStore) {}

  /** Everything decided so far, in order. */
  get events(): readonly Recorded[] {
    return this.decided;
  }

  load<S, C extends Command, E extends DomainEvent, R extends Rejection>(
    decider: Decider<S, C, E, R>,
    id: string,
  ): Promise<Loaded<S>> {
    const known = this.states.get(`${decider.category}-${id}`) as Loaded<S> | undefined;
    return known ? Promise.resolve(known) : this.store.load(decider, id);
  }

  async execute<S, C extends Command, E extends DomainEvent, R extends Rejection>(
    decider: Decider<S, C, E, R>,
    id: string,
    command: C,
    context: CommandContext,
  ): Promise<Outcome<E, R>> {
    const outcome = await this.executeTogether([{ decider, id, command }], context);
    if ('rejected' in outcome) return { rejected: outcome.rejected as R };
    const events = outcome.accepted as readonly Recorded<E>[];
    const { version } = await this.load(decider, id);
    return { accepted: { stream: `${decider.category}-${id}`, version, events } };
  }

  async executeTogether(orders: readonly Order[], context: CommandContext): Promise<TogetherOutcome> {
    const accepted: Recorded[] = [];
    const ruled: { readonly rule: SetRule; readonly order: Order }[] = [];
    const states = new Map<string, Loaded<unknown>>();
    for (const order of orders) {
      const before = await this.load(order.decider, order.id);
      const decision = order.decider.decide(before.state, order.command);
      if (isRejected(decision)) return { rejected: decision.rejected, order };
      const { events } = decision;
      ruled.push(...rulesOf(order.decider, events).map((rule) => ({ rule, order })));
      accepted.push(...recorded(order, before.version, events, contextOf(order, context)));
      const state = fold(order.decider, events, before.state);
      states.set(streamOf(order), { state, version: before.version + events.length });
    }
    // As in the log: rules are looked at once everybody has decided.
    const held: Held = { claims: new Map(this.held.claims), counts: new Map(this.held.counts) };
    for (const { rule, order } of ruled)
      if (!(await this.keeps(rule, held))) return { rejected: refusalOf(order.decider, rule), order };
    for (const [stream, loaded] of states) this.states.set(stream, loaded);
    this.held = held;
    this.decided.push(...accepted);
    return { accepted };
  }

  /** Applies a rule to what is held, as the log would; false when it is broken. */
  private async keeps(rule: SetRule, { claims, counts }: Held): Promise<boolean> {
    const { kind, key } = rule;
    if (kind === 'count') {
      const value = (counts.get(key) ?? (await this.counted(key))) + rule.by;
      counts.set(key, value);
      return rule.by <= 0 || value <= rule.max;
    }
    const holder = claims.has(key) ? claims.get(key) : await this.holderOf(key);
    if (kind === 'claim') {
      claims.set(key, holder ?? rule.holder);
      return holder === undefined || holder === rule.holder;
    }
    claims.set(key, holder === rule.holder ? undefined : holder);
    return true;
  }

  private async holderOf(key: string): Promise<string | undefined> {
    const [row] = await this.store.query<{ holder: string }>('select holder from log.claim where key = $1', [key]);
    return row?.holder;
  }

  private async counted(key: string): Promise<number> {
    const [row] = await this.store.query<{ value: number }>('select value from log.counter where key = $1', [key]);
    return row?.value ?? 0;
  }
}

const recorded = (
  order: Order,
  version: number,
  events: readonly DomainEvent[],
  context: CommandContext,
): readonly Recorded[] =>
  events.map(({ type, data }, i) => ({
    position: 0,
    stream: streamOf(order),
    version: version + i + 1,
    eventId: eventIdOf(context.commandId, i),
    type,
    data,
    metadata: metadataOf(context),
    occurredAt: context.occurredAt,
    recordedAt: context.occurredAt,
  }));
