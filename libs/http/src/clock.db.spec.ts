import { Database, EventStoreModule, runMigrations } from '@kull/event-store';
import { Clock, type Instant, systemClock } from '@kull/kernel';
import { Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database';
import { eventually } from '../../../test/harness/working';
import { Caller, HttpModule, httpMigrations, registerBodies, type ServiceClockOptions } from '.';

const seen: { commandId: string; occurredAt: Instant }[] = [];
const fault: { next?: Error } = {};

@Controller('marks')
class MarksController {
  constructor(private readonly clock: Clock) {}

  @Post()
  @HttpCode(200)
  make(@Caller() caller: Caller) {
    const { commandId, occurredAt } = caller.context();
    seen.push({ commandId, occurredAt });
    if (fault.next) throw fault.next;
    return { told: caller.context({ occurredAt: '2026-05-08T22:00:00.000Z' }).occurredAt };
  }

  @Get('now')
  now() {
    return { now: this.clock.now() };
  }
}

let database: TestDatabase;
const running: NestFastifyApplication[] = [];

/** One process of the service on the test's database. */
const start = async (clock: ServiceClockOptions): Promise<NestFastifyApplication> => {
  @Module({
    imports: [
      EventStoreModule.forRoot({ database: { url: database.url, role: 'kull_app' }, codecs: [], readModels: [] }),
      HttpModule.forRoot({ clock }),
    ],
    controllers: [MarksController],
  })
  class Process {}
  const app = await NestFactory.create<NestFastifyApplication>(Process, new FastifyAdapter(), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  running.push(app);
  registerBodies(app.getHttpAdapter().getInstance());
  await app.init();
  return app;
};

const shown = async (app: NestFastifyApplication): Promise<{ now: Instant; moved: boolean }> =>
  (await app.inject('/clock')).json();
const set = (app: NestFastifyApplication, now: unknown) =>
  app.inject({ method: 'PUT', url: '/clock', payload: { now } as object });
const post = (app: NestFastifyApplication, key: string) =>
  app.inject({ method: 'POST', url: '/marks', headers: { 'idempotency-key': key }, payload: {} });

/** Seconds from the instant wanted to the one found: none, or the few that a test takes. */
const secondsAfter = (wanted: Instant, found: Instant): number => (Date.parse(found) - Date.parse(wanted)) / 1_000;
const expectJustAfter = (wanted: Instant, found: Instant): void => {
  expect(secondsAfter(wanted, found)).toBeGreaterThanOrEqual(0);
  expect(secondsAfter(wanted, found)).toBeLessThan(10);
};

const EXAM = '2027-01-20T08:00:00.000Z';

beforeEach(async () => {
  database = await createTestDatabase();
  await runMigrations(database.url, httpMigrations, [], []);
});
afterEach(async () => {
  fault.next = undefined;
  for (const app of running.splice(0)) await app.close();
  await database.drop();
});

describe('the clock', () => {
  it('is the machine’s until it is moved, goes on from there, and is set back', async () => {
    const app = await start({ movable: true });
    const before = systemClock.now();
    const unmoved = await shown(app);
    expect(unmoved.moved).toBe(false);
    expectJustAfter(before, unmoved.now);

    const moved = await set(app, '2027-01-20T09:00:00+01:00');
    expect([moved.statusCode, moved.json().moved]).toEqual([200, true]);
    expectJustAfter(EXAM, moved.json().now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await shown(app)).now > moved.json().now).toBe(true);

    expect((await set(app, null)).json().moved).toBe(false);
    expectJustAfter(before, (await shown(app)).now);
  });

  it('is moved backwards as well', async () => {
    const app = await start({ movable: true });
    await set(app, EXAM);
    await set(app, '2026-09-01T06:00:00.000Z');
    expectJustAfter('2026-09-01T06:00:00.000Z', (await shown(app)).now);
  });

  it.each(['2027-01-20', '2027-01-20T09:00:00', '1999-12-31T00:00:00Z', 12, undefined])(
    'is not set to %j',
    async (now) => {
      const app = await start({ movable: true });
      expect((await set(app, now)).json()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
      expect((await shown(app)).moved).toBe(false);
    },
  );

  it('dates commands that say nothing of their own, and is given to whoever asks for it', async () => {
    const app = await start({ movable: true });
    await set(app, EXAM);
    expect((await post(app, 'k-1')).json()).toEqual({ told: '2026-05-08T22:00:00.000Z' });
    expectJustAfter(EXAM, seen.at(-1)!.occurredAt);
    expectJustAfter(EXAM, (await app.inject('/marks/now')).json().now);
  });

  it('changes nothing of the ids of a POST that is repeated', async () => {
    const app = await start({ movable: true });
    fault.next = new Error('the process died here');
    expect((await post(app, 'k-2')).statusCode).toBe(500);
    await set(app, EXAM);
    fault.next = undefined;
    expect((await post(app, 'k-2')).statusCode).toBe(200);
    const [first, again] = seen.slice(-2);
    expect(again!.commandId).toBe(first!.commandId);
    expect(again!.occurredAt).not.toBe(first!.occurredAt);
  });
});

describe('a moved clock', () => {
  it('stays moved over a restart', async () => {
    await set(await start({ movable: true }), EXAM);
    await running.pop()!.close();
    const again = await shown(await start({ movable: true }));
    expect(again.moved).toBe(true);
    expectJustAfter(EXAM, again.now);
  });

  it('is moved for every process, at once', async () => {
    const [one, other] = [await start({ movable: true }), await start({ movable: true })];
    for (const day of ['02', '09', '16', '23']) {
      const now = `2027-03-${day}T08:00:00.000Z`;
      await set(one, now);
      const told = await eventually(
        () => shown(other),
        (view) => view.now >= now,
        2_000,
      );
      expectJustAfter(now, told.now);
    }
    await set(other, null);
    await eventually(
      () => shown(one),
      ({ moved }) => !moved,
      2_000,
    );
  });

  it('does not move the clock of the outbox', async () => {
    await set(await start({ movable: true }), EXAM);
    const db = await Database.connect({ url: database.url, role: 'kull_app' });
    const [row] = await db.query<{ now: Date }>('select now()');
    await db.close();
    expect(Math.abs(secondsAfter(systemClock.now(), row!.now.toISOString()))).toBeLessThan(10);
  });
});

describe('the instant to start at', () => {
  it('is where a new database begins, and no more than that', async () => {
    const startsAt = '2026-09-01T08:00:00+02:00';
    const first = await start({ movable: true, startsAt });
    expectJustAfter(startsAt, (await shown(first)).now);
    await set(first, EXAM);
    expectJustAfter(EXAM, (await shown(await start({ movable: true, startsAt }))).now);
    await set(first, null);
    expect((await shown(await start({ movable: true, startsAt }))).moved).toBe(false);
  });

  it('comes too late for a database that has been in use', async () => {
    await start({ movable: true });
    expect((await shown(await start({ movable: true, startsAt: EXAM }))).moved).toBe(false);
  });
});

describe('in production', () => {
  it('the clock is the machine’s, whatever the database says', async () => {
    await set(await start({ movable: true }), EXAM);
    const app = await start({ movable: false });
    const before = systemClock.now();
    const view = await shown(app);
    expect(view.moved).toBe(false);
    expectJustAfter(before, view.now);
    for (const now of [EXAM, null]) {
      expect((await set(app, now)).json()).toMatchObject({ status: 403, code: 'CLOCK_FIXED', retryable: false });
    }
    expect((await shown(running[0]!)).moved).toBe(true);
  });
});
