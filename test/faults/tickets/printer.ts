import { PrintTicket, printWhenOrdered } from '../../harness/tickets';
import { startWorker } from '../../harness/working';

/** Prints tickets, as the worker issues certificates: a process of its own, to be killed at any moment. */
const main = async (): Promise<void> => {
  const app = await startWorker(
    {
      databaseUrl: process.env.DATABASE_URL!,
      redisUrl: process.env.REDIS_URL,
      prefix: process.env.KULL_QUEUE_PREFIX!,
    },
    { reactions: [printWhenOrdered], handlers: [PrintTicket] },
  );
  // As long as a certificate takes, so that kills meet jobs under way.
  app.get(PrintTicket).interfere = () => new Promise((resolve) => setTimeout(resolve, 30));
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
  process.send!({ ready: true });
};

void main();
