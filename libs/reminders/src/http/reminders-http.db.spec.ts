import { Database, EventStore } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { DECLINE_LINKS, type DeclineLinks } from '../decline-links';
import { reminder } from '../domain/reminder';
import type { PlannedReminder } from '../domain/reminder.events';
import { reminderChoices } from '../domain/reminder-choices';

let api: TestApi;
let events: EventStore;
beforeAll(async () => {
  api = await createTestApi();
  events = api.app.get(EventStore, { strict: false });
});
afterAll(() => api.close());

const call = async (method: 'GET' | 'PUT' | 'POST', path: string, payload?: object) => {
  const headers = { authorization: api.authorization, 'idempotency-key': newUuid() };
  const reply = await api.fastify.inject({ method, url: `/api/v1${path}`, headers, payload });
  return { status: reply.statusCode, body: reply.json() };
};

const terms = {
  steps: [{ step: 'P3D', daysBefore: 3, at: '10:00' }],
  channels: ['MAIL'],
  validForHours: 12,
  collected: false,
  mayBeDeclined: true,
};

describe('plans', () => {
  it('are all there, as they would be, and off', async () => {
    const { status, body } = await call('GET', '/reminder-plans/NLP');
    expect(status).toBe(200);
    expect(body.data).toHaveLength(18);
    expect(body.data.every((plan: { onSince: unknown }) => plan.onSince === null)).toBe(true);
  });

  it('are set, switched on and switched off', async () => {
    const set = await call('PUT', '/reminder-plans/NLP/GATHERING', terms);
    expect(set).toMatchObject({ status: 200, body: { steps: [{ at: '10:00:00' }], onSince: null } });
    const on = await call('POST', '/reminder-plans/NLP/GATHERING/switches', { on: true });
    expect(on.body).toMatchObject({ subject: 'GATHERING', validForHours: 12, onSince: expect.any(String) });
    const all = await call('POST', '/reminder-plans/NLP/switches', { on: true });
    expect(all.body.data.every((plan: { onSince: unknown }) => plan.onSince !== null)).toBe(true);
    const off = await call('POST', '/reminder-plans/NLP/switches', { on: false });
    expect(off.body.data[3]).toMatchObject({ subject: 'GATHERING', validForHours: 12, onSince: null });
  });

  it('are refused in words', async () => {
    const bySms = await call('PUT', '/reminder-plans/NLP/GATHERING', { ...terms, channels: ['TEXT_MESSAGE'] });
    expect(bySms).toMatchObject({ status: 422, body: { code: 'TEXT_MESSAGE_NOT_FOR_SUBJECT' } });
    expect((await call('PUT', '/reminder-plans/NLP/NOTHING', terms)).status).toBe(404);
    const odd = { ...terms, steps: [{ step: 'P3D', daysBefore: 3, at: '25:00' }] };
    expect((await call('PUT', '/reminder-plans/NLP/GATHERING', odd)).status).toBe(400);
  });
});

describe('the ledger', () => {
  const planned = (about: string, dueAt: string): PlannedReminder => ({
    programmeCode: 'NLP',
    subject: 'GATHERING',
    about,
    step: 'P2D',
    version: '1',
    recipient: 'per_kari',
    channel: 'MAIL',
    dueAt,
    validUntil: '2099-01-01T00:00:00.000Z',
  });
  const context = () => ({ commandId: newUuid(), actor: 'worker', occurredAt: '2027-02-15T08:00:00.000Z' });
  const write = (id: string, command: Parameters<typeof reminder.decide>[1]) =>
    events.execute(reminder, id, command, context());

  beforeAll(async () => {
    for (const [i, outcome] of (['sent', 'unknown', 'refused'] as const).entries()) {
      const data = { planned: planned(`cls_1.${i}`, `2027-02-1${i}T08:00:00.000Z`), messageId: `rem_${i}` };
      await write(`rem_${i}`, { type: 'AttemptReminder', data });
      const notBefore = '2027-02-16T08:00:00.000Z';
      await write(`rem_${i}`, { type: 'SettleAttempt', data: { outcome: { outcome }, notBefore } });
    }
    const owner = api.app.get(Database, { strict: false });
    await owner.query(
      `insert into reminders.due (id, programme_code, subject, about, step, version, recipient, channel, due_at, valid_until, send_after)
       values ('rem_9', 'NLP', 'GATHERING', 'cls_1.9', 'P2D', '1', 'per_ola', 'MAIL', '2027-02-19T08:00Z', '2027-02-20T08:00Z', '2027-02-19T08:00Z')`,
    );
  });

  it('tells where each stands, newest first, page by page', async () => {
    const first = await call('GET', '/reminders?limit=2');
    expect(first.body.counts).toEqual({
      PLANNED: 1,
      ATTEMPTING: 0,
      SENT: 1,
      DEFERRED: 0,
      FAILED: 1,
      UNKNOWN: 1,
      CANCELLED: 0,
    });
    expect(first.body.data.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      ['rem_9', 'PLANNED'],
      ['rem_2', 'FAILED'],
    ]);
    const second = await call('GET', `/reminders?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body.data.map(({ id }: { id: string }) => id)).toEqual(['rem_1', 'rem_0']);
    expect(second.body.nextCursor).toBeNull();
    const unknown = await call('GET', '/reminders?state=UNKNOWN&subject=GATHERING&recipient=per_kari');
    expect(unknown.body.data).toMatchObject([{ id: 'rem_1', reason: 'NO_REPLY', attempts: 1 }]);
  });

  it('tells of one class, its gatherings and certificates', async () => {
    const ofClass = async (id: string) => (await call('GET', `/reminders?class=${id}`)).body;
    expect((await ofClass('cls_1')).data.map(({ id }: { id: string }) => id)).toEqual([
      'rem_9',
      'rem_2',
      'rem_1',
      'rem_0',
    ]);
    const other = await ofClass('cls_');
    expect([other.data, other.counts.SENT]).toEqual([[], 0]);
  });

  it('has what is unknown resolved by a person, once', async () => {
    expect((await call('POST', '/reminders/rem_0/resolutions', { resolution: 'ARRIVED' })).body.code).toBe(
      'OUTCOME_KNOWN',
    );
    const resolved = await call('POST', '/reminders/rem_1/resolutions', { resolution: 'ARRIVED' });
    expect(resolved).toMatchObject({ status: 200, body: { id: 'rem_1', state: 'SENT', reason: 'ARRIVED' } });
    expect((await call('POST', '/reminders/rem_x/resolutions', { resolution: 'ARRIVED' })).status).toBe(404);
  });

  it('stands beside the calendar', async () => {
    const { status, body } = await call('GET', '/reminder-calendar');
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: [], work: { unknown: 0, quarantined: 0 } });
    expect((await call('GET', '/reminder-calendar?until=someday')).status).toBe(400);
  });
});

describe('declining', () => {
  const tokenOf = (): string =>
    api.app
      .get<DeclineLinks>(DECLINE_LINKS, { strict: false })
      .urlFor('per_kari', ['GATHERING'])
      .split('/avmelding/')[1]!;
  const declined = async () => [...(await events.load(reminderChoices, 'per_kari')).state];

  it('is asked by a page that changes nothing', async () => {
    const reply = await api.fastify.inject({ url: `/avmelding/${tokenOf()}` });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reply.body).toContain('Samling som nærmer seg');
    expect(reply.body.match(/<button>/g)).toHaveLength(1);
    expect(await declined()).toEqual([]);
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is done by one POST of a mail program (%s), and undone',
    async (type) => {
      const url = `/avmelding/${tokenOf()}`;
      const payload = 'List-Unsubscribe=One-Click';
      const post = { method: 'POST', headers: { 'content-type': type }, payload } as const;
      expect((await api.fastify.inject({ ...post, url })).statusCode).toBe(200);
      expect((await api.fastify.inject({ ...post, url })).body).toContain('Du er meldt av');
      expect(await declined()).toEqual(['GATHERING']);
      const undone = await api.fastify.inject({ ...post, url: `${url}/angre` });
      expect(undone.body).toContain('Du får slike påminnelser igjen');
      expect(await declined()).toEqual([]);
    },
  );

  it('is nobody’s business without the address', async () => {
    const method = 'POST';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await api.fastify.inject({
      method,
      url: '/avmelding/per_kari.8.AAAAAAAAAAAAAAAAAAAAAA',
      headers,
      payload: '',
    });
    expect(reply.statusCode).toBe(404);
    expect(reply.body).toContain('Lenken er ikke gyldig');
  });
});
