/** A fact: past tense, in the words of the office. `data` holds ids, codes, dates and sealed values only (design.md 8). */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** An order: imperative. Time and ids arrive as data; a decider asks nobody. */
export interface Command<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** Why a command was refused. A value, never an exception (style.md rule 3). */
export interface Rejection<Code extends string = string> {
  readonly code: Code;
}

/** What a decider answers: the events that now happen (none: already so, nothing to do), or the refusal. */
export type Decision<E extends DomainEvent, R extends Rejection> =
  | { readonly events: readonly E[] }
  | { readonly rejected: R };

/** These events happen. */
export const accept = <E extends DomainEvent>(...events: readonly E[]): { readonly events: readonly E[] } => ({
  events,
});

/** Nothing happens: what was asked for is already so. */
export const nothing: { readonly events: readonly never[] } = { events: [] };

/** The command is refused, and this is why. */
export const reject = <R extends Rejection>(rejected: R): { readonly rejected: R } => ({ rejected });

export const isRejected = <E extends DomainEvent, R extends Rejection>(
  decision: Decision<E, R>,
): decision is { readonly rejected: R } => 'rejected' in decision;

/**
 * A rule that one stream cannot see by itself, held by the log in the transaction that stores the event (design.md 3).
 * - `claim`: at most one holder per key; the same holder may claim again.
 * - `free`: gives a claimed key back, if this holder has it.
 * - `count`: the counter under `key` moves by `by` and may never exceed `max` (a count downwards is never refused).
 */
export type SetRule =
  | { readonly kind: 'claim'; readonly key: string; readonly holder: string }
  | { readonly kind: 'free'; readonly key: string; readonly holder: string }
  | { readonly kind: 'count'; readonly key: string; readonly by: number; readonly max: number };

/**
 * One kind of stream: how it decides and how it remembers. Both functions are pure.
 * `category` is the first part of the stream's name: stream = `${category}-${id}`.
 */
export interface Decider<S, C extends Command, E extends DomainEvent, R extends Rejection> {
  readonly category: string;
  readonly initial: S;
  decide(state: S, command: C): Decision<E, R>;
  evolve(state: S, event: E): S;
  /** The set rules that storing this event must satisfy. */
  setRules?(event: E): readonly SetRule[];
  /** What to answer when a set rule was not satisfied. */
  refusedBy?(rule: SetRule): R;
}

/** Folds events into state. */
export const fold = <S, E extends DomainEvent>(
  decider: { readonly initial: S; evolve(state: S, event: E): S },
  events: Iterable<E>,
  from: S = decider.initial,
): S => {
  let state = from;
  for (const event of events) state = decider.evolve(state, event);
  return state;
};
