import { Logger } from '@nestjs/common';
import type { Queue, Worker } from 'bullmq';
import { faultText } from '../fault-text';
import type { Consumer, Delivery, JobQueue } from './job-queue';

/** All that a job on the queue says (reliability.md T35). */
export interface JobData {
  readonly outboxId: string;
}

export type BullQueueOf = Pick<Queue<JobData>, 'addBulk' | 'getWaitingCount' | 'close'>;
export type BullWorkerOf = Pick<Worker<JobData>, 'close'>;

/** What differs between Redis and PostgreSQL under BullMQ. */
export interface BullBackend {
  open(): Promise<void>;
  queue(name: string, onFault: (fault: unknown) => void): BullQueueOf;
  worker(consumer: Consumer, onFault: (fault: unknown) => void): BullWorkerOf;
  close(): Promise<void>;
}

/** Shorter than the launcher's patience; who takes longer is left to its lease. */
const DRAIN_MS = 8_000;
const COMPLAIN_EVERY_MS = 10_000;
/** BullMQ itself waits for ever for a server that it never reached (T28). */
const ANSWER_MS = 6_000;

class QueueAway extends Error {
  override readonly name = 'QueueAway';
}

const inTime = async <T>(answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueAway('no answer')), ANSWER_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * BullMQ. One queue per kind of job, so that slow ones do not stand in the way of others. Ids carry the claim number:
 * what waits is not added twice, and what crashed comes back at once. No attempts, no delays, nothing kept: errors,
 * back-off and crashes are PostgreSQL's (reliability.md T25, T26).
 */
export class BullQueue implements JobQueue {
  private readonly log = new Logger('queue');
  private readonly queues = new Map<string, BullQueueOf>();
  private workers: readonly BullWorkerOf[] = [];
  private complainedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly backend: BullBackend) {}

  async open(jobs: readonly string[]): Promise<void> {
    await this.backend.open();
    for (const job of jobs) this.queues.set(job, this.backend.queue(job, this.complain));
  }

  async add(deliveries: readonly Delivery[]): Promise<void> {
    for (const job of new Set(deliveries.map((delivery) => delivery.job))) {
      const own = deliveries.filter((delivery) => delivery.job === job);
      await inTime(
        this.queueOf(job).addBulk(
          own.map(({ outboxId, claim }) => ({
            name: job,
            data: { outboxId },
            opts: { jobId: `${outboxId}.${claim}`, removeOnComplete: true, removeOnFail: true },
          })),
        ),
      );
    }
  }

  async waiting(): Promise<number> {
    const counts = await inTime(Promise.all([...this.queues.values()].map((queue) => queue.getWaitingCount())));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  consume(consumers: readonly Consumer[]): void {
    this.workers = consumers.map((consumer) => this.backend.worker(consumer, this.complain));
  }

  async drain(): Promise<void> {
    const patience = new AbortController();
    const late = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, DRAIN_MS);
      patience.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    await Promise.race([Promise.all(this.workers.map((worker) => worker.close())), late]);
    patience.abort();
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }

  private queueOf(job: string): BullQueueOf {
    const queue = this.queues.get(job);
    if (!queue) throw new Error(`no queue for ${job}`);
    return queue;
  }

  /** A server that is away is mentioned, not repeated at every attempt to reach it. */
  private readonly complain = (fault: unknown): void => {
    if (performance.now() - this.complainedAt < COMPLAIN_EVERY_MS) return;
    this.complainedAt = performance.now();
    this.log.warn({ message: 'queue', fault: faultText(fault) });
  };
}
