import { createPostgresBackend, type PostgresConnectionOptions, withBackend } from 'bullmq';
import type { BullBackend, BullQueueOf, BullWorkerOf, JobData } from './bull-queue';
import type { Consumer } from './job-queue';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** BullMQ on PostgreSQL, for where there is no Redis. Its tables are its own (schema `queue`). */
export class PostgresBackend implements BullBackend {
  constructor(private readonly url: string) {}

  /** BullMQ brings its schema up to date, one process at a time, under its own lock. */
  async open(): Promise<void> {
    const first = new Queue<JobData>('migration', { connection: this.connection(1, true) });
    await first.waitUntilReady();
    await first.close();
  }

  queue(name: string, onFault: (fault: unknown) => void): BullQueueOf {
    const queue = new Queue<JobData>(name, { connection: this.connection(1) });
    queue.on('error', onFault);
    return queue;
  }

  worker({ job, concurrency, run }: Consumer, onFault: (fault: unknown) => void): BullWorkerOf {
    const worker = new Worker<JobData>(job, ({ data }) => run(data.outboxId), {
      connection: this.connection(2),
      concurrency,
      lockDuration: 15_000,
      stalledInterval: 15_000,
      // LISTEN wakes it; between, it need not ask.
      drainDelay: 30,
      maxStalledCount: 1_000_000,
      runRetryDelay: 1_000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    worker.on('error', onFault);
    return worker;
  }

  async close(): Promise<void> {}

  private connection(max: number, migrate = false): PostgresConnectionOptions {
    return { connectionString: this.url, schema: 'queue', max, migrate };
  }
}
