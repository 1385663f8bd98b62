import { randomBytes } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type Database, isPassing } from '@kull/event-store';
import type { QueueOptions } from '@kull/messaging';
import { Redis } from 'ioredis';

/** Both places where the queue may live; every test of the messaging runs on each. */
export type Backend = 'redis' | 'postgres';

/** Without Redis `npm test` says so, and the queue on PostgreSQL is what there is to test. */
export const backends: readonly Backend[] = process.env.REDIS_URL ? ['redis', 'postgres'] : ['postgres'];

/** A queue of its own for one test file. */
export const testQueue = (backend: Backend, databaseUrl: string): QueueOptions => ({
  databaseUrl,
  prefix: `{test-${randomBytes(6).toString('hex')}}`,
  redisUrl: backend === 'redis' ? process.env.REDIS_URL : undefined,
});

/** What FLUSHALL does, to this queue alone: other test files use the same server. */
export const forgetEverything = async ({ redisUrl: url, prefix }: QueueOptions, owner: Database): Promise<void> => {
  if (!url) {
    const tables = await owner.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'queue' and tablename not like '%migration%'",
    );
    const truncate = 'truncate '.concat(tables.map(({ name }) => name).join(', '), ' cascade');
    // Truncating locks against workers in mid-statement; the loser of a deadlock is us or a worker, and we go again.
    for (let attempt = 1; ; attempt++) {
      try {
        await owner.query(truncate);
        return;
      } catch (fault) {
        if (attempt === 20 || !isPassing(fault)) throw fault;
      }
    }
  }
  const redis = new Redis(url);
  const keys = await keysOf(redis, prefix);
  if (keys.length > 0) await redis.unlink(...keys);
  await redis.quit();
};

const keysOf = async (redis: Redis, prefix: string): Promise<readonly string[]> => {
  const found: string[] = [];
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', `${prefix}:*`, 'COUNT', 1_000);
    cursor = next;
    found.push(...keys);
  } while (cursor !== '0');
  return found;
};

/** What the queue on Redis holds at one time. */
export interface Dump {
  /** How many jobs are in it, in whatever state. */
  readonly jobs: number;
  /** Makes it so again, as after a restart from an old dump. */
  restore(): Promise<void>;
}

export const dumpOf = async ({ redisUrl, prefix }: QueueOptions): Promise<Dump> => {
  const redis = new Redis(redisUrl!);
  const kept = new Map<string, Buffer>();
  for (const key of await keysOf(redis, prefix)) {
    const content = await redis.dumpBuffer(key);
    if (content) kept.set(key, content);
  }
  await redis.quit();
  return {
    // A job's own key ends in its id: that of its row in the outbox, and the number of the claim.
    jobs: [...kept.keys()].filter((key) => /:[0-9a-f-]{36}\.\d+$/.test(key)).length,
    restore: async () => {
      const again = new Redis(redisUrl!);
      for (const key of await keysOf(again, prefix)) await again.unlink(key);
      for (const [key, content] of kept) await again.restore(key, 0, content, 'REPLACE');
      await again.quit();
    },
  };
};

/** A wire to a server that a test can cut and mend, or freeze and thaw. */
export class Wire {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;
  private frozen = false;

  constructor(private readonly target: URL) {}

  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  async mend(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(Number(this.target.port || 6379), this.target.hostname);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(socket);
        socket.on('error', () => other.destroy());
        socket.on('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
        if (this.frozen) socket.pause();
      }
    });
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    const address = this.server.address();
    this.port = typeof address === 'object' && address ? address.port : 0;
  }

  /** Nothing comes through any more, and nobody is told. */
  freeze(): void {
    this.frozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  thaw(): void {
    this.frozen = false;
    for (const socket of this.sockets) socket.resume();
  }

  async cut(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server!.close(resolve));
  }
}
