import { randomBytes } from 'node:crypto';
import { EventStore, runMigrations } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { type JobContext, JobHandler, messagingMigrations, type Reaction } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { ticketCodec, ticketDecider } from '../harness/tickets';
import { startWorker } from '../harness/working';
import { compare } from './rounds';

const JOBS = 3_000;
const CONCURRENCY = 50;
const AT = '2026-06-15T14:00:00.000Z';

const noteWhenOrdered: Reaction = {
  name: 'bench-note-when-ordered',
  startsAt: 'beginning',
  handles: ['TicketOrdered'],
  jobs: ['bench-note'],
  react: ({ data }) => {
    const { ticket } = data as { ticket: string };
    return [{ key: `bench-note.${ticket}`, job: 'bench-note', payload: { ticket } }];
  },
};

/** A job with no work of its own, so that only the way to it is measured. */
@Injectable()
@JobHandler('bench-note', { concurrency: CONCURRENCY })
class Note {
  started = new Map<string, number>();

  async handle({ ticket }: { ticket: string }, _job: JobContext): Promise<void> {
    this.started.set(ticket, performance.now());
  }
}

/** Event → job done: event log, reaction, outbox, relay, queue, claim, ledger; against BullMQ alone with no ledger. */
export const jobs = async (url: string): Promise<void> => {
  const redisUrl = process.env.REDIS_URL;
  const prefix = `bench-${randomBytes(4).toString('hex')}`;
  await runMigrations(url, messagingMigrations, [], [ticketCodec]);
  const worker = await startWorker(
    { redisUrl, databaseUrl: url, prefix },
    { reactions: [noteWhenOrdered], handlers: [Note] },
  );
  const events = worker.get(EventStore);
  const note = worker.get(Note);
  const waits: number[] = [];

  const order = (round: number, count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, n) =>
        events.execute(
          ticketDecider,
          `${round}-${n}`,
          { type: 'OrderTicket', data: { ticket: `${round}-${n}` } },
          { commandId: uuidOf(prefix, round, n), actor: 'bench', occurredAt: AT },
        ),
      ),
    );
  const open = async () =>
    (
      await events.query<{ open: number }>('select count(*)::int as open from messaging.outbox where done_at is null')
    )[0]!.open;
  const allNoted = async (count: number) => {
    while (note.started.size < count || (await open()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  if (!redisUrl) throw new Error('bare BullMQ is measured on Redis: none was found');
  const connections = [1, 2].map(() => new Redis(redisUrl, { maxRetriesPerRequest: null }));
  const bareQueue = new Queue(`bare-${prefix}`, { connection: connections[0]!, prefix: '{bench}' });
  let bareDone = 0;
  const bareWorker = new Worker(`bare-${prefix}`, async () => void bareDone++, {
    connection: connections[1]!,
    concurrency: CONCURRENCY,
    prefix: '{bench}',
  });
  try {
    await compare({
      name: 'jobs',
      unit: 'jobs/s',
      limit: {
        name: 'bare BullMQ, no ledger',
        measure: async () => {
          bareDone = 0;
          const start = performance.now();
          await bareQueue.addBulk(
            Array.from({ length: JOBS }, (_, n) => ({ name: 'note', data: { n }, opts: { removeOnComplete: true } })),
          );
          while (bareDone < JOBS) await new Promise((resolve) => setTimeout(resolve, 2));
          return (JOBS * 1000) / (performance.now() - start);
        },
      },
      contenders: [
        {
          name: 'kull',
          measure: async (round) => {
            note.started.clear();
            const start = performance.now();
            await order(round, JOBS);
            await allNoted(JOBS);
            return (JOBS * 1000) / (performance.now() - start);
          },
        },
      ],
      goal: { contender: 'kull', ratio: 0.5, better: 'more' },
    });
    for (let n = 0; n < 100; n++) {
      note.started.clear();
      await order(1_000 + n, 1);
      const stored = performance.now();
      await allNoted(1);
      waits.push(note.started.get(`${1_000 + n}-0`)! - stored);
    }
    waits.sort((a, b) => a - b);
    console.log(
      `event stored → job started: p50 ${waits[50]!.toFixed(1)} ms, p99 ${waits[98]!.toFixed(1)} ms (goal p50 ≤ 20 ms)`,
    );
  } finally {
    await bareWorker.close();
    await bareQueue.obliterate({ force: true });
    await bareQueue.close();
    for (const connection of connections) connection.disconnect();
    await worker.close();
  }
};
