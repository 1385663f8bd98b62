import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPublicAddress } from './public-address';
import { type Resolve, WebhookPost } from './webhook-post';

describe('addresses of the public internet', () => {
  it.each(['8.8.8.8', '158.36.0.1', '2001:4860:4860::8888', '2a02:c0::1'])('have %s among them', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('do not have %s among them', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('a post to an address that somebody else chose (S18)', () => {
  let receiver: Server;
  let port: number;
  let asked = 0;
  let answerWith: { readonly status: number; readonly headers?: Record<string, string> } = { status: 204 };
  beforeAll(async () => {
    receiver = createServer((_request, reply) => {
      asked += 1;
      reply.writeHead(answerWith.status, answerWith.headers).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, resolve));
    port = (receiver.address() as AddressInfo).port;
  });
  afterAll(() => receiver.close());
  beforeEach(() => {
    asked = 0;
    answerWith = { status: 204 };
  });

  it.each([
    'https://127.0.0.1',
    'https://[::1]',
    'https://[::ffff:127.0.0.1]',
    'https://169.254.169.254',
    'https://2130706433',
    'https://0x7f000001',
    'https://0177.0.0.1',
    'https://127.1',
    'https://localhost',
  ])('does not go to %s', async (base) => {
    const sender = new WebhookPost({ allowPrivate: false, timeoutMs: 500 });
    expect(await sender.mayGoTo(`${base}:${port}/latest`)).toBe(false);
    expect(await sender.post(`${base}:${port}/latest`, '{}', {})).toEqual({ fault: 'ADDRESS_NOT_ALLOWED' });
    expect(asked).toBe(0);
  });

  it.each(['http://lf.example', 'https://user:secret@lf.example', 'ftp://lf.example', 'https://lf.example/#x', 'lf'])(
    'is not registered for %s',
    async (url) => {
      const resolve: Resolve = async () => [{ address: '8.8.8.8', family: 4 }];
      expect(await new WebhookPost({ allowPrivate: false, resolve }).mayGoTo(url)).toBe(false);
      expect(await new WebhookPost({ allowPrivate: false, resolve }).mayGoTo('https://lf.example/kull')).toBe(true);
    },
  );

  it('is not led inside by a name whose address changes after it was registered (DNS rebinding)', async () => {
    const answers = [[{ address: '8.8.8.8', family: 4 }]];
    const inside = [{ address: '127.0.0.1', family: 4 }];
    const sender = new WebhookPost({
      allowPrivate: false,
      timeoutMs: 500,
      resolve: async () => answers.shift() ?? inside,
    });
    const url = `https://rebinding.example:${port}/kull`;
    expect(await sender.mayGoTo(url)).toBe(true);
    expect(await sender.post(url, '{}', {})).toEqual({ fault: 'ADDRESS_NOT_ALLOWED' });
    expect(asked).toBe(0);
  });

  it('asks for a name’s addresses once and goes to what was checked', async () => {
    let lookups = 0;
    const resolve: Resolve = async () => {
      lookups += 1;
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const sender = new WebhookPost({ allowPrivate: true, resolve });
    expect(await sender.post(`http://receiver.example:${port}/kull`, '{}', {})).toEqual({ status: 204 });
    expect([asked, lookups]).toEqual([1, 1]);
  });

  it('does not go where one of the name’s addresses is inside', async () => {
    const resolve: Resolve = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '::1', family: 6 },
    ];
    expect(await new WebhookPost({ allowPrivate: false, resolve }).mayGoTo('https://both.example')).toBe(false);
  });

  it('does not follow a redirection', async () => {
    answerWith = { status: 302, headers: { location: `http://127.0.0.1:${port}/inside` } };
    const sender = new WebhookPost({ allowPrivate: true });
    expect(await sender.post(`http://127.0.0.1:${port}/kull`, '{}', {})).toEqual({ status: 302 });
    expect(asked).toBe(1);
  });

  it('says what went wrong when there is no answer', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const sender = new WebhookPost({ allowPrivate: true, timeoutMs: 100 });
    expect(await sender.post(url, '{}', {})).toEqual({ fault: 'TIMEOUT' });
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
    expect(await sender.post(url, '{}', {})).toEqual({ fault: 'NETWORK' });
    const nowhere: Resolve = async () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    expect(
      await new WebhookPost({ allowPrivate: false, resolve: nowhere }).post('https://a.example', '{}', {}),
    ).toEqual({
      fault: 'NOT_FOUND',
    });
  });
});
