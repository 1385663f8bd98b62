import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { NotDone, Unusable } from '../terminal/failures';
import { KullClient } from './client';
import { ServiceRefusal } from './problem';

interface Reply {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const answer = z.looseObject({ offers: z.number() });

describe('the client of the HTTP API', () => {
  let server: Server;
  let client: KullClient;
  let replies: Reply[];
  let asked: { url: string; key: unknown; authorization: unknown; body: string }[];

  const bodyOf = async (request: IncomingMessage): Promise<string> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8');
  };

  beforeEach(async () => {
    replies = [];
    asked = [];
    server = createServer(async (request, response) => {
      const { headers, url = '' } = request;
      asked.push({
        url,
        key: headers['idempotency-key'],
        authorization: headers.authorization,
        body: await bodyOf(request),
      });
      const { status, body, headers: extra } = replies.shift() ?? { status: 200, body: { offers: 3 } };
      response.writeHead(status, { 'content-type': 'application/json', ...extra }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    client = new KullClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 'secret');
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const post = (occasion = '') => client.post('/v1/offers', { json: '{}' }, occasion, answer);

  it('says who it is', async () => {
    await post();
    expect(asked[0]).toMatchObject({ url: '/api/v1/offers', authorization: 'Bearer secret', body: '{}' });
  });

  it('gives the same act the same key, and another occasion another', async () => {
    await post();
    await post();
    await post('second delivery');
    const [first, again, other] = asked.map(({ key }) => key);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each([
    ['a gateway that is not ready', { status: 503, body: {} }],
    ['the same act still under way', { status: 409, body: { code: 'REQUEST_IN_PROGRESS', retryable: true } }],
  ])('asks again with the same key after %s', async (_, reply) => {
    replies = [reply];
    expect(await post()).toEqual({ offers: 3 });
    expect(asked).toHaveLength(2);
    expect(asked[1]!.key).toBe(asked[0]!.key);
  });

  it('gives a refusal on as it was said', async () => {
    const errors = [{ pointer: '/A26-1', code: 'TOO_FEW_ASSESSMENTS', detail: 'mangler 1 vurdering' }];
    replies = [{ status: 409, body: { code: 'TOO_FEW_ASSESSMENTS', title: 'Vurderinger mangler', errors } }];
    const refusal = await post().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ServiceRefusal);
    expect(refusal).toMatchObject({
      status: 409,
      code: 'TOO_FEW_ASSESSMENTS',
      message: 'Vurderinger mangler',
      details: ['/A26-1: mangler 1 vurdering'],
    });
  });

  it('reads a list to its end', async () => {
    replies = [
      { status: 200, body: { data: [{ offers: 1 }], nextCursor: 'a b' } },
      { status: 200, body: { data: [{ offers: 2 }], nextCursor: null } },
    ];
    expect(await client.list('/v1/offers?class=x', answer)).toEqual([{ offers: 1 }, { offers: 2 }]);
    expect(asked.map(({ url }) => url)).toEqual([
      '/api/v1/offers?class=x&limit=200',
      '/api/v1/offers?class=x&limit=200&cursor=a%20b',
    ]);
  });

  it('takes the name of a download from its header', async () => {
    const disposition = `attachment; filename="_.csv"; filename*=UTF-8''%C3%A5.csv`;
    replies = [{ status: 200, body: {}, headers: { 'content-disposition': disposition } }];
    expect((await client.download('/v1/file')).name).toBe('å.csv');
  });

  it('calls a service that was never reached unusable, and one that was lost an interruption', async () => {
    await post();
    server.closeAllConnections();
    server.close();
    await expect(post()).rejects.toBeInstanceOf(NotDone);
    await expect(new KullClient('http://127.0.0.1:9').get('/v1/x', answer)).rejects.toBeInstanceOf(Unusable);
  }, 30_000);
});
