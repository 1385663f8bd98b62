import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { BullBackend, BullQueueOf, BullWorkerOf, JobData } from './bull-queue';
import type { Consumer } from './job-queue';

const REACH_MS = 5_000;

const reconnect = (attempt: number): number => Math.min(attempt * 100, 1_000);

/** Values of reliability.md 6: a producer rejects in bounded time, whether Redis is gone or frozen (E6). */
const PRODUCER = {
  enableOfflineQueue: false,
  commandTimeout: 5_000,
  maxRetriesPerRequest: 1,
  retryStrategy: reconnect,
};
/** A worker's connection waits; BullMQ insists on it. */
const CONSUMER = { maxRetriesPerRequest: null, retryStrategy: reconnect };

/** BullMQ on Redis. */
export class RedisBackend implements BullBackend {
  private readonly producer: Redis;
  private readonly consumer: Redis;

  constructor(
    url: string,
    private readonly prefix: string,
  ) {
    this.producer = new Redis(url, { ...PRODUCER, lazyConnect: true });
    this.consumer = new Redis(url, { ...CONSUMER, lazyConnect: true });
  }

  /** A Redis that is away is waited for later; one that would drop keys when it is full is refused (T32). */
  async open(): Promise<void> {
    this.producer.on('error', ignoreReconnecting);
    this.consumer.on('error', ignoreReconnecting);
    void this.producer.connect().catch(ignoreReconnecting);
    void this.consumer.connect().catch(ignoreReconnecting);
    if (!(await this.reached())) return;
    const policy = /maxmemory_policy:(\S+)/.exec(await this.producer.info('memory'))?.[1];
    if (policy && policy !== 'noeviction') {
      throw new Error(`Redis has maxmemory-policy ${policy}; the queue needs noeviction`);
    }
  }

  queue(name: string, onFault: (fault: unknown) => void): BullQueueOf {
    const queue = new Queue<JobData>(name, { connection: this.producer, prefix: this.prefix });
    queue.on('error', onFault);
    return queue;
  }

  worker({ job, concurrency, run }: Consumer, onFault: (fault: unknown) => void): BullWorkerOf {
    const worker = new Worker<JobData>(job, ({ data }) => run(data.outboxId), {
      connection: this.consumer,
      prefix: this.prefix,
      concurrency,
      lockDuration: 15_000,
      stalledInterval: 5_000,
      // BullMQ must not give up on its own: how often a job may crash is PostgreSQL's to say (T25).
      maxStalledCount: 1_000_000,
      runRetryDelay: 1_000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    worker.on('error', onFault);
    return worker;
  }

  async close(): Promise<void> {
    this.producer.disconnect();
    this.consumer.disconnect();
  }

  private reached(): Promise<boolean> {
    return new Promise((resolve) => {
      if (this.producer.status === 'ready') {
        resolve(true);
        return;
      }
      const timer = setTimeout(() => resolve(false), REACH_MS);
      this.producer.once('ready', () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}

/** ioredis goes on by itself; queues and workers say when they miss it. */
const ignoreReconnecting = (): void => undefined;
