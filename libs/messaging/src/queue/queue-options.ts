import { BullQueue } from './bull-queue';
import type { JobQueue } from './job-queue';
import { PostgresBackend } from './postgres-backend';
import { RedisBackend } from './redis-backend';

/** Where the queue lives. */
export interface QueueOptions {
  /** Absent: BullMQ keeps its queue in PostgreSQL. */
  readonly redisUrl?: string;
  readonly databaseUrl: string;
  /** Tells installations on one Redis apart. */
  readonly prefix: string;
}

export const queueOptionsFrom = (env: NodeJS.ProcessEnv): QueueOptions => {
  const databaseUrl = env.DATABASE_URL;
  if (!databaseUrl) throw new Error('DATABASE_URL is not set');
  return { redisUrl: env.REDIS_URL || undefined, databaseUrl, prefix: env.KULL_QUEUE_PREFIX || 'kull' };
};

export const createQueue = ({ redisUrl, databaseUrl, prefix }: QueueOptions): JobQueue =>
  new BullQueue(redisUrl ? new RedisBackend(redisUrl, prefix) : new PostgresBackend(databaseUrl));
