import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DocumentStore } from '@kull/certificates/contracts';
import { EventStore, type Recorded } from '@kull/event-store';
import { Webhook } from 'standardwebhooks';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { machineToken } from '../../../../test/harness/machine';
import { testKey } from '../../../access/test-model/forged';
import { release } from '../../test-model/released';
import { SendWebhook } from '../reactions/send-webhook';
import { sendWebhookWhenMessageIsDue } from '../reactions/send-webhook-when-message-is-due';
import { TellWebhooks } from '../reactions/tell-webhooks';
import { tellWebhooksWhenSomethingIsNew } from '../reactions/tell-webhooks-when-something-is-new';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let api: TestApi;
let token: string;
let otherToken: string;
let receiver: Server;
let url: string;
let answers: number[] = [];
let received: Received[] = [];
let position = 0;

beforeAll(async () => {
  api = await createTestApi(undefined, { KULL_BASE_URL: 'http://kull.test', KULL_WEBHOOKS_TO_PRIVATE: 'yes' });
  token = await machineToken(api, await testKey('ES256', 'lf-1'));
  otherToken = await machineToken(api, await testKey('ES256', 'other-1'), { orgNumber: '987654321' });
  receiver = createServer((incoming, reply) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      received.push({ headers: incoming.headers, body: Buffer.concat(parts).toString() });
      reply.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/kull`;
});
afterAll(async () => {
  receiver.close();
  await api.close();
});
beforeEach(() => {
  received = [];
  answers = [];
});

const call = (method: 'GET' | 'POST', path: string, body?: object, authorization = token) =>
  api.fastify.inject({
    method,
    url: `/api/v1/webhooks${path}`,
    headers: { authorization, ...(method === 'POST' && { 'idempotency-key': randomUUID() }) },
    ...(body && { payload: body }),
  });

/** What the worker does with the events since last time, whatever they say about when. */
const work = async (): Promise<void> => {
  const events = api.app.get(EventStore, { strict: false });
  const job = { outboxId: 'x', key: 'x', fence: { hold: async () => undefined } };
  const handlers = {
    'tell-webhooks': api.app.get(TellWebhooks, { strict: false }),
    'send-webhook': api.app.get(SendWebhook, { strict: false }),
  };
  for (let head = await events.reader.head(); position < head; head = await events.reader.head()) {
    const page = await events.reader.page(position, 500);
    position = page.at(-1)!.position;
    for (const event of page) {
      for (const reaction of [tellWebhooksWhenSomethingIsNew, sendWebhookWhenMessageIsDue]) {
        if (!reaction.handles.includes(event.type)) continue;
        for (const intent of reaction.react(event)) {
          await handlers[intent.job as keyof typeof handlers].handle(intent.payload as never, job);
        }
      }
    }
  }
};
const released = (to?: Parameters<typeof release>[3]) =>
  release(
    api.app.get(EventStore, { strict: false }),
    api.app.get(DocumentStore, { strict: false }),
    new Uint8Array([1, 2, 3]),
    to,
  );
const attemptsOf = async (id: string) => (await call('GET', `/${id}/attempts`)).json().data;

describe('a webhook', () => {
  let id: string;
  let secret: string;
  let publicKey: string;

  it('is registered by the recipient’s machine, and tells its secret once', async () => {
    const reply = await call('POST', '', { url });
    expect(reply.statusCode).toBe(201);
    ({ id, secret, publicKey } = reply.json());
    expect(reply.json()).toMatchObject({
      orgNumber: '960474341',
      types: ['export.released', 'certificate.corrected', 'certificate.revoked'],
      closedAt: null,
    });
    const { data } = (await call('GET', '')).json();
    expect(data).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain('whsec_');
  });

  it('says that a delivery was released, in a way that the library verifies', async () => {
    const { batchId } = await released();
    await work();
    expect(received).toHaveLength(1);
    const { headers, body } = received[0]!;
    const verified = new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(verified).toEqual({ type: 'export.released', timestamp: expect.any(String), data: { id: batchId } });
    expect(() => new Webhook(secret).verify(body.replace('export', 'expert'), headers as never)).toThrow();
    const x = Buffer.from(publicKey.replace('whpk_', ''), 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const v1a = /v1a,(\S+)/.exec(String(headers['webhook-signature']))![1]!;
    expect(verify(null, Buffer.from(content), key, Buffer.from(v1a, 'base64'))).toBe(true);
    expect(await attemptsOf(id)).toMatchObject([
      { type: 'export.released', subject: batchId, attempt: 1, status: 204, outcome: 'DELIVERED' },
    ]);
  });

  it('is tried again under the same id until it is taken, and the attempts are listed', async () => {
    answers = [500, 302, 503];
    const { batchId } = await released();
    await work();
    expect(received).toHaveLength(4);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const attempts = await attemptsOf(id);
    expect(
      attempts
        .slice(0, 4)
        .map(({ subject, attempt, status, outcome }: Record<string, unknown>) => [subject, attempt, status, outcome]),
    ).toEqual([
      [batchId, 4, 204, 'DELIVERED'],
      [batchId, 3, 503, 'FAILED'],
      [batchId, 2, 302, 'FAILED'],
      [batchId, 1, 500, 'FAILED'],
    ]);
    const { messageId } = attempts[0];
    expect((await call('POST', `/${id}/resends`, { messageId })).statusCode).toBe(202);
    await work();
    expect(received).toHaveLength(5);
    expect(received[4]!.headers['webhook-id']).toBe(messageId);
    expect((await call('POST', `/${id}/resends`, { messageId: 'msg_none' })).json().code).toBe(
      'WEBHOOK_MESSAGE_UNKNOWN',
    );
  });

  it('does the same when a job is done twice', async () => {
    const before = position;
    await released();
    await work();
    position = before;
    await work();
    expect(received).toHaveLength(1);
  });

  it('says that a certificate changed, when the recipient was sent it', async () => {
    const { certificateNos } = await released();
    await work();
    received = [];
    const job = { outboxId: 'x', key: 'x', fence: { hold: async () => undefined } };
    const tell = api.app.get(TellWebhooks, { strict: false });
    const changed = { type: 'CertificateRevoked', data: { number: certificateNos[0]! } } as const;
    const event = { ...changed, eventId: randomUUID(), recordedAt: '2026-07-09T04:00:00.000Z' } as unknown as Recorded;
    const [intent] = tellWebhooksWhenSomethingIsNew.react(event);
    await tell.handle(intent!.payload as never, job);
    await tell.handle({ ...intent!.payload, subject: '7Q4K-9M2X-T', eventId: randomUUID() } as never, job);
    await work();
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([
      { type: 'certificate.revoked', timestamp: '2026-07-09T04:00:00.000Z', data: { id: certificateNos[0] } },
    ]);
  });

  it('is tested on request', async () => {
    const { messageId } = (await call('POST', `/${id}/test-events`, {})).json();
    await work();
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([messageId]);
    expect(JSON.parse(received[0]!.body)).toMatchObject({ type: 'test', data: { id } });
  });

  it('is nobody else’s, and says nothing of what others were sent', async () => {
    for (const [method, path, body] of [
      ['GET', `/${id}/attempts`, undefined],
      ['POST', `/${id}/test-events`, {}],
      ['POST', `/${id}/resends`, { messageId: 'msg_1' }],
      ['POST', `/${id}/closings`, {}],
    ] as const) {
      expect((await call(method, path, body, otherToken)).statusCode).toBe(404);
    }
    expect((await call('GET', '', undefined, otherToken)).json().data).toEqual([]);
    await released({ recipient: '987654321' });
    await work();
    expect(received).toEqual([]);
  });

  it('is closed by an answer of 410, and by its owner', async () => {
    answers = [410];
    await released();
    await released();
    await work();
    expect(received).toHaveLength(1);
    const { data } = (await call('GET', '')).json();
    expect(data).toMatchObject([{ id, closedBecause: 'GONE' }]);
    expect((await call('POST', `/${id}/test-events`, {})).json().code).toBe('WEBHOOK_CLOSED');
    const next = (await call('POST', '', { url, orgNumber: '960474341' }, api.authorization)).json();
    expect((await call('POST', `/${next.id}/closings`, {})).json()).toMatchObject({ closedBecause: 'ASKED' });
  });
});

it('needs its own scope', async () => {
  const reader = await machineToken(api, await testKey('ES256', 'reader'), { scopes: ['bi:kull/certificates.read'] });
  expect((await call('POST', '', { url }, reader)).json().code).toBe('SCOPE_MISSING');
});

it('goes to no private address in production', async () => {
  const strict = await createTestApi(undefined, { KULL_BASE_URL: 'http://kull.test' });
  const reply = await strict.fastify.inject({
    method: 'POST',
    url: '/api/v1/webhooks',
    headers: { authorization: strict.authorization, 'idempotency-key': randomUUID() },
    payload: { url: 'https://127.0.0.1/kull', orgNumber: '960474341' },
  });
  expect([reply.statusCode, reply.json().code]).toEqual([422, 'WEBHOOK_ADDRESS_NOT_ALLOWED']);
  await strict.close();
});
