import { EventStoreModule } from '@kull/event-store';
import { Messaging, MessagingModule, messagingCodec, type QueueOptions, type Reaction } from '@kull/messaging';
import { type INestApplicationContext, Module, type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ticketCodec } from './tickets';

/** A worker process in miniature, inside the test's own process. */
export const startWorker = async (
  queue: QueueOptions,
  parts: { readonly reactions: readonly Reaction[]; readonly handlers: readonly Provider[] },
): Promise<INestApplicationContext> => {
  @Module({
    imports: [
      EventStoreModule.forRoot({
        database: { url: queue.databaseUrl, role: 'kull_app' },
        codecs: [ticketCodec, messagingCodec],
        readModels: [],
      }),
      MessagingModule.forRoot({ reactions: parts.reactions }),
    ],
    providers: [...parts.handlers],
  })
  class WorkerModule {}
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: false, abortOnError: false });
  await app.get(Messaging).start(queue, () => process.exit(1));
  return app;
};

/** Waits until the condition holds; fails loudly with what it last saw. */
export const eventually = async <T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  withinMs = 20_000,
): Promise<T> => {
  const started = performance.now();
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() - started > withinMs) {
      throw new Error(`not within ${withinMs} ms; last seen: ${JSON.stringify(seen)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
