import { type Instant, newUuid } from '@kull/kernel';
import { ReminderWorld } from '../../../../test/harness/reminder-world';
import { Matters, occasion, person, scriptedPart } from '../../test-model/scripted';
import { defaultPlans } from '../domain/default-plans';
import { reminderChoices } from '../domain/reminder-choices';
import { ReminderCalendar } from './reminder-calendar';

const NOW = '2027-02-15T08:00:00.000Z';
const later = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();
const DAY = 24 * 60;

describe('the calendar of what goes out', () => {
  let world: ReminderWorld;
  const gatherings = new Matters();
  const deadlines = new Matters();

  beforeAll(async () => {
    const parts = [scriptedPart('GATHERING', gatherings), scriptedPart('OFFER_REPLY_DEADLINE', deadlines)];
    world = await ReminderWorld.start(parts, NOW);
    const terms = { ...defaultPlans.OFFER_REPLY_DEADLINE, channels: ['MAIL', 'TEXT_MESSAGE'] } as const;
    await world.setPlan('OFFER_REPLY_DEADLINE', terms, NOW);
    await world.switchOn(['GATHERING', 'OFFER_REPLY_DEADLINE'], NOW);
  });
  afterAll(() => world.close());

  it('is what is sent then, to whom and when, if nothing changes (W28)', async () => {
    const worker = await world.worker();
    gatherings.add(
      occasion({ dueAt: later(NOW, 60) }),
      occasion({ dueAt: later(NOW, 2 * DAY), recipient: person('ola'), about: 'cls_1.4' }),
      occasion({ dueAt: later(NOW, 3 * DAY + 60), recipient: person('eva'), about: 'cls_1.5' }),
      occasion({ dueAt: later(NOW, 60 * DAY), about: 'cls_1.9' }),
    );
    deadlines.add(occasion({ dueAt: '2027-02-17T21:30:00.000Z', subject: 'OFFER_REPLY_DEADLINE', about: 'off_1' }));
    await world.store.events.execute(
      reminderChoices,
      'per_eva',
      { type: 'DeclineReminders', data: { subjects: ['GATHERING', 'OFFER_REPLY_DEADLINE'] } },
      { commandId: newUuid(), actor: 'per_eva', occurredAt: NOW },
    );
    const calendar = await worker.get(ReminderCalendar).until(later(NOW, 28 * DAY));
    expect(calendar.map(({ about, channel, sendAt, standing }) => [about, channel, sendAt, standing])).toEqual([
      ['cls_1.3', 'MAIL', later(NOW, 60), 'expected'],
      ['cls_1.4', 'MAIL', later(NOW, 2 * DAY), 'expected'],
      ['off_1', 'MAIL', '2027-02-18T06:00:00.000Z', 'expected'],

      ['off_1', 'TEXT_MESSAGE', '2027-02-18T08:00:00.000Z', 'expected'],
      ['cls_1.5', 'MAIL', later(NOW, 3 * DAY + 60), 'declined'],
    ]);

    const sent: [string, Instant][] = [];
    for (let hours = 0; hours <= 5 * 24; hours++) {
      const [mails, messages] = [world.mail.delivered.length, world.textMessages.sent.length];
      const now = later(NOW, hours * 60);
      await world.setClock(now);
      await world.tick(worker);
      await world.runJobs(worker);
      for (const { messageId } of world.mail.delivered.slice(mails)) sent.push([messageId.slice(1, 31), now]);
      for (const { reference } of world.textMessages.sent.slice(messages)) sent.push([reference, now]);
    }
    const foreseen = calendar.filter(({ standing }) => standing === 'expected').map(({ id, sendAt }) => [id, sendAt]);
    expect([...sent].sort()).toEqual([...foreseen].sort());
    expect(await world.told()).toContain('per_eva cls_1.5 P2D ReminderCancelled DECLINED');
  });
});
