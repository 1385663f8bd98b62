import { compareWithRebuild, rebuildReadModel } from '@kull/event-store';
import { type Instant, newUuid } from '@kull/kernel';
import { BounceTaker } from '@kull/mail/contracts';
import type { INestApplicationContext } from '@nestjs/common';
import { backends, forgetEverything, testQueue } from '../../../../test/harness/queues';
import { ReminderWorld } from '../../../../test/harness/reminder-world';
import { eventually } from '../../../../test/harness/working';
import { Matters, occasion, person, scriptedPart } from '../../test-model/scripted';
import { reminder } from '../domain/reminder';
import { reminderChoices } from '../domain/reminder-choices';
import { reminderReadModel } from '../read-models/reminder.v1';
import { reminderPlanReadModel } from '../read-models/reminder-plan.v1';

const MORNING = '2027-02-15T08:00:00.000Z';
const later = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

let changes: Matters;
let gatherings: Matters;
let world: ReminderWorld;

beforeEach(async () => {
  changes = new Matters();
  gatherings = new Matters();
  const parts = [
    scriptedPart('GATHERING_CHANGED', changes, ['RemindersAccepted']),
    scriptedPart('GATHERING', gatherings),
  ];
  world = await ReminderWorld.start(parts, MORNING);
});
afterEach(() => world.close());

/** Something happens that the subject of changed gatherings listens to. */
const somethingHappens = async (who: string): Promise<void> => {
  for (const type of ['DeclineReminders', 'AcceptReminders'] as const) {
    await world.store.events.execute(
      reminderChoices,
      `per_${who}`,
      { type, data: { subjects: ['GRADING_DEADLINE'] } },
      { commandId: newUuid(), actor: 'admin-1', occurredAt: MORNING },
    );
  }
};

describe.each(backends)('with the queue on %s', (backend) => {
  let worker: INestApplicationContext;

  const work = async (): Promise<void> => {
    worker = await world.worker(testQueue(backend, world.store.url));
  };

  it('what is told at once is told when it happens; what happened before is not', async () => {
    await world.switchOn(['GATHERING_CHANGED'], later(MORNING, -60));
    await somethingHappens('before');
    await work();
    changes.add(
      occasion({ subject: 'GATHERING_CHANGED', dueAt: later(MORNING, -1), step: 'ONCE' }),
      // Long past, or of a time before the plan: history that is taken in.
      occasion({ subject: 'GATHERING_CHANGED', dueAt: later(MORNING, -61), step: 'ONCE', about: 'cls_1.2' }),
      occasion({
        subject: 'GATHERING_CHANGED',
        dueAt: later(MORNING, -2),
        validUntil: later(MORNING, -1),
        about: 'cls_1.1',
      }),
    );
    await somethingHappens('now');
    await eventually(
      () => world.told(),
      (told) => told.length > 0,
    );
    expect(await world.told()).toEqual(['per_kari cls_1.3 ONCE ReminderSent']);
    const jobs = await world.store.owner.query("select 1 from messaging.outbox where job = 'plan-occasion'");
    expect(jobs).toHaveLength(1);
  });

  it('a queue that forgets everything loses nothing and doubles nothing', async () => {
    await world.switchOn(['GATHERING'], later(MORNING, -60));
    const people = Array.from({ length: 25 }, (_, i) => person(`p${i}`));
    gatherings.add(...people.map((recipient) => occasion({ dueAt: later(MORNING, -1), recipient })));
    const queue = testQueue(backend, world.store.url);
    worker = await world.worker(queue);
    const ticked = world.tick(worker);
    await forgetEverything(queue, world.store.owner);
    await ticked;
    await forgetEverything(queue, world.store.owner);
    await eventually(
      () => world.told(),
      (told) => told.length === 25,
    );
    expect(world.mail.delivered).toHaveLength(25);
  });
});

describe('an unknown reminder', () => {
  const resolve = (id: string, resolution: 'ARRIVED' | 'SEND_AGAIN') =>
    world.store.events.execute(
      reminder,
      id,
      { type: 'ResolveReminder', data: { resolution, at: MORNING } },
      { commandId: newUuid(), actor: 'admin-1', occurredAt: MORNING },
    );

  it('is sent once more when a person decides so, under the same id, and its bounce is noted on the person', async () => {
    await world.switchOn(['GATHERING'], later(MORNING, -60));
    gatherings.add(occasion({ dueAt: later(MORNING, -1) }));
    world.mail.answers.push({ outcome: 'unknown' });
    const worker = await world.worker(testQueue(backends[0]!, world.store.url));
    await world.tick(worker);
    await eventually(
      () => world.told(),
      (told) => told.length === 1,
    );
    const [row] = await world.store.owner.query<{ id: string }>("select id from reminder_v1 where state = 'UNKNOWN'");
    await resolve(row!.id, 'SEND_AGAIN');
    await eventually(
      () => world.told(),
      (told) => told.length === 3,
    );
    expect(await world.told()).toEqual([
      'per_kari cls_1.3 P2D ReminderUnknown',
      'per_kari cls_1.3 P2D ReminderResolved',
      'per_kari cls_1.3 P2D ReminderSent',
    ]);
    const [first, second] = world.mail.delivered;
    expect(second!.messageId).toBe(first!.messageId);

    const bounces = worker.get(BounceTaker, { strict: false });
    await bounces.bounced(first!.messageId, '5.1.1');
    await bounces.bounced(first!.messageId, '5.1.1');
    await bounces.bounced('<somebody@else>', '5.1.1');
    const noted = await eventually(
      async () => world.faults.noted,
      (faults) => faults.length > 0,
    );
    expect(noted).toEqual([
      { recipient: 'per_kari', fault: expect.objectContaining({ kind: 'BOUNCED', code: '5.1.1' }) },
    ]);
    expect((await world.told()).at(-1)).toBe('per_kari cls_1.3 P2D ReminderBounced');
  });
});

describe('a rebuild', () => {
  it('gives the same tables and sends nothing', async () => {
    await world.switchOn(['GATHERING'], later(MORNING, -60));
    gatherings.add(
      occasion({ dueAt: later(MORNING, -3) }),
      occasion({ dueAt: later(MORNING, -2), recipient: person('ola') }),
      occasion({ dueAt: later(MORNING, -1), recipient: person('eva') }),
    );
    world.addresses.special.set('per_ola', undefined);
    world.mail.answers.push({ outcome: 'deferred', code: 451 });
    const worker = await world.worker();
    await world.tick(worker);
    await world.runJobs(worker);
    for (const model of [reminderReadModel, reminderPlanReadModel]) {
      const { live, rebuilt } = await compareWithRebuild(model, world.store.codecs, world.store.owner);
      expect(rebuilt).toEqual(live);
      await rebuildReadModel(model, world.store.codecs, world.store.owner);
    }
    const { attempts } = world.mail;
    await world.tick(worker);
    expect(await world.runJobs(worker)).toBe(0);
    expect(world.mail.attempts).toBe(attempts);
  });
});
