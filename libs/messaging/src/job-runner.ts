import { Injectable, Logger } from '@nestjs/common';
import { type Claimed, Claims, LEASE_SECONDS } from './claims';
import { Company } from './company';
import { faultText } from './fault-text';
import { FenceLost, OutboxFence } from './fence';
import { JobRegistry } from './job-registry';

const RENEW_EVERY_MS = (LEASE_SECONDS * 1_000) / 3;

/** Does what the queue delivers: claim, handle, mark done. Whatever the queue repeats, PostgreSQL lets through once. */
@Injectable()
export class JobRunner {
  private readonly log = new Logger('jobs');
  private readonly company = new Company();
  private readonly running = new Map<string, { readonly job: Claimed; readonly since: number }>();
  private renewal: NodeJS.Timeout | undefined;
  private finishedAt = performance.now();

  constructor(
    private readonly claims: Claims,
    private readonly registry: JobRegistry,
  ) {}

  /** How long ago a job last ended here; 0 while one runs. */
  get idleMs(): number {
    return this.running.size > 0 ? 0 : performance.now() - this.finishedAt;
  }

  /** Runs the job of this outbox row, if it is to be run now and by us. True when it failed and wants to run again. */
  async run(outboxId: string): Promise<boolean> {
    const outcome = await this.company.join(async () => {
      const claim = await this.claims.take(outboxId);
      if (claim === 'suspect') return 'suspect';
      return claim === 'none' ? false : this.perform(claim);
    });
    if (outcome !== 'suspect') return outcome;
    return this.company.alone(async (alone) => {
      const claim = await this.claims.takeSuspect(outboxId, alone);
      if (claim === 'quarantined') this.log.error({ message: 'job quarantined after crashes', outboxId });
      return typeof claim === 'string' ? false : this.perform(claim);
    });
  }

  start(): void {
    this.renewal = setInterval(() => void this.renew(), RENEW_EVERY_MS);
  }

  /** To be called when nothing runs any more. */
  stop(): void {
    clearInterval(this.renewal);
  }

  private async perform(job: Claimed): Promise<boolean> {
    this.running.set(job.id, { job, since: performance.now() });
    try {
      const fence = new OutboxFence(job.id, job.claim);
      await this.registry.handlerOf(job.job).handle(job.payload, { outboxId: job.id, key: job.key, fence });
      if (!(await this.claims.finish(job))) this.lost(job);
      return false;
    } catch (fault) {
      if (fault instanceof FenceLost) {
        this.lost(job);
        return false;
      }
      return await this.failed(job, faultText(fault));
    } finally {
      this.running.delete(job.id);
      this.finishedAt = performance.now();
    }
  }

  private lost({ id, job }: Claimed): void {
    this.log.warn({ message: 'another worker took the job over', outboxId: id, job });
  }

  private async failed(job: Claimed, fault: string): Promise<boolean> {
    const verdict = await this.claims.fail(job, fault);
    const facts = { outboxId: job.id, job: job.job, fault };
    if (verdict === 'quarantined') this.log.error({ message: 'job quarantined after errors', ...facts });
    else this.log.warn({ message: 'job failed', ...facts });
    return verdict === 'again';
  }

  /** Jobs that take long keep their lease; short ones never get here. */
  private async renew(): Promise<void> {
    const long = [...this.running.values()].filter(({ since }) => performance.now() - since > RENEW_EVERY_MS / 2);
    if (long.length === 0) return;
    try {
      await this.claims.renew(long.map(({ job }) => job));
    } catch (fault) {
      this.log.warn({ message: 'leases not renewed', fault: faultText(fault) });
    }
  }
}
