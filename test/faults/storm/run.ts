import { join } from 'node:path';
import { type Sink, startSink } from '@kull/mail/sink/sink';
import { Chance } from '../../data/chance';
import { eventually } from '../../harness/working';
import { bugNamed, modulesOf } from '../bugs/bugs';
import { built } from '../built';
import { Budget } from '../failpoints/budget';
import { type Point, points } from '../failpoints/points';
import { type House, openHouse } from '../house';
import { type Away, i7, i15 } from '../invariants';
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
const GIVEN_UP_MS = 2 * SETTLED_WITHIN_MS;
const FLUSHES = 12;
/** After every so many flushes the database is restarted. */
const RESTART_EVERY = 3;
/** So many a worker may be in the midst of when it dies. */
const LETTERS_AT_A_TIME = 4;
const notStormed: StormReport = { kills: {}, forgotten: 0, share: 0, ms: 0 };
/** With a seeded bug some work never ends; that is a finding and not a reason to wait for ever. */
const MORE_COURSES = 12;

/** Passed so seldom that everybody dies there until it has had its share. */
const seldom: readonly Point[] = ['X1', 'K1', 'U1'];
const anywhere = (Object.keys(points) as Point[]).filter((point) => !seldom.includes(point));
/** Of the hits of some points, half are kept for what comes last. */
const half = (hits: number): number => Math.floor(hits / 2);

/** One run: a course taken in, awarded, corrected and delivered while everything dies; then what is left is judged. */
export class FaultRun {
  private readonly ledger = new Ledger();
  private readonly chance: Chance;
  private readonly budget: Budget;
  private readonly courses: CourseInPieces[] = [];
  private readonly givenUp = new AbortController();
  private readonly away: Away[] = [];

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
    // The first statements of all are about a database with nothing in it; the rest of these deaths are for the end.
    this.budget.activate({ probability: { U1: 0.03 }, kept: { U1: half(this.plan.hits) } });
    const bug = this.plan.bug === undefined ? undefined : bugNamed(this.plan.bug);
    const sink = await startSink({ folder: join(this.folder, 'mail'), port: 0 });
    const house = await openHouse('redis', WORKERS, {
      preload: [built('test/faults/failpoints/plant'), ...modulesOf(bug)],
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
      return await this.inTime(house, this.through(house, tail, sink, bug?.trustingAudit ?? false));
    } finally {
      await tail.stop().catch(() => undefined);
      await house.close();
      await sink.close();
    }
  }

  private async through(house: House, tail: Tail, sink: Sink, trusting: boolean): Promise<FaultReport> {
    const client = new PatientClient(house.url, house.token, this.ledger, this.givenUp.signal);
    const window = await this.underFire(house, client);
    this.budget.rest();
    this.say(`healed; ${JSON.stringify(this.budget.hits())}`);
    const settledMs = await this.settled(house);
    this.say(`settled after ${settledMs} ms`);
    for (const one of this.courses) await one.deliver('last');
    const breaches = await breachesOf({
      house,
      tail,
      ledger: this.ledger,
      sink,
      ambiguous: (this.plan.kills + this.budget.victims().size + this.away.length * WORKERS) * LETTERS_AT_A_TIME,
      seed: this.plan.seed,
      trusting,
      whileUpgrading: (migrate) => {
        this.budget.activate({ probability: { U1: 0.2 } });
        migrate();
        this.budget.rest();
      },
      again: async () => {
        for (const one of this.courses) {
          await one.takeIn('again');
          await one.award('again');
          await one.correct('again');
        }
      },
    });
    return this.summed(house, window, settledMs, {
      ...breaches,
      ...(settledMs > SETTLED_WITHIN_MS && { I12: [{ settledMs }] }),
    });
  }

  /** Courses are held, and everybody dies again and again. */
  private async underFire(house: House, client: PatientClient): Promise<StormReport> {
    const course = this.course(client, this.plan.participants);
    await client.post('/reminder-plans/NLA/switches', { on: true }, 'reminders');
    await client.put('/clock', { now: AFTER_COMPLETION });
    // Jobs pass the points of a worker hundreds of times, batches a few times.
    this.die((point) => (/^[WM]/.test(point) ? 0.05 : 0.2));
    await course.takeIn('first');
    this.say('taken in');
    const due = await course.award('first');
    const corrected = course.correct('first');
    const window = await this.storming(house, due);
    await corrected;
    await this.spend(house, client);
    this.budget.activate({ probability: { X1: 1, A2: 1 } });
    for (const one of this.courses) await one.deliver('first');
    this.budget.activate({ probability: { K1: 1 } });
    await client.post('/signing-keys', { use: 'DOCUMENT' }, 'new-key');
    return window;
  }

  /** What comes to no end in time is a finding, and not a reason to wait for ever. */
  private async inTime(house: House, work: Promise<FaultReport>): Promise<FaultReport> {
    const { withinMs } = this.plan;
    const timer = setTimeout(() => this.givenUp.abort(), withinMs);
    const stuck = new Promise<void>((resolve) => {
      this.givenUp.signal.addEventListener('abort', () => resolve());
    });
    try {
      const report = await Promise.race([work.catch((fault: Error) => fault), stuck]);
      if (report instanceof Error) {
        const said = { fault: report.message.slice(0, 300) };
        return await this.summed(house, notStormed, 0, { I13: [said] });
      }
      if (report) return report;
      const left = await i7(house.owner);
      return await this.summed(house, notStormed, withinMs, {
        I12: [{ notEndedWithinMs: withinMs }],
        ...(left.length > 0 && { I7: left.slice(0, 5) }),
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** From now on everybody may die at the points that are passed often. */
  private die(probability: (point: Point) => number): void {
    this.budget.activate({
      probability: Object.fromEntries(anywhere.map((point) => [point, probability(point)])),
      kept: { A2: half(this.plan.hits) },
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
    const { kills } = this.plan;
    const forgetEvery = Math.max(4, Math.floor(kills / FLUSHES));
    let flushes = 0;
    return storm(
      { kills, from: 0, to: 0.9, atLatestMs: 10_000, forgetEvery },
      this.chance,
      house.everybody,
      async () => (await patiently(() => count(house, 'CertificateIssued'))) / due,
      async () => {
        await flushRedis(this.redisUrl);
        if (++flushes % RESTART_EVERY !== 0) return;
        const signal = postgresEnds[this.away.length % postgresEnds.length]!;
        this.say(`after ${flushes * forgetEvery} kills PostgreSQL ends by ${signal}`);
        const from = performance.now();
        await restartPostgres(house.owner, signal);
        this.away.push({ from, until: performance.now() });
      },
    );
  }

  /** More courses until every failpoint has had its share. */
  private async spend(house: House, client: PatientClient): Promise<void> {
    // A job whose worker dies ten times is set aside, storm or not: nobody may die that often over one.
    this.die((point) => (/^[WM]/.test(point) ? 0.12 : 0.5));
    const wanted = anywhere.filter((point) => point !== 'A2');
    for (let more = 0; more < MORE_COURSES && !this.budget.isSpent(wanted); more++) {
      const course = this.course(client, 60);
      await course.takeIn('first');
      await course.award('first');
      await course.correct('first');
      const settledMs = await this.settled(house);
      if (settledMs >= GIVEN_UP_MS) return;
      this.say(`one more course; ${JSON.stringify(this.budget.hits())}`);
    }
  }

  /** @returns ms until nothing was owed any more; the double of what is allowed when it never came to that */
  private async settled(house: House): Promise<number> {
    const began = performance.now();
    await eventually(
      () => patiently(() => i7(house.owner)),
      ({ length }) => length === 0,
      GIVEN_UP_MS,
    ).catch(() => undefined);
    return Math.round(performance.now() - began);
  }

  private async summed(
    house: House,
    window: StormReport,
    settledMs: number,
    found: FaultReport['breaches'],
  ): Promise<FaultReport> {
    const unplanned = i15(
      house.everybody.flatMap(({ exits }) => exits),
      this.budget.victims(),
      this.away,
    );
    const breaches = { ...found, ...(unplanned.length > 0 && { I15: unplanned.slice(0, 5) }) };
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
      restarts: this.away.length,
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
