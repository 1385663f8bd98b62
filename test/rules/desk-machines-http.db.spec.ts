import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SendWebhook } from '@kull/deliveries/reactions/send-webhook';
import { sendWebhookWhenMessageIsDue } from '@kull/deliveries/reactions/send-webhook-when-message-is-due';
import { EventStore } from '@kull/event-store';
import { testKey } from '../../libs/access/test-model/forged';
import { createDeskWorld, type DeskWorld } from '../harness/desk-world';
import { type FormBrowser, formBrowser, textOf } from '../harness/form-browser';
import { machineToken } from '../harness/machine';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';

const AT = '/levering/maskintilgang';

let world: DeskWorld;
let browser: FormBrowser;
let receiver: Server;
let address: string;
let answers: number[] = [];
const received: string[] = [];

beforeAll(async () => {
  world = await createDeskWorld({ KULL_WEBHOOKS_TO_PRIVATE: 'yes', KULL_BASE_URL: 'http://kull.test' });
  browser = formBrowser(world.api, world.cookie);
  receiver = createServer((incoming, reply) => {
    received.push(String(incoming.headers['webhook-id']));
    incoming.resume().on('end', () => reply.writeHead(answers.shift() ?? 204).end());
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/kull`;
});
afterAll(async () => {
  receiver?.close();
  await world?.close();
});

let position = 0;

/** What the worker does with the messages that became due since last time. */
const work = async (): Promise<void> => {
  const { reader } = world.api.app.get(EventStore, { strict: false });
  const send = world.api.app.get(SendWebhook, { strict: false });
  const job = { outboxId: 'x', key: 'x', fence: { hold: async () => undefined } };
  const events = await reader.pageOfTypes(position, await reader.head(), sendWebhookWhenMessageIsDue.handles, 500);
  position = events.at(-1)?.position ?? position;
  for (const event of events)
    for (const { payload } of sendWebhookWhenMessageIsDue.react(event)) await send.handle(payload as never, job);
};

const formIdIn = (body: string): string => /name="skjema" value="([^"]+)"/.exec(body)![1]!;

describe('the clients of the association (L8)', () => {
  let clientId: string;

  it('are registered by the desk itself with a public key, once however often the form is sent', async () => {
    const skjema = formIdIn((await browser.get(AT)).body);
    const { publicJwk } = await testKey('ES256', 'lf-2026');
    const nokler = JSON.stringify({ keys: [publicJwk] });
    const first = textOf((await browser.post(`${AT}/klienter`, { skjema, nokler })).body);
    clientId = /Den logger inn som (mcl_\w+)/.exec(first)![1]!;
    const again = textOf((await browser.post(`${AT}/klienter`, { skjema, nokler })).body);
    expect(again).toContain(`Den logger inn som ${clientId}`);
    expect(again.match(/Klient mcl_/g)).toHaveLength(1);
    expect(again).toContain('lf-2026 (ES256)');
    expect(again).toContain('ikke brukt ennå');
  });

  it('are not given a private key, and nothing of it is shown again', async () => {
    const nokler = JSON.stringify({ kty: 'EC', kid: 'x', alg: 'ES256', crv: 'P-256', d: 'hemmelig' });
    const reply = await browser.post(`${AT}/klienter`, { nokler });
    expect(reply.statusCode).toBe(422);
    expect(textOf(reply.body)).toContain('Du limte inn en privat nøkkel. Den er ikke tatt vare på.');
    expect(reply.body).not.toContain('hemmelig');
  });

  it('get a new key beside the old one, and then alone', async () => {
    const { publicJwk } = await testKey('ES256', 'lf-2027');
    const nokler = JSON.stringify(publicJwk);
    const url = `${AT}/klienter/${clientId}/nokler`;
    expect(textOf((await browser.post(url, { nokler, behold: 'ja' })).body)).toContain(
      'lf-2027 (ES256), lf-2026 (ES256)',
    );
    const alone = textOf((await browser.post(url, { nokler })).body);
    expect(alone).toContain('Nøklene er byttet.');
    expect(alone).not.toContain('lf-2026 (ES256)');
  });

  it('are shown with when they were last used', async () => {
    const token = await machineToken(world.api, await testKey('ES256', 'lf-3'));
    const list = await world.api.fastify.inject({
      method: 'GET',
      url: '/api/v1/exports?after=0',
      headers: { authorization: token },
    });
    const [{ files }] = list.json().data;
    const file = await world.api.fastify.inject({
      method: 'GET',
      url: files[0].url,
      headers: { authorization: token },
    });
    expect(file.statusCode).toBe(200);
    expect(textOf((await browser.get(AT)).body)).toMatch(/Sist brukt \d+\. \w+ \d{4} \d\d:\d\d/);
  });

  it('are suspended for good', async () => {
    const suspended = textOf((await browser.post(`${AT}/klienter/${clientId}/stenging`, {})).body);
    expect(suspended).toContain('Klienten er stengt.');
    const { publicJwk } = await testKey('ES256', 'lf-2028');
    const rotated = await browser.post(`${AT}/klienter/${clientId}/nokler`, { nokler: JSON.stringify(publicJwk) });
    expect([rotated.statusCode, textOf(rotated.body).includes('Klienten er stengt. Registrer en ny.')]).toEqual([
      422,
      true,
    ]);
  });

  it('of another organisation are not there (I-53)', async () => {
    const { otherCookie } = world;
    expect((await browser.get(AT, otherCookie)).body).not.toContain('mcl_');
    for (const act of ['nokler', 'stenging']) {
      const reply = await browser.post(`${AT}/klienter/${clientId}/${act}`, { nokler: '{"keys":[]}' }, otherCookie);
      expect(reply.statusCode).toBe(404);
    }
  });
});

describe('the webhooks of the association (L8)', () => {
  let id: string;

  it('are added with what they are told of; the secret is shown once', async () => {
    const skjema = formIdIn((await browser.get(AT)).body);
    const fields = { skjema, adresse: address, 'export.released': 'ja', 'certificate.revoked': 'ja' };
    const { body } = await browser.post(`${AT}/webhooker`, fields);
    expect(body).toMatch(/whsec_[\w+/=]+/);
    expect(textOf(body)).toContain('Meldes fra om : ny levering, trukket bevis'.replace(' :', ':'));
    id = /webhooker\/(whk_\w+)\/test/.exec(body)![1]!;
    expect((await browser.get(AT)).body).not.toContain('whsec_');
  });

  it.each([
    ['an address that cannot be used', { adresse: 'ftp://x', 'export.released': 'ja' }, 'Adressen kan ikke brukes.'],
    ['nothing to tell of', { adresse: 'https://example.org/x' }, 'Velg minst én ting'],
  ])('are not added with %s, and what was written stays', async (_, fields, text) => {
    const reply = await browser.post(`${AT}/webhooker`, fields);
    expect([reply.statusCode, textOf(reply.body).includes(text)]).toEqual([422, true]);
    expect(reply.body).toContain(`value="${fields.adresse}"`);
  });

  it('are tested in one click, with the answer and how long it took', async () => {
    answers = [503];
    const asked = browser.post(`${AT}/webhooker/${id}/test`, {});
    for (let n = 0; n < 20 && received.length === 0; n++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await work();
    }
    const page = textOf((await asked).body);
    expect(page).toMatch(/Svar: 503 på \d+ ms/);
    expect(page).toContain('testhendelse');
    expect(page).toContain('prøves igjen neste forsøk');
  });

  it('answer when they can: a message that arrived is sent again on demand, under the same id', async () => {
    const answered = received.length;
    const second = browser.post(`${AT}/webhooker/${id}/test`, {});
    for (let n = 0; n < 20 && received.length < answered + 1; n++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await work();
    }
    expect(textOf((await second).body)).toMatch(/Svar: 204 på \d+ ms/);
    const { body } = await browser.get(`${AT}/webhooker/${id}`);
    const melding = /name="melding" value="([^"]+)"/.exec(body)![1]!;
    const before = received.filter((one) => one === melding).length;
    const resent = await browser.post(`${AT}/webhooker/${id}/ny-sending`, { melding });
    expect(textOf(resent.body)).toContain('Meldingen sendes på nytt.');
    await work();
    expect(received.filter((one) => one === melding)).toHaveLength(before + 1);
    const unknown = await browser.post(`${AT}/webhooker/${id}/ny-sending`, { melding: 'msg_x' });
    expect(unknown.statusCode).toBe(422);
  });

  it('of another organisation are not there (I-53)', async () => {
    const { otherCookie } = world;
    const replies = [
      await browser.get(`${AT}/webhooker/${id}`, otherCookie),
      ...(await Promise.all(
        ['test', 'ny-sending', 'stenging'].map((act) => browser.post(`${AT}/webhooker/${id}/${act}`, {}, otherCookie)),
      )),
    ];
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
    expect((await browser.get(AT, otherCookie)).body).not.toContain(address);
  });

  it('are closed', async () => {
    expect(textOf((await browser.post(`${AT}/webhooker/${id}/stenging`, {})).body)).toContain(
      'Det meldes ikke lenger fra dit.',
    );
    const test = await browser.post(`${AT}/webhooker/${id}/test`, {});
    expect([test.statusCode, textOf(test.body).includes('Webhooken er stengt.')]).toEqual([422, true]);
  });
});

describe('the course approvals (L7)', () => {
  const course = JSON.parse(readFileSync(join(folderNamed('nla-2026-spring'), 'course.json'), 'utf8')) as {
    readonly class: object;
    readonly courseApproval: object;
  };

  it('say that none is there before a course is planned', async () => {
    expect(textOf((await browser.get('/levering/kursgodkjenninger')).body)).toContain('Ingen kurs med godkjenning');
  });

  it('show number, period and points, and flag classes that say different things of one number', async () => {
    const client = new CourseClient(world.api);
    expect((await client.post('/classes', course)).status).toBe(201);
    const one = textOf((await browser.get('/levering/kursgodkjenninger')).body);
    for (const text of [
      'LF-TEST-0001',
      '60 poeng for 60 timer',
      'Alle kursene ligger innenfor',
      'NLA-2026V-1, slutter 19. juni 2026',
    ])
      expect(one).toContain(text);
    const other = {
      ...course,
      class: { ...course.class, code: 'NLA-2026V-2' },
      courseApproval: { ...course.courseApproval, validTo: '2026-06-01' },
    };
    expect((await client.post('/classes', other)).status).toBe(201);
    const two = textOf((await browser.get('/levering/kursgodkjenninger')).body);
    for (const text of [
      '2 godkjenninger må ses på',
      'ulike vilkår',
      'NLA-2026V-2, slutter 19. juni 2026 ✗ utenfor perioden',
    ])
      expect(two).toContain(text);
  });

  it('of another organisation are not there (I-53)', async () => {
    expect((await browser.get('/levering/kursgodkjenninger', world.otherCookie)).body).not.toContain('LF-TEST-0001');
  });
});
