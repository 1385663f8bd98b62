import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, isPassing } from '@kull/event-store';
import { Redis } from 'ioredis';

/** Fast, immediate, and none at all: the ways in which PostgreSQL ends (F19). Whoever keeps it starts it again. */
export const postgresEnds = ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const;

/** Ends the server that is only this run's, and waits until it answers again. */
export const restartPostgres = async (owner: Database, signal: (typeof postgresEnds)[number]): Promise<void> => {
  const [row] = await patiently(() => owner.query<{ data_directory: string }>('show data_directory'));
  const pid = Number(readFileSync(join(row!.data_directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, signal);
  await pause(100);
  await patiently(() => owner.query('select 1'));
};

/** What FLUSHALL does, to the server that is only this run's. */
export const flushRedis = async (url: string): Promise<void> => {
  const redis = new Redis(url, { maxRetriesPerRequest: 5 });
  await redis.flushall();
  await redis.quit();
};

/** Asks again while the server is away. */
export const patiently = async <T>(ask: () => Promise<T>, withinMs = 60_000): Promise<T> => {
  const began = performance.now();
  for (;;) {
    try {
      return await ask();
    } catch (fault) {
      if (!isPassing(fault) || performance.now() - began > withinMs) throw fault;
      await pause(100);
    }
  }
};
