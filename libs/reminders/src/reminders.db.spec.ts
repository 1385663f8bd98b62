import type { Instant } from '@kull/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { ReminderWorld } from '../../../test/harness/reminder-world';
import { Matters, occasion, person, scriptedPart } from '../test-model/scripted';
import { defaultPlans } from './domain/default-plans';

const MORNING = '2027-02-15T08:00:00.000Z';
const later = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();
const earlier = (instant: Instant, minutes: number): Instant => later(instant, -minutes);

let gatherings: Matters;
let deadlines: Matters;
let world: ReminderWorld;
let worker: INestApplicationContext;

beforeEach(async () => {
  gatherings = new Matters();
  deadlines = new Matters();
  const parts = [scriptedPart('GATHERING', gatherings), scriptedPart('OFFER_REPLY_DEADLINE', deadlines)];
  world = await ReminderWorld.start(parts, earlier(MORNING, 60));
  worker = await world.worker();
  await world.switchOn(['GATHERING', 'OFFER_REPLY_DEADLINE'], earlier(MORNING, 60));
});
afterEach(() => world.close());

const go = async (to: Instant): Promise<void> => {
  await world.setClock(to);
  await world.tick(worker);
  await world.runJobs(worker);
};

describe('a reminder', () => {
  it('is sent when it is due, once', async () => {
    gatherings.add(occasion({ dueAt: MORNING }));
    await go(earlier(MORNING, 1));
    expect(world.mail.delivered).toEqual([]);
    await go(later(MORNING, 1));
    await go(later(MORNING, 2));
    expect(world.mail.delivered).toEqual([
      expect.objectContaining({
        to: 'kari@example.no',
        messageId: expect.stringMatching(/^<rem_\w{26}@kull\.example\.no>$/),
      }),
    ]);
    expect(await world.told()).toEqual(['per_kari cls_1.3 P2D ReminderSent']);
    expect(world.mail.delivered[0]!.letter.action?.url).toBe('https://kull.example.no/samlinger');
  });

  it('is not sent when the matter was settled after it fell due', async () => {
    const due = occasion({ dueAt: MORNING });
    gatherings.add(due);
    await world.setClock(later(MORNING, 1));
    await world.tick(worker);
    gatherings.remove(due, 'WITHDRAWN');
    await world.runJobs(worker);
    expect(world.mail.attempts).toBe(0);
    expect(await world.told()).toEqual(['per_kari cls_1.3 P2D ReminderCancelled WITHDRAWN']);
  });

  it('waits when its matter was put off after it fell due', async () => {
    gatherings.add(occasion({ dueAt: MORNING }));
    await world.setClock(later(MORNING, 1));
    await world.tick(worker);
    gatherings.add(occasion({ dueAt: later(MORNING, 120) }));
    await world.runJobs(worker);
    await go(later(MORNING, 60));
    expect(world.mail.attempts).toBe(0);
    await go(later(MORNING, 121));
    expect(await world.told()).toEqual(['per_kari cls_1.3 P2D ReminderSent']);
  });

  it('goes by text message only where there is something short to say', async () => {
    const terms = { ...defaultPlans.OFFER_REPLY_DEADLINE, channels: ['MAIL', 'TEXT_MESSAGE'] } as const;
    await world.setPlan('OFFER_REPLY_DEADLINE', terms, earlier(MORNING, 59));
    const offer = { subject: 'OFFER_REPLY_DEADLINE', about: 'off_1', step: 'P7D' } as const;
    deadlines.add(occasion({ ...offer, dueAt: later(MORNING, 60) }));
    await go(later(MORNING, 61));
    expect(world.textMessages.sent).toEqual([]);
    expect([...(await world.told())].sort()).toEqual([
      'per_kari off_1 P7D ReminderCancelled MAIL_ONLY',
      'per_kari off_1 P7D ReminderSent',
    ]);
  });

  it('goes with the others of one person in one letter', async () => {
    gatherings.add(occasion({ dueAt: MORNING }), occasion({ dueAt: MORNING, recipient: person('ola') }));
    deadlines.add(occasion({ dueAt: MORNING, subject: 'OFFER_REPLY_DEADLINE', about: 'off_1' }));
    await go(later(MORNING, 1));
    expect(world.mail.delivered.map(({ to, letter }) => [to, letter.subject])).toEqual(
      expect.arrayContaining([
        ['kari@example.no', '2 meldinger fra kurset'],
        ['ola@example.no', 'GATHERING cls_1.3'],
      ]),
    );
    expect(world.mail.delivered).toHaveLength(2);
    expect(await world.told()).toHaveLength(3);
  });

  it('waits for the morning when it falls due at night', async () => {
    const night = '2027-02-15T22:30:00.000Z';
    gatherings.add(occasion({ dueAt: night }));
    await go(later(night, 1));
    await go('2027-02-16T05:59:00.000Z');
    expect(world.mail.attempts).toBe(0);
    await go('2027-02-16T06:00:01.000Z');
    expect(world.mail.delivered).toHaveLength(1);
  });

  it('is not sent when nobody was there to send it in time', async () => {
    gatherings.add(occasion({ dueAt: MORNING }));
    await go(later(MORNING, 24 * 60 + 1));
    expect(await world.told()).toEqual(['per_kari cls_1.3 P2D ReminderCancelled TOO_LATE']);
  });

  it('says nothing of what fell due before its plan was switched on', async () => {
    gatherings.add(
      occasion({ dueAt: earlier(MORNING, 90) }),
      occasion({ dueAt: earlier(MORNING, 24 * 60), step: 'P14D' }),
    );
    await go(later(MORNING, 1));
    expect(world.mail.attempts).toBe(0);
    expect(await world.told()).toEqual([]);
  });

  it('says nothing once its plan is switched off', async () => {
    gatherings.add(occasion({ dueAt: MORNING }));
    await world.setClock(later(MORNING, 1));
    await world.tick(worker);
    await world.switchOff(['GATHERING'], later(MORNING, 1));
    await world.runJobs(worker);
    expect(await world.told()).toEqual(['per_kari cls_1.3 P2D ReminderCancelled SWITCHED_OFF']);
  });

  it('is cancelled without an address, and when the person is forgotten', async () => {
    world.addresses.special.set('per_kari', { name: 'Kari', language: 'nb' });
    world.addresses.special.set('per_ola', undefined);
    gatherings.add(occasion({ dueAt: MORNING }), occasion({ dueAt: MORNING, recipient: person('ola') }));
    await go(later(MORNING, 1));
    expect([...(await world.told())].sort()).toEqual([
      'per_kari cls_1.3 P2D ReminderCancelled NO_ADDRESS',
      'per_ola cls_1.3 P2D ReminderCancelled FORGOTTEN',
    ]);
  });
});

describe('a server', () => {
  it('that does not take a letter now gets it again later, under the same id', async () => {
    gatherings.add(occasion({ dueAt: MORNING }));
    world.mail.answers.push({ outcome: 'deferred', code: 451 }, { outcome: 'deferred', code: 451 });
    await go(later(MORNING, 1));
    await go(later(MORNING, 5));
    expect(world.mail.attempts).toBe(1);
    await go(later(MORNING, 7));
    await go(later(MORNING, 30));
    expect(world.mail.attempts).toBe(2);
    await go(later(MORNING, 40));
    expect(await world.told()).toEqual([
      'per_kari cls_1.3 P2D ReminderDeferred',
      'per_kari cls_1.3 P2D ReminderDeferred',
      'per_kari cls_1.3 P2D ReminderSent',
    ]);
    const ids = await world.store.owner.query(
      "select distinct data->>'messageId' from log.event where type = 'ReminderAttempted'",
    );
    expect(ids).toHaveLength(1);
    expect(world.mail.delivered).toHaveLength(1);
  });

  it('that refuses is not asked again', async () => {
    gatherings.add(occasion({ dueAt: MORNING }));
    world.mail.answers.push({ outcome: 'refused', code: 550, because: 'ADDRESS' });
    await go(later(MORNING, 1));
    await go(later(MORNING, 400));
    expect(world.mail.attempts).toBe(1);
    expect(await world.told()).toEqual(['per_kari cls_1.3 P2D ReminderFailed']);
  });

  it('whose last reply was not seen may have it: nobody sends it again', async () => {
    gatherings.add(occasion({ dueAt: MORNING }));
    world.mail.answers.push({ outcome: 'unknown' });
    await go(later(MORNING, 1));
    await go(later(MORNING, 400));
    expect(world.mail.attempts).toBe(1);
    expect(await world.told()).toEqual(['per_kari cls_1.3 P2D ReminderUnknown']);
  });
});

describe('a worker', () => {
  it('that stops between the server’s reply and writing it down leaves an unknown one', async () => {
    gatherings.add(occasion({ dueAt: MORNING }));
    world.mail.answers.push('lost');
    await world.setClock(later(MORNING, 1));
    await world.tick(worker);
    void world.runJobs(worker);
    while (world.mail.attempts === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await world.leasesRunOut();
    const other = await world.worker();
    await world.runJobs(other);
    await world.setClock(later(MORNING, 200));
    await world.tick(other);
    await world.runJobs(other);
    expect(world.mail.delivered).toHaveLength(1);
    expect(await world.told()).toEqual(['per_kari cls_1.3 P2D ReminderUnknown']);
  });

  it('does the same job ten times as once', async () => {
    gatherings.add(occasion({ dueAt: MORNING }));
    await world.setClock(later(MORNING, 1));
    await world.tick(worker);
    const jobs = await world.openJobs();
    await world.store.owner.query('update messaging.outbox set claim = claim');
    for (let i = 0; i < 10; i++) {
      await world.store.owner.query('update messaging.outbox set done_at = null where id = any ($1)', [jobs]);
      await world.runJobs(worker);
    }
    expect(world.mail.delivered).toHaveLength(1);
  });
});
