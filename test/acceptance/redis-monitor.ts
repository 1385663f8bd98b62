import Redis from 'ioredis';

/** Everything that is said to Redis while it runs. */
export interface Overheard {
  heard(): string;
  stop(): Promise<void>;
}

/** Listens to all commands: what was in the queue for a moment only is heard too. */
export const overhearRedis = async (): Promise<Overheard> => {
  const url = process.env.REDIS_URL;
  if (!url) return { heard: () => '', stop: async () => undefined };
  const connection = new Redis(url);
  const monitor = await connection.monitor();
  let text = '';
  monitor.on('monitor', (_time: string, args: readonly string[]) => {
    text += `${args.join(' ')}\n`;
  });
  return {
    heard: () => text,
    stop: async () => {
      monitor.disconnect();
      connection.disconnect();
    },
  };
};
