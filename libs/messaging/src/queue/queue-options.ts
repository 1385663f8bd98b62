import { BullQueue } from './bull-queue';
import type { JobQueue } from './job-queue';
import { PostgresBackend } from './postgres-backend';
import { RedisBackend } from './redis-backend';

/** Where the queue lives. */
export interface QueueOptions {
  /** Absent: BullMQ keeps its queue in PostgreSQL. */
  readonly redisUrl?: string;
  readonly databaseUrl: string;
  /** Tells installations on one Redis apart; in braces, so that all keys fall on one slot of a cluster (T33). */
  readonly prefix: string;
}

export const createQueue = ({ redisUrl, databaseUrl, prefix }: QueueOptions): JobQueue =>
  new BullQueue(redisUrl ? new RedisBackend(redisUrl, prefix) : new PostgresBackend(databaseUrl));
