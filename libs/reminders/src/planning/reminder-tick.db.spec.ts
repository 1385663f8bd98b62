import { jest } from '@jest/globals';
import { addDays, type Instant, instantInOslo } from '@kull/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { ReminderWorld } from '../../../../test/harness/reminder-world';
import { Matters, occasion, person, scriptedPart } from '../../test-model/scripted';

const MORNING = '2027-02-15T08:00:00.000Z';
const later = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

let gatherings: Matters;
let world: ReminderWorld;
let worker: INestApplicationContext;

beforeEach(async () => {
  gatherings = new Matters();
  world = await ReminderWorld.start([scriptedPart('GATHERING', gatherings)], later(MORNING, -60));
  worker = await world.worker();
});
afterEach(async () => {
  jest.useRealTimers();
  await world.close();
});

const people = Array.from({ length: 30 }, (_, i) => person(`p${i}`));

describe('the tick', () => {
  it('of many workers at once plans and hands over each occasion once', async () => {
    await world.switchOn(['GATHERING'], later(MORNING, -60));
    gatherings.add(...people.map((recipient) => occasion({ dueAt: MORNING, recipient })));
    const others = [await world.worker(), await world.worker()];
    await world.setClock(later(MORNING, 1));
    const ticks = await Promise.all([worker, ...others, worker].map((one) => world.tick(one)));
    expect(ticks.reduce((sum, { planned }) => sum + planned, 0)).toBe(30);
    expect(ticks.reduce((sum, { handed }) => sum + handed, 0)).toBe(30);
    await Promise.all([worker, ...others].map((one) => world.runJobs(one)));
    expect(world.mail.delivered).toHaveLength(30);
    expect(new Set(world.mail.delivered.map(({ messageId }) => messageId)).size).toBe(30);
    expect(world.mail.attempts).toBe(30);
  });

  it('of a worker whose clock is three days off does nothing early and nothing late', async () => {
    await world.switchOn(['GATHERING'], later(MORNING, -60));
    gatherings.add(occasion({ dueAt: MORNING }));
    for (const daysOff of [3, -3]) {
      jest.useFakeTimers({
        now: Date.now() + daysOff * 86_400_000,
        doNotFake: [
          'setTimeout',
          'setInterval',
          'setImmediate',
          'clearTimeout',
          'clearInterval',
          'clearImmediate',
          'nextTick',
          'performance',
          'queueMicrotask',
          'hrtime',
        ],
      });
      expect(await world.tick(worker)).toEqual({ planned: 0, handed: 0 });
    }
    await world.setClock(later(MORNING, 1));
    expect(await world.tick(worker)).toEqual({ planned: 1, handed: 1 });
    await world.runJobs(worker);
    expect(world.mail.delivered).toHaveLength(1);
  });

  it('loses nothing when it stops between planning and handing over', async () => {
    await world.switchOn(['GATHERING'], later(MORNING, -60));
    gatherings.add(occasion({ dueAt: MORNING }));
    await world.setClock(later(MORNING, 1));
    await world.tick(worker);
    // As it would be left: planned, and the outbox without the job.
    await world.store.owner.query('delete from messaging.outbox');
    await world.store.owner.query('update reminders.due set batch = null');
    await world.tick(worker);
    await world.runJobs(worker);
    expect(world.mail.delivered).toHaveLength(1);
  });

  it('asks one statement when there is nothing to do', async () => {
    await world.switchOn(['GATHERING'], later(MORNING, -60));
    await world.tick(worker);
    const { asked } = gatherings;
    const database = world.database(worker);
    const queries = jest.spyOn(database, 'query');
    const transactions = jest.spyOn(database, 'transaction');
    for (let i = 0; i < 5; i++) await world.tick(worker);
    expect(queries).toHaveBeenCalledTimes(5);
    expect(transactions).not.toHaveBeenCalled();
    expect(gatherings.asked).toBe(asked);
  });

  it('takes a plan that was set otherwise into account at once', async () => {
    await world.switchOn(['GATHERING'], later(MORNING, -60));
    await world.tick(worker);
    gatherings.add(occasion({ dueAt: later(MORNING, -50) }));
    await world.setClock(later(MORNING, -40));
    expect(await world.tick(worker)).toEqual({ planned: 0, handed: 0 });
    const steps = [{ step: 'P2D', daysBefore: 2, at: '08:10:00' }];
    const terms = { steps, channels: ['MAIL'], validForHours: 24, collected: false, mayBeDeclined: false } as const;
    await world.setPlan('GATHERING', terms, later(MORNING, -40));
    expect(await world.tick(worker)).toEqual({ planned: 1, handed: 1 });
  });

  it('says nothing of yesterday when a plan is switched on today, off and on again', async () => {
    gatherings.add(
      occasion({ dueAt: later(MORNING, -26 * 60), about: 'cls_1.1' }),
      occasion({ dueAt: later(MORNING, 10), about: 'cls_1.2' }),
      occasion({ dueAt: later(MORNING, 30), about: 'cls_1.3' }),
    );
    await world.switchOn(['GATHERING'], later(MORNING, -60));
    await world.setClock(later(MORNING, 1));
    await world.switchOff(['GATHERING'], later(MORNING, 1));
    await world.setClock(later(MORNING, 20));
    await world.tick(worker);
    await world.switchOn(['GATHERING'], later(MORNING, 20));
    await world.setClock(later(MORNING, 61));
    await world.tick(worker);
    await world.runJobs(worker);
    expect(await world.told()).toEqual(['per_kari cls_1.3 P2D ReminderSent']);
  });

  it.each([
    ['the clock goes forward', '2027-03-26'],
    ['the clock goes back', '2027-10-29'],
    ['there is a 29 February', '2028-02-27'],
  ])('has every local slot once when %s', async (_, first) => {
    const days = Array.from({ length: 5 }, (__, i) => addDays(first, i));
    gatherings.add(
      ...days.flatMap((day, i) =>
        ['02:30:00', '09:00:00'].map((at) =>
          occasion({ dueAt: instantInOslo(day, at), about: `cls_${i}.${at.slice(0, 2)}` }),
        ),
      ),
    );
    let now = instantInOslo(first);
    await world.setClock(now);
    await world.switchOn(['GATHERING'], now);
    for (; now < instantInOslo(addDays(first, 5)); now = later(now, 60)) {
      await world.setClock(now);
      await world.tick(worker);
      await world.runJobs(worker);
    }
    const sent = await world.told();
    expect([...sent].sort()).toEqual(
      days.flatMap((__, i) => ['02', '09'].map((hour) => `per_kari cls_${i}.${hour} P2D ReminderSent`)).sort(),
    );
    // What fell due at night came in the morning, by itself.
    expect(world.mail.delivered).toHaveLength(10);
  });
});
