import { randomBytes } from 'node:crypto';
import { get as httpGet } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server } from 'node:net';
import { DocumentStore } from '@kull/certificates/contracts';
import { EventStore } from '@kull/event-store';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { machineToken } from '../../../../test/harness/machine';
import { testKey } from '../../../access/test-model/forged';
import { type ReleasedForTest, release } from '../../test-model/released';
import { sha256Of } from '../domain/batch-file';

let api: TestApi;
let token: string;
let otherToken: string;
let first: ReleasedForTest;
const bytes = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
const released = (file: Uint8Array, to?: Parameters<typeof release>[3]) =>
  release(api.app.get(EventStore, { strict: false }), api.app.get(DocumentStore, { strict: false }), file, to);

beforeAll(async () => {
  api = await createTestApi(undefined, { KULL_BASE_URL: 'http://kull.test' });
  token = await machineToken(api, await testKey('ES256', 'lf-1'));
  otherToken = await machineToken(api, await testKey('ES256', 'other-1'), { orgNumber: '987654321' });
  first = await released(bytes(120_000));
  await released(bytes(100), { recipient: '987654321' });
  for (let n = 2; n <= 5; n++) await released(bytes(1_000 * n));
});
afterAll(() => api.close());

const get = (url: string, headers: Readonly<Record<string, string>> = {}, authorization = token) =>
  api.fastify.inject({ method: 'GET', url, headers: { authorization, ...headers } });
const fileUrl = ({ batchId, name }: ReleasedForTest) => `/api/v1/exports/${batchId}/files/${name}.csv`;

describe('the list of deliveries', () => {
  it('is walked by the recipient’s own cursor', async () => {
    const seen: number[] = [];
    let next: string | undefined = '/api/v1/exports?after=0&limit=2';
    let cursor = '';
    while (next) {
      const reply = await get(next);
      seen.push(...reply.json().data.map(({ sequence }: { sequence: number }) => sequence));
      cursor = reply.json().nextCursor;
      next = /<([^>]+)>; rel="next"/.exec(String(reply.headers.link))?.[1];
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect(cursor).toBe('5');
    expect((await get('/api/v1/exports?after=5')).json()).toEqual({ data: [], nextCursor: '5' });
  });

  it('has full pages that never change', async () => {
    const url = '/api/v1/exports?after=0&limit=5';
    const before = await get(url);
    expect(before.headers['cache-control']).toContain('immutable');
    const last = '/api/v1/exports?after=3&limit=5';
    const open = await get(last);
    expect(open.headers['cache-control']).toBe('private, no-cache');
    expect((await get(last, { 'if-none-match': String(open.headers.etag) })).statusCode).toBe(304);
    await released(bytes(10));
    const after = await get(url);
    expect([after.body, after.headers.etag]).toEqual([before.body, before.headers.etag]);
    expect((await get(last, { 'if-none-match': String(open.headers.etag) })).json().nextCursor).toBe('6');
  });

  it.each(['after=-1', 'after=x', 'limit=0', 'limit=201', 'after=99999999999'])('refuses %s', async (query) => {
    expect((await get(`/api/v1/exports?${query}`)).statusCode).toBe(400);
  });
});

describe('another organisation (I-53)', () => {
  it('sees nothing that is not addressed to it, and is not told that there is anything', async () => {
    const theirs = await get('/api/v1/exports?after=0', {}, otherToken);
    expect(theirs.json().data).toHaveLength(1);
    expect(theirs.json().data[0]).toMatchObject({ sequence: 1, batchSeq: 1 });
    const own = `/api/v1/exports/${first.batchId}`;
    const none = '/api/v1/exports/00000000-0000-0000-0000-000000000000';
    for (const rest of ['', '/file', '/manifest', `/files/${first.name}.csv`, '/downloads']) {
      const [foreign, missing] = await Promise.all([get(own + rest, {}, otherToken), get(none + rest, {}, otherToken)]);
      const { instance: _a, ...said } = foreign.json();
      const { instance: _b, ...saidOfNone } = missing.json();
      expect([rest, foreign.statusCode, said]).toEqual([rest, 404, saidOfNone]);
      expect((await get(own + rest)).statusCode).toBe(200);
    }
  });
});

describe('a file of a delivery', () => {
  it('comes whole, with its hash, and from any byte on', async () => {
    const whole = await get(fileUrl(first));
    expect(whole.statusCode).toBe(200);
    expect(sha256Of(whole.rawPayload)).toBe(sha256Of(first.file));
    expect(whole.headers).toMatchObject({
      etag: `"${sha256Of(first.file)}"`,
      'accept-ranges': 'bytes',
      'content-length': '120000',
      'repr-digest': `sha-256=:${Buffer.from(sha256Of(first.file), 'hex').toString('base64')}:`,
    });
    const part = await get(fileUrl(first), { range: 'bytes=119990-' });
    expect([part.statusCode, part.headers['content-range']]).toEqual([206, 'bytes 119990-119999/120000']);
    expect(part.rawPayload).toEqual(Buffer.from(first.file.subarray(119_990)));
    const beyond = await get(fileUrl(first), { range: 'bytes=120000-' });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, 'bytes */120000']);
    const changed = await get(fileUrl(first), { range: 'bytes=5-', 'if-range': '"other"' });
    expect([changed.statusCode, changed.rawPayload.byteLength]).toEqual([200, 120_000]);
    expect((await get(fileUrl(first), { 'if-none-match': String(whole.headers.etag) })).statusCode).toBe(304);
    expect((await get(`/api/v1/exports/${first.batchId}/files/other.csv`)).json().code).toBe('EXPORT_FILE_UNKNOWN');
  });

  it('tells its size to HEAD without being fetched', async () => {
    const { batchId, name } = await released(bytes(777));
    const url = `/api/v1/exports/${batchId}/files/${name}.csv`;
    const head = await api.fastify.inject({ method: 'HEAD', url, headers: { authorization: token } });
    expect([head.statusCode, head.headers['content-length'], head.rawPayload.byteLength]).toEqual([200, '777', 0]);
    await get(url, {}, api.authorization);
    expect((await get(`/api/v1/exports/${batchId}/downloads`)).json().data).toEqual([]);
    await get(url);
    await get(url, { range: 'bytes=700-' });
    const { data } = (await get(`/api/v1/exports/${batchId}/downloads`, {}, api.authorization)).json();
    const by = expect.stringMatching(/^mcl_/);
    expect(data).toEqual([
      { file: `${name}.csv`, by, at: expect.any(String), firstByte: 700, lastByte: 776 },
      { file: `${name}.csv`, by, at: expect.any(String), firstByte: null, lastByte: null },
    ]);
  });

  it('is the same for many readers at once, who repeat and skip back (F39)', async () => {
    const parts = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const from = (n * 7_919) % 119_000;
        const reply = await get(fileUrl(first), { range: `bytes=${from}-${from + 999}` });
        return Buffer.from(first.file.subarray(from, from + 1_000)).equals(reply.rawPayload);
      }),
    );
    expect(parts.filter((same) => !same)).toEqual([]);
  });
});

/** Stands between client and service, and cuts each connection after so many bytes of its answer. */
const cuttingProxy = async (target: number, cutAfter: () => number): Promise<Server> => {
  const server = createServer((client) => {
    let left = cutAfter();
    const service = connect(target, '127.0.0.1');
    client.pipe(service);
    for (const socket of [client, service]) socket.on('error', () => undefined);
    service.on('data', (chunk) => {
      client.write(chunk.subarray(0, left));
      left -= chunk.byteLength;
      if (left <= 0) {
        service.destroy();
        client.end();
      }
    });
    service.on('close', () => client.end());
    client.on('close', () => service.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

/** What of an answer's body arrived before the connection went. */
const arrived = (port: number, path: string, from: number, etag: string): Promise<Buffer> =>
  new Promise((resolve) => {
    const got: Buffer[] = [];
    const done = (): void => resolve(Buffer.concat(got));
    const headers = { authorization: token, range: `bytes=${from}-`, 'if-range': etag, connection: 'close' };
    httpGet({ port, path, headers }, (reply) => {
      if (reply.statusCode !== 206) return done();
      reply.on('data', (chunk: Buffer) => got.push(chunk));
      reply.on('error', done);
      reply.on('close', done);
    }).on('error', done);
  });

it('is whole after being cut at random bytes and resumed (F38)', async () => {
  await api.app.listen(0, '127.0.0.1');
  const target = (api.app.getHttpServer().address() as AddressInfo).port;
  const proxy = await cuttingProxy(target, () => 500 + Math.floor(Math.random() * 20_000));
  const { port } = proxy.address() as AddressInfo;
  const etag = `"${sha256Of(first.file)}"`;
  const download = async (): Promise<string> => {
    let file = Buffer.alloc(0);
    while (file.byteLength < first.file.byteLength) {
      file = Buffer.concat([file, await arrived(port, fileUrl(first), file.byteLength, etag)]);
    }
    return sha256Of(file);
  };
  const hashes = await Promise.all(Array.from({ length: 6 }, download));
  expect(hashes).toEqual(Array(6).fill(sha256Of(first.file)));
  proxy.close();
});
