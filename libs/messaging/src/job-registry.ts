import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { JobHandler, Reaction } from './contracts';
import { JOB_HANDLER, type JobHandlerMark } from './job-handler';

const DEFAULT_CONCURRENCY = 20;
/** The queue builds ids from it, and BullMQ refuses ':'. */
const JOB_NAME = /^[a-z][a-z0-9-]*$/;

export interface RegisteredJob {
  readonly job: string;
  readonly concurrency: number;
  readonly handler: JobHandler;
}

/** Which provider does which job. A reaction has to name a job that somebody does, and nobody may do another's. */
@Injectable()
export class JobRegistry {
  private readonly registered = new Map<string, RegisteredJob>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** Finds the handlers; refuses when a job has two, or when a job that a reaction may ask for has none. */
  discover(reactions: readonly Reaction[]): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!instance || typeof metatype !== 'function') continue;
      const mark = Reflect.getMetadata(JOB_HANDLER, metatype) as JobHandlerMark | undefined;
      if (mark) this.register(mark, instance as JobHandler);
    }
    const missing = reactions.flatMap(({ name, jobs }) =>
      jobs.filter((job) => !this.registered.has(job)).map((job) => `${job} (asked for by ${name})`),
    );
    if (missing.length > 0) throw new Error(`No handler for: ${missing.join(', ')}`);
    const names = reactions.map(({ name }) => name);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    if (twice.length > 0) throw new Error(`Two reactions are called ${twice.join(', ')}`);
  }

  get jobs(): readonly RegisteredJob[] {
    return [...this.registered.values()];
  }

  handlerOf(job: string): JobHandler {
    const registered = this.registered.get(job);
    if (!registered) throw new Error(`No handler for ${job}`);
    return registered.handler;
  }

  private register({ job, concurrency = DEFAULT_CONCURRENCY }: JobHandlerMark, handler: JobHandler): void {
    if (!JOB_NAME.test(job)) throw new Error(`${job} is no name for a job`);
    const other = this.registered.get(job)?.handler;
    if (other === handler) return;
    if (other) throw new Error(`Both ${other.constructor.name} and ${handler.constructor.name} do ${job}`);
    this.registered.set(job, { job, concurrency, handler });
  }
}
