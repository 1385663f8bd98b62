import { type CommandContext, rebuildReadModel } from '@kull/event-store';
import { newUuid, uuidOf } from '@kull/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { createTestStore, type TestStore } from '../../../test/harness/database';
import { type Backend, backends, dumpOf, forgetEverything, testQueue, Wire } from '../../../test/harness/queues';
import { PrintTicket, prints, printWhenOrdered, ticketCodec, ticketDecider } from '../../../test/harness/tickets';
import { eventually, startWorker } from '../../../test/harness/working';
import { Claims } from './claims';
import { messagingCodec } from './codec/messaging.codec';
import type { Reaction } from './contracts';
import { JobRunner } from './job-runner';
import { messagingMigrations } from './migrations';
import { createQueue, type QueueOptions } from './queue/queue-options';
import { ReactionRunner } from './reaction-runner';
import { SetAsideWork } from './set-aside-work';
import { WorkReport } from './work-report';

const AT = '2026-01-01T00:00:00.000Z';
let orders = 0;
const context = (): CommandContext => ({ commandId: uuidOf('order', ++orders), actor: 'office', occurredAt: AT });

describe.each<Backend>(backends)('messaging with its queue on %s', (backend) => {
  let store: TestStore;
  let queue: QueueOptions;
  let workers: INestApplicationContext[];

  beforeEach(async () => {
    store = await createTestStore({
      codecs: [ticketCodec, messagingCodec],
      readModels: [prints],
      migrations: messagingMigrations,
    });
    queue = testQueue(backend, store.url);
    workers = [];
  });

  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await store.close();
  });

  const work = async (reactions: readonly Reaction[] = [printWhenOrdered], at = queue): Promise<PrintTicket> => {
    const worker = await startWorker(at, { reactions, handlers: [PrintTicket] });
    workers.push(worker);
    return worker.get(PrintTicket);
  };

  const order = async (prefix: string, count: number): Promise<readonly string[]> => {
    const tickets = Array.from({ length: count }, (_, i) => `${prefix}-${i + 1}`);
    await Promise.all(
      tickets.map((ticket) =>
        store.events.execute(ticketDecider, ticket, { type: 'OrderTicket', data: { ticket } }, context()),
      ),
    );
    return tickets;
  };

  const one = async <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T> =>
    (await store.owner.query<T>(sql, values))[0]!;

  const printed = async (): Promise<{ total: number; tickets: number }> =>
    one(
      "select count(*)::int as total, count(distinct stream)::int as tickets from log.event where type = 'TicketPrinted'",
    );

  const allDone = async (): Promise<number> =>
    (await one<{ open: number }>('select count(*)::int as open from messaging.outbox where done_at is null')).open;

  const settled = (count: number, withinMs?: number) =>
    eventually(
      async () => ({ ...(await printed()), open: await allDone() }),
      ({ tickets, open }) => tickets >= count && open === 0,
      withinMs,
    );

  const outboxIdOf = async (ticket: string): Promise<string> =>
    (
      await eventually(
        () =>
          store.owner.query<{ id: string }>('select id from messaging.outbox where key = $1', [
            `print-ticket.${ticket}`,
          ]),
        (rows) => rows.length === 1,
      )
    )[0]!.id;

  /** As when the process that held the claim was killed half a minute ago. */
  const leaseRunsOut = (id: string) =>
    store.owner.query("update messaging.outbox set lease_until = now() - interval '1 s' where id = $1", [id]);

  it('does each job once, and again nothing when the reactions start anew', async () => {
    await work();
    await order('a', 150);
    expect(await settled(150)).toEqual({ total: 150, tickets: 150, open: 0 });
    await workers.pop()!.close();
    await work();
    await rebuildReadModel(prints, store.codecs, store.owner);
    await order('b', 1);
    expect(await settled(151)).toEqual({ total: 151, tickets: 151, open: 0 });
    expect(await one('select count(*)::int as rows from messaging.outbox')).toEqual({ rows: 151 });
  });

  it('shares the work between two workers', async () => {
    const [first, second] = [await work(), await work()];
    for (const worker of [first, second]) worker.interfere = () => new Promise((resolve) => setTimeout(resolve, 10));
    await order('a', 200);
    expect(await settled(200)).toEqual({ total: 200, tickets: 200, open: 0 });
    expect(Math.min(first.printed, second.printed)).toBeGreaterThan(0);
    expect(first.printed + second.printed).toBe(200);
  });

  it('loses nothing when the queue forgets everything', async () => {
    const worker = await work();
    let hold = true;
    worker.interfere = async () => {
      while (hold) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await order('a', 120);
    await eventually(
      () => one<{ n: number }>('select count(*)::int as n from messaging.outbox where enqueued_at is not null'),
      ({ n }) => n === 120,
    );
    await forgetEverything(queue, store.owner);
    hold = false;
    expect(await settled(120, 30_000)).toEqual({ total: 120, tickets: 120, open: 0 });
  });

  it('does a job once that is delivered many times', async () => {
    const worker = await work();
    worker.interfere = () => new Promise((resolve) => setTimeout(resolve, 50));
    await order('a', 5);
    const rows = await eventually(
      () => store.owner.query<{ id: string }>('select id from messaging.outbox'),
      ({ length }) => length === 5,
    );
    const again = createQueue(queue);
    await again.open(['print-ticket']);
    for (let i = 0; i < 6; i++) {
      await again.add(rows.map(({ id }) => ({ outboxId: id, job: 'print-ticket', claim: 900 + (i % 2) })));
    }
    await settled(5);
    await eventually(
      () => again.waiting(),
      (waiting) => waiting === 0,
    );
    await again.close();
    expect(await settled(5)).toEqual({ total: 5, tickets: 5, open: 0 });
  });

  it('refuses the late writer when another worker has taken over', async () => {
    const worker = await work();
    let thaw: () => void = () => undefined;
    const frost = new Promise<void>((resolve) => {
      thaw = resolve;
    });
    let calls = 0;
    // The first to come has seen that nothing is printed, and freezes; only the fence can refuse it later.
    worker.interfere = () => (++calls === 1 ? frost : Promise.resolve());
    await order('a', 1);
    const id = await outboxIdOf('a-1');
    await eventually(
      async () => calls,
      (seen) => seen === 1,
    );
    // Who is frozen renews nothing.
    workers[0]!.get(JobRunner).stop();
    await leaseRunsOut(id);
    await settled(1);
    thaw();
    await workers.pop()!.close();
    expect(await one('select claim, done_at is not null as done from messaging.outbox')).toEqual({
      claim: 2,
      done: true,
    });
    expect(await printed()).toEqual({ total: 1, tickets: 1 });
  });

  it('does a job whose workers crashed, and quarantines one that crashes alone three times', async () => {
    const { owner } = store;
    await order('a', 2);
    const reactions = new ReactionRunner(store.database, store.codecs, [printWhenOrdered]);
    await reactions.start();
    const [innocent, culprit] = [await outboxIdOf('a-1'), await outboxIdOf('a-2')];
    await reactions.stop();
    // Workers that die at every job: they claim and are never heard of again.
    const dying = new Claims(owner);
    expect(await Promise.all([dying.take(innocent), dying.take(culprit)])).toMatchObject([{ claim: 1 }, { claim: 1 }]);
    for (let crash = 1; crash <= 3; crash++) {
      await leaseRunsOut(culprit);
      expect(await dying.take(culprit)).toBe('suspect');
      expect(await dying.takeSuspect(culprit, true)).toMatchObject({ claim: crash + 1 });
    }
    await leaseRunsOut(culprit);
    await leaseRunsOut(innocent);
    expect(await dying.takeSuspect(innocent, true)).toMatchObject({ claim: 2 });
    // While others crash too, it may be that somebody kills processes.
    expect(await dying.takeSuspect(culprit, true)).toMatchObject({ claim: 5 });
    await leaseRunsOut(culprit);
    await owner.query("update messaging.outbox set crashed_at = now() - interval '2 minutes' where id = $1", [
      innocent,
    ]);
    expect(await dying.takeSuspect(culprit, true)).toBe('quarantined');
    for (let crash = 2; crash <= 5; crash++) {
      await leaseRunsOut(innocent);
      expect(await dying.takeSuspect(innocent, false)).toMatchObject({ claim: crash + 1 });
    }
    await leaseRunsOut(innocent);
    await work();
    await eventually(printed, ({ total }) => total === 1);
    await eventually(
      () =>
        owner.query(
          'select claim, crashes, last_error, done_at is not null as done, quarantined_at is not null as quarantined from messaging.outbox order by key',
        ),
      (rows) => rows[0]!.done === true,
    ).then((rows) =>
      expect(rows).toEqual([
        { claim: 7, crashes: 1, last_error: null, done: true, quarantined: false },
        { claim: 5, crashes: 4, last_error: 'Crash', done: false, quarantined: true },
      ]),
    );
  });

  it('quarantines a job that always fails, without its text, while others flow', async () => {
    const worker = await work();
    worker.interfere = async (ticket) => {
      if (ticket === 'a-3') throw Object.assign(new RangeError('Kari Nordmann 01017012345'), { code: 'E_PRINT' });
    };
    await order('a', 10);
    await eventually(printed, ({ total }) => total === 9);
    await eventually(
      async () => {
        await store.owner.query(
          'update messaging.outbox set due_at = now() where done_at is null and lease_until is null',
        );
        return one<{ errors: number }>("select errors from messaging.outbox where key = 'print-ticket.a-3'");
      },
      ({ errors }) => errors === 5,
      40_000,
    );
    await order('b', 3);
    await eventually(printed, ({ total }) => total === 12);
    const report = workers[0]!.get(WorkReport);
    const overview = await eventually(
      () => report.overview(),
      ({ jobs }) => jobs[0]!.done === 12,
    );
    expect(overview).toMatchObject({
      jobs: [{ job: 'print-ticket', later: 0, due: 0, running: 0, quarantined: 1, done: 12 }],
      oldestDueAt: null,
      quarantined: [{ key: 'print-ticket.a-3', errors: 5, crashes: 0, lastError: 'RangeError E_PRINT' }],
      reactions: [{ reaction: 'print-when-ordered', behind: expect.any(Number), stopped: null }],
    });
    expect(await report.openFor({ ticket: 'a-3' })).toMatchObject({ open: 0, quarantined: 1 });
    expect(await report.openFor({ ticket: 'a-4' })).toMatchObject({ open: 0, quarantined: 0 });

    const setAside = workers[0]!.get(SetAsideWork);
    const found = await setAside.of({ job: 'print-ticket', field: 'ticket', ids: ['a-3', 'a-4'] });
    expect(found).toMatchObject([{ payload: { ticket: 'a-3' }, attempts: 5, fault: 'RangeError E_PRINT' }]);
    expect(await setAside.oldest(9)).toEqual(found);
    worker.interfere = async () => undefined;
    const again = (who: string) => setAside.takeUp(found[0]!.id, { commandId: newUuid(), actor: who, occurredAt: AT });
    expect(await again('mli')).toBe(true);
    expect(await settled(13)).toEqual({ total: 13, tickets: 13, open: 0 });
    expect(await again('kst')).toBe(false);
    expect(await setAside.oldest(9)).toEqual([]);
    const resumed = await store.events.readStream(`work-${found[0]!.id}`);
    expect(resumed).toMatchObject([{ type: 'WorkResumed', data: { job: 'print-ticket' }, metadata: { actor: 'mli' } }]);
  });

  it('waits for the instant a job is due, by the clock of the database', async () => {
    const due = (await one<{ at: Date }>("select now() + interval '2 s' as at")).at.toISOString();
    await work([
      { ...printWhenOrdered, react: (event) => printWhenOrdered.react(event).map((i) => ({ ...i, dueAt: due })) },
    ]);
    await order('a', 3);
    await settled(3);
    const { early } = await one<{ early: number }>(
      "select count(*)::int as early from log.event where type = 'TicketPrinted' and recorded_at < $1",
      [due],
    );
    const { late } = await one<{ late: number }>(
      "select count(*)::int as late from log.event where type = 'TicketPrinted' and recorded_at > $1::timestamptz + interval '2 s'",
      [due],
    );
    expect({ early, late }).toEqual({ early: 0, late: 0 });
  });

  it('keeps the history to itself when a reaction starts at its deployment', async () => {
    await order('old', 5);
    await work([{ ...printWhenOrdered, startsAt: 'deployment' }]);
    await order('new', 5);
    await settled(5);
    expect(await store.owner.query("select key from messaging.outbox where key like '%old%'")).toEqual([]);
  });

  it('stops a reaction that puts text into a payload; the others go on, and those who come later catch up', async () => {
    const chatty: Reaction = {
      ...printWhenOrdered,
      name: 'chatty',
      react: (event) => [{ key: `chatty.${event.eventId}`, job: 'print-ticket', payload: { name: 'Kari Nordmann' } }],
    };
    await work([chatty, printWhenOrdered]);
    await order('a', 5);
    await settled(5);
    const { reactions } = await workers[0]!.get(WorkReport).overview();
    expect(reactions).toMatchObject([
      { reaction: 'chatty', stopped: 'TypeError' },
      { reaction: 'print-when-ordered', stopped: null },
    ]);
    await workers.pop()!.close();
    await work([{ ...chatty, react: () => [] }, printWhenOrdered]);
    await eventually(
      () => store.owner.query('select distinct position, stopped_at, last_error from messaging.reaction_checkpoint'),
      (rows) => rows.length === 1 && rows[0]!.stopped_at === null,
    );
  });

  if (backend === 'redis') {
    it('keeps what is owed while Redis is away, and drains afterwards', async () => {
      const wire = new Wire(new URL(queue.redisUrl!));
      await wire.mend();
      await work([printWhenOrdered], { ...queue, redisUrl: wire.url });
      await order('a', 10);
      await settled(10);
      await wire.cut();
      await order('b', 40);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await printed()).toEqual({ total: 10, tickets: 10 });
      await wire.mend();
      expect(await settled(50, 30_000)).toEqual({ total: 50, tickets: 50, open: 0 });
      await Promise.all(workers.splice(0).map((worker) => worker.close()));
      await wire.cut();
    });

    // F13: longer than a producer waits for an answer, so that it has to give up and ask again.
    it('keeps what is owed while Redis is frozen, and drains when it has thawed', async () => {
      const wire = new Wire(new URL(queue.redisUrl!));
      await wire.mend();
      await work([printWhenOrdered], { ...queue, redisUrl: wire.url });
      await order('a', 10);
      await settled(10);
      wire.freeze();
      await order('b', 40);
      await new Promise((resolve) => setTimeout(resolve, 7_000));
      expect(await printed()).toEqual({ total: 10, tickets: 10 });
      wire.thaw();
      expect(await settled(50, 30_000)).toEqual({ total: 50, tickets: 50, open: 0 });
      await Promise.all(workers.splice(0).map((worker) => worker.close()));
      await wire.cut();
    });

    // F12
    it('does nothing for jobs of an old dump that come back', async () => {
      const printer = await work();
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      printer.interfere = () => held;
      await order('a', 30);
      const dump = await eventually(
        () => dumpOf(queue),
        ({ jobs }) => jobs === 30,
      );
      letGo();
      await settled(30);
      await dump.restore();
      await order('b', 5);
      expect(await settled(35)).toEqual({ total: 35, tickets: 35, open: 0 });
      // Those that were held by a worker are found to have stalled, a few seconds later, and done again: for nothing.
      await new Promise((resolve) => setTimeout(resolve, 8_000));
      expect(await printed()).toEqual({ total: 35, tickets: 35 });
    });
  }
});
