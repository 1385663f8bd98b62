import 'reflect-metadata';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { X509CertificateGenerator } from '@peculiar/x509';
import { LocalHpr, localPhysician } from '../../../../test/harness/local-hpr';
import { MaskinportenClient, type MaskinportenOptions } from '../maskinporten/maskinporten-client';
import { HprApi, type HprApiOptions } from './hpr-api';

const kari = { fornavn: 'Kari', etternavn: 'Testesen', fødselsdato: '1975-01-15' };

let local: LocalHpr;
beforeEach(async () => {
  local = await LocalHpr.start([localPhysician(9_144_900, kari)]);
});
afterEach(() => local.close());

const client = (over: Partial<MaskinportenOptions> = {}) =>
  new MaskinportenClient({
    issuer: local.issuer,
    tokenUrl: local.tokenUrl,
    clientId: local.clientId,
    keyId: local.keyId,
    key: local.privateKey,
    scope: 'nhn:hpr/basic',
    ...over,
  });
const api = (over: Partial<HprApiOptions> = {}) => new HprApi({ baseUrl: local.url, maskinporten: client(), ...over });
const movedBy = (ms: number) => ({ now: () => new Date(Date.now() + ms).toISOString() });
/** Signed by nobody but itself. */
const selfSigned = async () => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const notAfter = new Date(Date.now() + 60_000);
  const cert = await X509CertificateGenerator.createSelfSigned({ name: 'CN=localhost', keys, notAfter }, crypto);
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return { cert: cert.toString('pem'), key: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----` };
};
const faultOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work;
  } catch (fault) {
    const { name, why, message } = fault as Error & { why: string };
    return { name, why, message };
  }
};

describe('a token of Maskinporten', () => {
  it.each(['RS256', 'RS384', 'RS512'] as const)('is given for a grant signed with %s', async (algorithm) => {
    expect(await client({ algorithm }).token()).toMatch(/^[\da-f-]{36}$/);
    expect(local.refusals).toEqual([]);
  });

  it('is fetched once for all that ask at the same time, and kept', async () => {
    const maskinporten = client();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => maskinporten.token()));
    expect(new Set([...tokens, await maskinporten.token()]).size).toBe(1);
    expect(local.tokensGiven).toBe(1);
  });

  it('is fetched anew shortly before it expires, by another grant', async () => {
    let ms = 0;
    const maskinporten = client({ machineClock: { now: () => movedBy(ms).now() } });
    const first = await maskinporten.token();
    ms = 104_000;
    expect(await maskinporten.token()).toBe(first);
    ms = 0;
    local.tokens = { kind: 'grants', expiresIn: 15 };
    maskinporten.forget(first);
    const second = await maskinporten.token();
    expect(await maskinporten.token()).not.toBe(second);
    expect(local.tokensGiven).toBe(3);
  });

  it.each([
    ['another audience', { issuer: 'https://maskinporten.no/token' }],
    ['another client', { clientId: 'somebody-else' }],
    ['an unknown key', { keyId: 'kull-2025' }],
    ['a scope that was not asked for', { scope: 'nhn:hpr/basicall' }],
    ['a clock that is half a minute off', { machineClock: movedBy(-30_000) }],
  ])('is refused for %s, and that is said and not tried again', async (_, over) => {
    const maskinporten = client(over);
    const refused = { name: 'RemoteFault', why: 'REFUSED', message: 'Maskinporten: invalid_grant' };
    expect(await faultOf(maskinporten.token())).toEqual(refused);
    expect(await faultOf(maskinporten.token())).toEqual(refused);
    expect(local.refusals).toHaveLength(1);
  });

  it('is not there while Maskinporten is down, and is fetched when it is back', async () => {
    const maskinporten = client();
    local.tokens = { kind: 'down' };
    expect(await faultOf(maskinporten.token())).toMatchObject({
      why: 'UNAVAILABLE',
      message: 'Maskinporten: HTTP_503',
    });
    local.tokens = { kind: 'malformed' };
    expect(await faultOf(maskinporten.token())).toMatchObject({ why: 'UNREADABLE' });
    local.tokens = { kind: 'grants', expiresIn: 120 };
    expect(await maskinporten.token()).toMatch(/-/);
  });

  it('without the scope is no token', async () => {
    local.tokens = { kind: 'grants', expiresIn: 120, scope: 'nhn:hpr/basicall' };
    expect(await faultOf(client().token())).toMatchObject({
      why: 'REFUSED',
      message: 'Maskinporten: SCOPE_NOT_GRANTED',
    });
  });
});

describe("HPR's open API", () => {
  it('gives the line of a number, and says of another that there is none', async () => {
    const replies = await api().lookUp(['9144900', '9144901']);
    expect(replies.get('9144900')).toEqual({
      entry: {
        hprNumber: '9144900',
        familyName: 'Testesen',
        givenNames: 'Kari',
        birthDate: '1975-01-15',
        profession: 'PHYSICIAN',
        authorisedFrom: '2005-07-01',
      },
    });
    expect(replies.get('9144901')).toEqual({ entry: undefined });
  });

  it('is asked with a new token when the one we have has expired there', async () => {
    const asking = api();
    await asking.lookUp(['9144900']);
    local.expireTokens();
    expect((await asking.lookUp(['9144900'])).get('9144900')).toHaveProperty('entry.profession', 'PHYSICIAN');
    expect(local.tokensGiven).toBe(2);
  });

  it.each([
    ['500', { kind: 'status', status: 500 }, 'UNAVAILABLE', 'HPR: HTTP_500'],
    ['401 also with a new token', { kind: 'status', status: 401 }, 'REFUSED', 'HPR: HTTP_401'],
    ['403', { kind: 'status', status: 403 }, 'REFUSED', 'HPR: HTTP_403'],
    ['half a JSON', { kind: 'malformed' }, 'UNREADABLE', 'HPR: PERSON_NOT_READABLE'],
    ['a redirect', { kind: 'redirects' }, 'UNAVAILABLE', 'HPR: NOT_REACHED'],
    ['nothing in time', { kind: 'slow', ms: 60_000 }, 'UNAVAILABLE', 'HPR: TIMED_OUT'],
  ] as const)('that answers %s has not answered', async (_, behaviour, unanswered, code) => {
    local.behaviour = behaviour;
    const requestTimeoutMs = behaviour.kind === 'slow' ? 100 : 10_000;
    const replies = await api({ requestTimeoutMs }).lookUp(['9144900']);
    expect([...replies]).toEqual([['9144900', { unanswered, code }]]);
  });

  it('that is busy is left alone until the time that it named', async () => {
    const asking = api();
    local.behaviour = { kind: 'status', status: 429, retryAfter: 2 };
    const first = await asking.lookUp(['9144900', ...Array.from({ length: 30 }, (_, n) => String(9_000_000 + n))]);
    expect(new Set([...first.values()].map((reply) => 'unanswered' in reply && reply.unanswered))).toEqual(
      new Set(['UNAVAILABLE']),
    );
    const asked = local.asked.length;
    expect(asked).toBeLessThanOrEqual(6);
    local.behaviour = { kind: 'answers' };
    expect((await asking.lookUp(['9144900'])).get('9144900')).toEqual({ unanswered: 'UNAVAILABLE', code: 'HPR: BUSY' });
    expect(local.asked).toHaveLength(asked);
    await new Promise((resolve) => setTimeout(resolve, 2_050));
    expect((await asking.lookUp(['9144900'])).get('9144900')).toHaveProperty('entry');
  });

  it('that is slow keeps nobody waiting beyond the limit, and what came in time counts', async () => {
    const numbers = Array.from({ length: 12 }, (_, n) => String(9_000_000 + n));
    local.know(...numbers.map((number) => localPhysician(Number(number), kari)));
    local.behaviour = { kind: 'slow', ms: 60_000, except: numbers.slice(0, 4) };
    const started = performance.now();
    const replies = await api({ timeLimitMs: 2_000, requestTimeoutMs: 60_000, atOnce: 4 }).lookUp(numbers);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect([...replies].filter(([, reply]) => 'entry' in reply).map(([number]) => number)).toEqual(numbers.slice(0, 4));
    expect(replies.size).toBe(12);
    expect(local.mostAtOnce).toBe(4);
  });

  it('is told nothing when its certificate is not one to be trusted', async () => {
    const asked: string[] = [];
    const server = createServer(await selfSigned(), (request, response) => {
      asked.push(request.url!);
      response.end('{}');
    });
    let reached = 0;
    server.on('connection', () => reached++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const replies = await api({ baseUrl: `https://127.0.0.1:${port}` }).lookUp(['9144900']);
    await new Promise((resolve) => server.close(resolve));
    expect(replies.get('9144900')).toEqual({ unanswered: 'UNAVAILABLE', code: 'HPR: NOT_REACHED' });
    expect([asked, reached]).toEqual([[], 1]);
  });

  it('is not asked about anybody when Maskinporten refuses us', async () => {
    local.tokens = { kind: 'refuses' };
    const replies = await api().lookUp(['9144900', '9144901', '9144902']);
    expect([...replies.values()]).toEqual(
      Array.from({ length: 3 }, () => ({ unanswered: 'REFUSED', code: 'Maskinporten: invalid_grant' })),
    );
    expect([local.asked.length, local.refusals.length]).toEqual([0, 1]);
  });
});
