import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Sink, startSink } from '@kull/mail/sink/sink';
import { Chance } from '../../data/chance';
import { eventually } from '../../harness/working';
import { bugNamed } from '../bugs/bugs';
import { type Active, Budget } from '../failpoints/budget';
import { type Point, points } from '../failpoints/points';
import { type House, openHouse } from '../house';
import { i7, i15 } from '../invariants';
import { Ledger } from '../ledger';
import { PatientClient } from '../patient-client';
import { type StormReport, storm } from '../storm';
import { Tail } from '../tail';
import { breachesOf } from './checks';
import { CourseInPieces } from './pieces';
import type { FaultPlan, FaultReport } from './report';
import { flushRedis, patiently, postgresEnds, restartPostgres } from './server-faults';

const WORKERS = 2;
/** Reminders are on before results are attested, so that certificates are told of; then the course is over. */
const BEFORE_AWARDS = '2026-06-18T09:00:00+02:00';
const AFTER_COMPLETION = '2026-06-26T09:00:00+02:00';
const SETTLED_WITHIN_MS = 60_000;
const FLUSH_EVERY = 25;
/** After every so many flushes the database is restarted. */
const RESTART_EVERY = 3;
/** With a seeded bug some work never ends; that is a finding and not a reason to wait for ever. */
const MORE_COURSES = 12;

/** Passed so seldom that everybody dies there until it has had its share. */
const seldom: readonly Point[] = ['X1', 'K1'];
const anywhere = (Object.keys(points) as Point[]).filter((point) => !seldom.includes(point));
const everywhere = (probability: (point: Point) => number): Active =>
  Object.fromEntries(anywhere.map((point) => [point, probability(point)]));
// Jobs pass the points of a worker hundreds of times, batches a few times.
const mixed = everywhere((point) => (/^[WM]/.test(point) ? 0.05 : 0.2));
const eager = everywhere(() => 0.3);

const built = (name: string): string => join(__dirname, '..', `${name}.js`);

/** One run: a course taken in, awarded, corrected and delivered while everything dies; then what is left is judged. */
export class FaultRun {
  private readonly ledger = new Ledger();
  private readonly chance: Chance;
  private readonly budget: Budget;
  private readonly courses: CourseInPieces[] = [];
  private restarts = 0;

  constructor(
    private readonly plan: FaultPlan,
    private readonly folder: string,
    private readonly redisUrl: string,
    private readonly say: (line: string) => void,
  ) {
    this.chance = new Chance(plan.seed);
    this.budget = new Budget(join(folder, 'hits'), plan.hits);
  }

  async report(): Promise<FaultReport> {
    this.budget.open();
    const bug = this.plan.bug === undefined ? undefined : bugNamed(this.plan.bug);
    const sink = await startSink({ folder: join(this.folder, 'mail'), port: 0 });
    const house = await openHouse('redis', WORKERS, {
      preload: [built('failpoints/plant'), ...(bug?.preload ? [built(`bugs/${bug.preload}`)] : [])],
      env: {
        FAULT_BUDGET: join(this.folder, 'hits'),
        FAULT_LIMIT: String(this.plan.hits),
        CHAOS_SEED: String(this.plan.seed),
        KULL_SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
        KULL_CLOCK: BEFORE_AWARDS,
        KULL_REMINDERS_EVERY: '1',
      },
    });
    const tail = new Tail(house.owner);
    try {
      await bug?.inDatabase?.(house.owner);
      tail.start();
      return await this.through(house, tail, sink, bug?.audit ?? {});
    } finally {
      await tail.stop().catch(() => undefined);
      await house.close();
      await sink.close();
    }
  }

  private async through(
    house: House,
    tail: Tail,
    sink: Sink,
    audit: { readonly trusting?: boolean },
  ): Promise<FaultReport> {
    const client = new PatientClient(house.url, house.token, this.ledger);
    const course = this.course(client, this.plan.participants);
    await client.post('/reminder-plans/NLA/switches', { on: true }, 'reminders');
    await client.put('/clock', { now: AFTER_COMPLETION });
    this.budget.activate(mixed);
    await course.takeIn('first');
    this.say('taken in');
    const due = await course.award('first');
    const corrected = course.correct('first');
    const window = await this.storming(house, due);
    await corrected;
    await this.spend(house, client);
    this.budget.activate({ X1: 1 });
    for (const one of this.courses) await one.deliver('first');
    this.budget.activate({ K1: 1 });
    await client.post('/signing-keys', { use: 'DOCUMENT' }, 'new-key');
    this.budget.activate({});
    this.say(`healed; ${JSON.stringify(this.budget.hits())}`);

    const settledMs = await this.settled(house);
    for (const one of this.courses) await one.deliver('last');
    const exits = house.everybody.flatMap((mortal) => mortal.exits);
    const breaches = await breachesOf({
      house,
      tail,
      ledger: this.ledger,
      sink,
      deaths: this.plan.kills + this.budget.victims().size,
      seed: this.plan.seed,
      trusting: audit.trusting ?? false,
      again: async () => {
        for (const one of this.courses) {
          await one.takeIn('again');
          await one.award('again');
          await one.correct('again');
        }
      },
    });
    const unplanned = i15(exits, this.budget.victims());
    return this.summed(house, window, settledMs, {
      ...breaches,
      ...(settledMs > SETTLED_WITHIN_MS && { I12: [{ settledMs }] }),
      ...(unplanned.length > 0 && { I15: unplanned.slice(0, 5) }),
    });
  }

  private course(client: PatientClient, participants: number): CourseInPieces {
    const n = this.courses.length;
    const size = { seed: (this.plan.seed % 900) + n, participants };
    const made = new CourseInPieces(client, join(this.folder, `course-${n}`), size);
    this.courses.push(made);
    return made;
  }

  /** kill -9 at random while certificates are issued; the queue forgets, and the database restarts, now and then. */
  private storming(house: House, due: number): Promise<StormReport> {
    let flushes = 0;
    return storm(
      { kills: this.plan.kills, from: 0, to: 0.9, atLatestMs: 3_000, forgetEvery: FLUSH_EVERY },
      this.chance,
      house.everybody,
      async () => (await patiently(() => count(house, 'CertificateIssued'))) / due,
      async () => {
        await flushRedis(this.redisUrl);
        if (++flushes % RESTART_EVERY !== 0) return;
        const signal = postgresEnds[this.restarts++ % postgresEnds.length]!;
        this.say(`after ${flushes * FLUSH_EVERY} kills PostgreSQL ends by ${signal}`);
        await restartPostgres(house.owner, signal);
      },
    );
  }

  /** More courses until every failpoint has had its share. */
  private async spend(house: House, client: PatientClient): Promise<void> {
    this.budget.activate(eager);
    for (let more = 0; more < MORE_COURSES && !this.budget.isSpent(anywhere); more++) {
      const course = this.course(client, 60);
      await course.takeIn('first');
      await course.award('first');
      await course.correct('first');
      await pause(500);
      this.say(`one more course; ${JSON.stringify(this.budget.hits())}`);
    }
    await Promise.all(house.everybody.map((mortal) => mortal.untilReady()));
  }

  /** @returns ms until nothing was owed any more; the double of what is allowed when it never came to that */
  private async settled(house: House): Promise<number> {
    const began = performance.now();
    await eventually(
      () => patiently(() => i7(house.owner)),
      ({ length }) => length === 0,
      2 * SETTLED_WITHIN_MS,
    ).catch(() => undefined);
    return Math.round(performance.now() - began);
  }

  private async summed(
    house: House,
    window: StormReport,
    settledMs: number,
    breaches: FaultReport['breaches'],
  ): Promise<FaultReport> {
    const hits = this.budget.hits();
    const vacuous = [
      ...(window.share < 0.3 ? [`only ${Math.round(window.share * 100)} % was issued in the window`] : []),
      ...[...anywhere, ...seldom].flatMap((point) =>
        (hits[point] ?? 0) < this.plan.hits ? [`${point} was hit ${hits[point] ?? 0} times`] : [],
      ),
    ];
    return {
      plan: this.plan,
      green: Object.keys(breaches).length === 0 && vacuous.length === 0,
      breaches,
      vacuous,
      kills: window.kills,
      hits,
      flushes: window.forgotten,
      restarts: this.restarts,
      shareInWindow: window.share,
      windowMs: window.ms,
      settledMs,
      events: await count(house),
      certificates: await count(house, 'CertificateIssued'),
      deliveries: await count(house, 'ExportBatchReleased'),
    };
  }
}

const count = async ({ owner }: House, type?: string): Promise<number> => {
  const [row] = await owner.query<{ n: number }>(
    'select count(*)::int as n from log.event where $1::text is null or type = $1',
    [type ?? null],
  );
  return row!.n;
};
