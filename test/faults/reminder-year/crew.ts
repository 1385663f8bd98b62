import { join } from 'node:path';
import type { Database } from '@kull/event-store';
import type { Chance } from '../../data/chance';
import { built } from '../built';
import { Mortal } from '../mortal';
import type { Asked, Ticked } from './worker';

/** What reminders are made of, and what they are told of; other contexts work too, and are not waited for. */
const JOBS = [
  'send-reminders',
  'plan-occasion',
  'note-address-fault',
  'send-reminder-again',
  'settle-certificate',
  'judge-waiting-class',
  'rectify-person',
  'judge-attendance-standing',
];
const REACTIONS = [
  'plan-occasions-when-told-at-once',
  'note-address-fault-when-refused',
  'settle-certificate-when-course-points-change',
  'judge-waiting-when-register-taken-in',
  'rectify-person-when-corrected',
  'judge-attendance-standing-when-attendance-changes',
];

/** What was put off until some minute of the hour is handed to nobody before the next tick. */
const OPEN = `select (select count(*) from messaging.outbox
           where done_at is null and cancelled_at is null and job = any ($1))::int as jobs,
    (select count(*) from messaging.reaction_checkpoint c, log.head h
      where c.reaction = any ($2) and c.position < h.position)::int as behind,
    (select count(*) from reminders.due
      where settled_at is null and batch is not null and send_after <= clock.service_now(true))::int as due`;
const HELD = `select id, lease_until from messaging.outbox where done_at is null and lease_until is not null`;
/** Whoever has not renewed its lease meanwhile, and is not at work, is dead. */
const RUN_OUT = `update messaging.outbox o set lease_until = now() - interval '1 second'
  from unnest($1::uuid[], $2::timestamptz[]) as d (id, lease_until)
 where o.id = d.id and o.done_at is null and date_trunc('milliseconds', o.lease_until) = d.lease_until`;

interface Open {
  readonly jobs: number;
  readonly behind: number;
  readonly due: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Three workers as they are built, each a process of its own; the last one's clock is wrong. */
export class Crew {
  readonly workers: readonly Mortal[];
  /** Ticks that were answered, by worker. */
  readonly ticks = new Map<string, number>();
  private readonly answers = new Map<number, (answer: Partial<Ticked>) => void>();
  private asked = 0;
  private deathsSeen = 0;

  constructor(
    env: NodeJS.ProcessEnv,
    folder: string,
    private readonly owner: Database,
    daysOff: number,
    /** Loaded before each. */
    preload: readonly string[],
  ) {
    const program = built('test/faults/reminder-year/worker');
    const answered = (message: unknown): void => {
      const { ask, ...answer } = message as { ask: number } & Partial<Ticked>;
      this.answers.get(ask)?.(answer);
    };
    this.workers = [0, 0, daysOff].map((off, at) => {
      const name = `worker-${at + 1}`;
      return new Mortal(
        name,
        program,
        { ...env, DAYS_OFF: String(off) },
        join(folder, `${name}.log`),
        answered,
        preload,
      );
    });
  }

  async start(): Promise<void> {
    for (const worker of this.workers) worker.start();
    await Promise.all(this.workers.map((worker) => worker.untilReady()));
  }

  /** These tick at the same time, those of them that stand. One that dies meanwhile does not answer. */
  async tick(ticking: readonly Mortal[] = this.workers): Promise<Ticked> {
    await Promise.race(ticking.map((one) => one.untilReady()));
    const did = await Promise.all(
      ticking.map(async (worker) => {
        const answer = await this.ask(worker, 'tick');
        if (answer) this.ticks.set(worker.name, (this.ticks.get(worker.name) ?? 0) + 1);
        return answer;
      }),
    );
    return did.reduce<Ticked>(
      (sum, one) => ({
        planned: sum.planned + (one?.planned ?? 0),
        handed: sum.handed + (one?.handed ?? 0),
        noted: sum.noted + (one?.noted ?? 0),
      }),
      { planned: 0, handed: 0, noted: 0 },
    );
  }

  /** Any that stands. */
  oneOf(chance: Chance): Mortal {
    const at = chance.between(0, this.workers.length - 1);
    const order = [...this.workers.slice(at), ...this.workers.slice(0, at)];
    return order.find(({ isReady }) => isReady) ?? order[0]!;
  }

  /** Is killed in the midst of a tick. */
  dieTicking(worker: Mortal, afterMs: number): void {
    worker.send({ what: 'die', afterMs } satisfies Asked);
  }

  /** Until everything is told that is to be told now. */
  async settle(within = 60_000): Promise<void> {
    const began = performance.now();
    for (;;) {
      const open = await this.open();
      if (open.jobs + open.behind + open.due === 0) {
        if (this.workers.every(({ isReady }) => isReady)) this.deathsSeen = this.deaths;
        return;
      }
      if (this.deaths > this.deathsSeen) await this.buryTheDead();
      if (performance.now() - began > within) throw new Error(`does not settle: ${JSON.stringify(open)}`);
      await pause(15);
    }
  }

  /** Whether all that began is known to have come to its end. */
  get isWhole(): boolean {
    return this.deaths === this.deathsSeen && this.workers.every(({ isReady }) => isReady);
  }

  get deaths(): number {
    return this.workers.reduce((sum, { exits }) => sum + exits.length, 0);
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
  }

  private async open(): Promise<Open> {
    const [open] = await this.owner.query<Open>(OPEN, [JOBS, REACTIONS]);
    return open!;
  }

  /** A lease is good for 15 seconds; what the dead held is not waited for. */
  private async buryTheDead(): Promise<void> {
    const deaths = this.deaths;
    const held = await this.owner.query<{ id: string; lease_until: Date }>(HELD);
    await Promise.all(this.workers.map((worker) => this.ask(worker, 'idle')));
    await this.owner.query(RUN_OUT, [held.map(({ id }) => id), held.map((one) => one.lease_until)]);
    this.deathsSeen = deaths;
  }

  /** Undefined when the worker is not there, or is gone before it answers. */
  private async ask(worker: Mortal, what: 'tick' | 'idle'): Promise<Partial<Ticked> | undefined> {
    const ask = ++this.asked;
    const { length } = worker.exits;
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise<Partial<Ticked> | undefined>((resolve) => {
      this.answers.set(ask, resolve);
      timer = setInterval(() => worker.exits.length > length && resolve(undefined), 20);
      if (!worker.send({ ask, what } satisfies Asked)) resolve(undefined);
    });
    const answered = await answer;
    clearInterval(timer);
    this.answers.delete(ask);
    return answered;
  }
}
