import type { Fence, Recorded } from '@kull/event-store';
import type { Instant } from '@kull/kernel';

/** Something that now has to be done. Ids only: what the job needs to know it reads when it runs. */
export interface Intent {
  /** Made from the fact that caused it: the same key is done once, for ever. */
  readonly key: string;
  /** The job's name; exactly one handler has it. */
  readonly job: string;
  readonly payload: Readonly<Record<string, string | number>>;
  /** Not before this instant, by the database's clock. Absent: now. */
  readonly dueAt?: Instant;
}

/** When X happens, these things have to be done. Pure; never replayed by a rebuild (reliability.md D11). */
export interface Reaction {
  readonly name: string;
  /** `deployment`: says nothing about what happened before it was first switched on. */
  readonly startsAt: 'deployment' | 'beginning';
  readonly handles: readonly string[];
  /** Every job that `react` may name; the service does not start when one of them has no handler. */
  readonly jobs: readonly string[];
  react(event: Recorded): readonly Intent[];
}

/** What a job's handler is told besides its payload. */
export interface JobContext {
  readonly outboxId: string;
  readonly key: string;
  /** Pass it to every `execute`: a worker that has lost its claim writes nothing. */
  readonly fence: Fence;
}

/** Does one kind of job. Doing it twice, late or out of order must come to the same. */
export interface JobHandler {
  handle(payload: Readonly<Record<string, string | number>>, job: JobContext): Promise<void>;
}
