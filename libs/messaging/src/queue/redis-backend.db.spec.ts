import { createServer, type Server } from 'node:net';
import { BullQueue } from './bull-queue';
import { RedisBackend } from './redis-backend';

/** Answers as a Redis with this policy would, as far as the check at the start asks. */
const redisWith = async (policy: string): Promise<{ readonly server: Server; readonly url: string }> => {
  const info = `redis_version:7.0.0\r\nmaxmemory_policy:${policy}\r\nloading:0\r\n`;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      for (const command of data.toString().split(/(?=\*\d+\r\n)/)) {
        socket.write(/\r\ninfo\r\n/i.test(command) ? `$${info.length}\r\n${info}\r\n` : '+OK\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, url: `redis://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` };
};

describe('the start on Redis', () => {
  it.each(['allkeys-lru', 'volatile-ttl'])('is refused when it would drop jobs by itself: %s', async (policy) => {
    const { server, url } = await redisWith(policy);
    const backend = new RedisBackend(url, '{test}');
    await expect(backend.open()).rejects.toThrow(`maxmemory-policy ${policy}`);
    await backend.close();
    server.close();
  });

  it('goes on with noeviction', async () => {
    const { server, url } = await redisWith('noeviction');
    const backend = new RedisBackend(url, '{test}');
    await backend.open();
    await backend.close();
    server.close();
  });

  it('does not wait for ever for one that is away', async () => {
    const queue = new BullQueue(new RedisBackend('redis://127.0.0.1:1', '{test}'));
    await queue.open(['print']);
    await expect(queue.add([{ outboxId: 'x', job: 'print', claim: 0 }])).rejects.toThrow('no answer');
    queue.consume([{ job: 'print', concurrency: 1, run: async () => undefined }]);
    await queue.drain();
    await queue.close();
  }, 20_000);
});
