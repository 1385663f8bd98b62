import type { webcrypto } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { forgeries, signed, type TestKey, testKey } from '../../test-model/forged';
import { LocalIssuer } from '../../test-model/local-issuer';

const BASE_URL = 'http://kull.test';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const read = 'bi:kull/certificates.read';

let api: TestApi;
let maskinporten: LocalIssuer;
let key: TestKey;
let clientId: string;
let posts = 0;

const post = (url: string, body: object, authorization = api.authorization) =>
  api.fastify.inject({
    method: 'POST',
    url,
    payload: body,
    headers: { authorization, 'idempotency-key': `post-${posts++}` },
  });
const get = (url: string, authorization?: string) =>
  api.fastify.inject({ method: 'GET', url, headers: authorization ? { authorization } : {} });

const registered = async (scopes = [read], orgNumber = '960474341', jwk = key.publicJwk): Promise<string> => {
  const reply = await post('/api/v1/machine-clients', { orgNumber, scopes, jwks: { keys: [jwk] } });
  expect(reply.statusCode).toBe(201);
  return reply.json().clientId;
};

beforeAll(async () => {
  maskinporten = await LocalIssuer.start();
  api = await createTestApi(undefined, {
    KULL_BASE_URL: BASE_URL,
    KULL_MASKINPORTEN_ISSUER: maskinporten.issuer,
    KULL_MASKINPORTEN_JWKS_URL: maskinporten.jwksUrl,
    KULL_MASKINPORTEN_AUDIENCE: 'https://kull.example.no/api/v1',
    KULL_MASKINPORTEN_CONSUMERS: '960474341',
  });
  key = await testKey('ES256', 'lf-1');
  clientId = await registered();
});
afterAll(async () => {
  await api.close();
  await maskinporten.close();
});

const claims = (over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => {
  const now = Math.floor(Date.now() / 1_000);
  return { iss: clientId, sub: clientId, aud: BASE_URL, iat: now, exp: now + 60, jti: `jti-${posts++}`, ...over };
};

const asking = (fields: Readonly<Record<string, string>> | string) =>
  api.fastify.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  });
const form = (assertion: string, more: Readonly<Record<string, string>> = {}) => ({
  grant_type: 'client_credentials',
  client_assertion_type: ASSERTION_TYPE,
  client_assertion: assertion,
  ...more,
});

/** Lets an OAuth library talk to the service without a network between. */
const inject = async (
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body?: unknown },
) => {
  const { pathname, search } = new URL(url);
  const reply = await api.fastify.inject({
    method: method as 'GET',
    url: `${pathname}${search}`,
    headers,
    payload: body === undefined ? undefined : String(body),
  });
  return new Response(new Uint8Array(reply.rawPayload), {
    status: reply.statusCode,
    headers: Object.entries(reply.headers).map(([name, value]): [string, string] => [name, String(value)]),
  });
};

describe('an OAuth client library', () => {
  it.each(['ES256', 'PS256', 'EdDSA'])('gets a token by private_key_jwt with %s and reads deliveries', async (alg) => {
    const own = await testKey(alg, `lib-${alg}`);
    const client: oauth.Client = { client_id: await registered([read], '960474341', own.publicJwk) };
    const options = { [oauth.customFetch]: inject as never, [oauth.allowInsecureRequests]: true };
    const issuer = new URL(BASE_URL);
    const discovered = await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oauth2' });
    const server = await oauth.processDiscoveryResponse(issuer, discovered);
    const { privateKey } = await importedPair(own);
    const auth = oauth.PrivateKeyJwt({ key: privateKey, kid: own.kid });
    const answer = await oauth.clientCredentialsGrantRequest(server, client, auth, { scope: read }, options);
    const token = await oauth.processClientCredentialsResponse(server, client, answer);
    expect(token).toMatchObject({ token_type: 'bearer', expires_in: 300, scope: read });
    const deliveries = await oauth.protectedResourceRequest(
      token.access_token,
      'GET',
      new URL(`${BASE_URL}/api/v1/exports`),
      undefined,
      undefined,
      options,
    );
    expect(deliveries.status).toBe(200);
  });
});

const importedPair = async ({ privateJwk, alg }: TestKey) => {
  const algorithm =
    alg === 'ES256'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : alg === 'PS256'
        ? { name: 'RSA-PSS', hash: 'SHA-256' }
        : { name: 'Ed25519' };
  const privateKey = await crypto.subtle.importKey('jwk', privateJwk as webcrypto.JsonWebKey, algorithm, true, [
    'sign',
  ]);
  return { privateKey };
};

describe('the token endpoint', () => {
  const refusal = async (fields: Readonly<Record<string, string>> | string) => {
    const reply = await asking(fields);
    expect(reply.headers['cache-control']).toBe('no-store');
    return [reply.statusCode, reply.json().error];
  };

  it('takes an assertion once', async () => {
    const assertion = await signed(claims(), key);
    expect((await asking(form(assertion))).statusCode).toBe(200);
    expect(await refusal(form(assertion))).toEqual([401, 'invalid_client']);
  });

  it('takes one of many that are the same at once', async () => {
    const assertion = await signed(claims(), key);
    const replies = await Promise.all(Array.from({ length: 8 }, () => asking(form(assertion))));
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(7).fill(401)]);
  });

  it('refuses forged assertions (S11)', async () => {
    const tried = [
      ...(await forgeries(key, claims())),
      ['the token endpoint as audience', await signed(claims({ aud: `${BASE_URL}/oauth/token` }), key)],
      ['no jti', await signed(claims({ jti: undefined }), key)],
      ['another subject', await signed(claims({ sub: 'mcl_other' }), key)],
      ['an access token for an assertion', await signed(claims(), key, { typ: 'at+jwt' })],
      ['good for more than two minutes', await signed(claims({ exp: Math.floor(Date.now() / 1_000) + 200 }), key)],
    ] as const;
    const taken: string[] = [];
    for (const [name, assertion] of tried) {
      const reply = await asking(form(assertion));
      if (reply.statusCode !== 401 || reply.json().error !== 'invalid_client') taken.push(name);
    }
    expect(taken).toEqual([]);
  });

  it('says what is wrong with a request as RFC 6749 says it', async () => {
    const assertion = () => signed(claims(), key);
    expect(await refusal('')).toEqual([400, 'invalid_request']);
    expect(await refusal('grant_type=client_credentials&grant_type=client_credentials')).toEqual([
      400,
      'invalid_request',
    ]);
    expect(await refusal({ ...form(await assertion()), grant_type: 'password' })).toEqual([
      400,
      'unsupported_grant_type',
    ]);
    expect(await refusal({ grant_type: 'client_credentials', client_id: clientId, client_secret: 'x' })).toEqual([
      400,
      'invalid_client',
    ]);
    expect(await refusal(form(await assertion(), { client_id: 'mcl_other' }))).toEqual([401, 'invalid_client']);
    expect(await refusal(form(await assertion(), { scope: `${read} bi:kull/receipts.write` }))).toEqual([
      400,
      'invalid_scope',
    ]);
  });

  it('takes forms only, and other operations none', async () => {
    const json = await api.fastify.inject({ method: 'POST', url: '/oauth/token', payload: form('a') });
    expect([json.statusCode, json.json().error]).toEqual([400, 'invalid_request']);
    const elsewhere = await api.fastify.inject({
      method: 'POST',
      url: '/api/v1/exports',
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: api.authorization },
      payload: 'class=cls_1',
    });
    expect(elsewhere.statusCode).toBe(415);
  });

  it('slows down whoever tries too much, by the connection’s address', async () => {
    const late: Awaited<ReturnType<typeof asking>>[] = [];
    for (let n = 0; n < 130; n++) {
      const reply = await api.fastify.inject({
        method: 'POST',
        url: '/oauth/token',
        remoteAddress: '192.0.2.7',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': `192.0.2.${n}` },
        payload: 'grant_type=x',
      });
      if (reply.statusCode === 429) late.push(reply);
    }
    expect(late).toHaveLength(10);
    expect(late[0]!.headers['retry-after']).toMatch(/^\d+$/);
    expect(late[0]!.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryable: true });
  });
});

describe('a machine client', () => {
  const tokenOf = async (id: string, own = key, scope?: string): Promise<string> => {
    const assertion = await signed(claims({ iss: id, sub: id }), own);
    const reply = await asking(form(assertion, scope ? { scope } : {}));
    return `Bearer ${reply.json().access_token}`;
  };

  it('may do what is for the association, and nothing else', async () => {
    const token = await tokenOf(clientId);
    expect((await get('/api/v1/exports', token)).statusCode).toBe(200);
    expect((await get('/api/v1/machine-clients', token)).statusCode).toBe(403);
    expect((await get('/api/v1/events', token)).statusCode).toBe(403);
    expect((await post('/api/v1/exports', { class: 'cls_1' }, token)).statusCode).toBe(403);
  });

  it('needs the scope of the operation', async () => {
    const id = await registered(['bi:kull/receipts.write']);
    const reply = await get('/api/v1/exports', await tokenOf(id));
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'SCOPE_MISSING']);
    expect(reply.headers['www-authenticate']).toContain(`scope="${read}"`);
  });

  it('changes its keys, and the old ones are good for nothing', async () => {
    const id = await registered();
    const next = await testKey('ES256', 'lf-2');
    const both = { jwks: { keys: [key.publicJwk, next.publicJwk] } };
    expect((await post(`/api/v1/machine-clients/${id}/keys`, both)).json().keys).toEqual([
      { kid: 'lf-1', alg: 'ES256' },
      { kid: 'lf-2', alg: 'ES256' },
    ]);
    expect((await get('/api/v1/exports', await tokenOf(id))).statusCode).toBe(200);
    await post(`/api/v1/machine-clients/${id}/keys`, { jwks: { keys: [next.publicJwk] } });
    expect((await get('/api/v1/exports', await tokenOf(id))).statusCode).toBe(401);
    expect((await get('/api/v1/exports', await tokenOf(id, next))).statusCode).toBe(200);
  });

  it('is shut out at once when it is suspended', async () => {
    const id = await registered();
    const token = await tokenOf(id);
    expect((await get('/api/v1/exports', token)).statusCode).toBe(200);
    const reply = await post(`/api/v1/machine-clients/${id}/suspensions`, {});
    expect(reply.json().suspendedAt).toEqual(expect.any(String));
    expect((await get('/api/v1/exports', token)).statusCode).toBe(401);
    expect(await tokenOf(id)).toBe('Bearer undefined');
    expect((await post(`/api/v1/machine-clients/${id}/keys`, { jwks: { keys: [key.publicJwk] } })).json().code).toBe(
      'MACHINE_CLIENT_SUSPENDED',
    );
  });

  it('is never registered with a private key', async () => {
    const body = { orgNumber: '960474341', scopes: [read], jwks: { keys: [{ ...key.publicJwk, ...key.privateJwk }] } };
    expect((await post('/api/v1/machine-clients', body)).statusCode).toBe(400);
  });
});

describe('a token of Maskinporten', () => {
  const status = async (over: Readonly<Record<string, unknown>> = {}) =>
    (await get('/api/v1/exports', `Bearer ${await maskinporten.token(over)}`)).statusCode;

  it('is let in by its consumer and its scope (S13)', async () => {
    expect(await status()).toBe(200);
    expect(await status({ scope: 'bi:kull/certificates.readall' })).toBe(403);
    expect(await status({ consumer: { authority: 'iso6523-actorid-upis', ID: '0192:987654321' } })).toBe(403);
    expect(await status({ aud: 'unspecified' })).toBe(401);
    expect(await status({ aud: undefined })).toBe(401);
  });
});
