/** A row of the outbox on its way to a worker. */
export interface Delivery {
  readonly outboxId: string;
  readonly job: string;
  /** The claim that the row has now: a new delivery after a crash or an error has a new id. */
  readonly claim: number;
}

/** Work for one kind of job. */
export interface Consumer {
  readonly job: string;
  readonly concurrency: number;
  /** Never throws for what the job does; a throw means that the database could not be asked. */
  readonly run: (outboxId: string) => Promise<void>;
}

/**
 * Carries outbox ids to workers: at least once, at most soon, and it may forget everything at any time. What it forgot
 * the relay sends again.
 */
export interface JobQueue {
  /** Brings it up as far as it can be reached; refuses a server that would drop jobs on its own. */
  open(jobs: readonly string[]): Promise<void>;
  /** Rejects in bounded time when the queue is away. What is waiting already is not added twice. */
  add(deliveries: readonly Delivery[]): Promise<void>;
  /** How many deliveries wait for a worker. */
  waiting(): Promise<number>;
  consume(consumers: readonly Consumer[]): void;
  /** Takes nothing new and waits for what runs. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

export const JOB_QUEUE = Symbol('JobQueue');
