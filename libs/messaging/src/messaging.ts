import { Codecs, Database } from '@kull/event-store';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { checkClock } from './clock-check';
import type { Reaction } from './contracts';
import { JobRegistry } from './job-registry';
import { JobRunner } from './job-runner';
import type { JobQueue } from './queue/job-queue';
import { createQueue, type QueueOptions } from './queue/queue-options';
import { ReactionRunner } from './reaction-runner';
import { Relay } from './relay';
import { Watchdog } from './watchdog';

export const REACTIONS = Symbol('reactions');

interface Started {
  readonly reactions: ReactionRunner;
  readonly relay: Relay;
  readonly queue: JobQueue;
  readonly watchdog: Watchdog;
}

/** The working half of the service: reactions, relay and workers. Only the worker process starts it. */
@Injectable()
export class Messaging implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger('messaging');
  private started: Started | undefined;

  constructor(
    private readonly database: Database,
    private readonly codecs: Codecs,
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    @Inject(REACTIONS) private readonly reactions: readonly Reaction[],
  ) {}

  /** Every process refuses a set of reactions and handlers that do not fit together, not only the worker. */
  onModuleInit(): void {
    this.registry.discover(this.reactions);
  }

  /** `onStuck` is told when jobs wait and none arrives: only a new process helps then. */
  async start(options: QueueOptions, onStuck: () => void): Promise<void> {
    await checkClock(this.database);
    const { jobs } = this.registry;
    const names = jobs.map(({ job }) => job);
    const queue = createQueue(options);
    const relay = new Relay(this.database, queue, names);
    const reactions = new ReactionRunner(this.database, this.codecs, this.reactions);
    const watchdog = new Watchdog(this.database, this.runner, names, onStuck);
    await queue.open(names);
    this.started = { reactions, relay, queue, watchdog };
    this.runner.start();
    queue.consume(
      jobs.map(({ job, concurrency }) => ({
        job,
        concurrency,
        run: async (outboxId) => {
          if (await this.runner.run(outboxId)) relay.wake();
        },
      })),
    );
    await relay.start();
    await reactions.start();
    watchdog.start();
    this.log.log({ message: options.redisUrl ? 'working, queue on Redis' : 'working, queue on PostgreSQL' });
  }

  /** Workers drain, then the queues close; the pool goes after them (T07). */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.started) return;
    const { reactions, relay, queue, watchdog } = this.started;
    this.started = undefined;
    watchdog.stop();
    await reactions.stop();
    await relay.stop();
    await queue.drain();
    this.runner.stop();
    await queue.close();
  }
}
