import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApi, type TestApi } from '../../../test/harness/api';

/** Every operation that anybody may call. A new one is added here knowingly, or has to ask for a token. */
const PUBLIC = new Set([
  'GET /assets/:file',
  'GET /assets/stil/:file',
  'GET /assets/app/:file',
  'GET /oppmote/sw.js',
  'GET /min-qr/sw.js',
  'GET /oppmote/app.webmanifest',
  'GET /logg-inn',
  'GET /logg-inn/:login',
  'GET /logg-inn/:login/svar',
  'GET /logg-inn/:login/ut',
  'POST /logg-inn/:login/utlogging',
  'POST /logg-ut',
  'GET /health/live',
  'GET /health/ready',
  'GET /health/startup',
  'GET /problems/:slug',
  'GET /api/openapi.json',
  'GET /api/docs',
  'GET /api/docs/:file',
  'GET /api/v1/door-keys',
  'GET /api/v1/signing-keys',
  'GET /v',
  'GET /v/style.css',
  'GET /v/check.js',
  'GET /v/check',
  'GET /v/:number',
  'POST /v/:number/name',
  'GET /b/:token',
  'POST /b/:token',
  'GET /b/:token/:ticket',
  'GET /b/:token/:ticket/:file',
  'GET /status/certificates/:list',
  'GET /.well-known/kull-keys.json',
  'GET /.well-known/did.json',
  'GET /calendar/:token.ics',
  'GET /avmelding/:token',
  'POST /avmelding/:token',
  'POST /avmelding/:token/angre',
  'GET /bekreft/:token',
  'POST /bekreft/:token',
  'GET /tilbud/:token',
  'POST /tilbud/:token',
  'GET /tilbud/:token/:ticket',
  'GET /tilbud/:token/brev',
  'GET /tilbud/:token/:ticket/brev',
  'POST /tilbud/:token/se',
  'GET /trekning/:intake',
  'GET /vedtak/:token',
  'GET /vedtak/:token/:ticket',
  'GET /vedtak/:token/brev/:letter',
  'GET /vedtak/:token/:ticket/brev/:letter',
  'POST /vedtak/:token/se',
  'POST /vedtak/:token/klage',
  'POST /vedtak/:token/:ticket/klage',
  'GET /utboks',
  'GET /utboks/:id',
  'GET /utboks/:id/html',
  'POST /oauth/token',
  'GET /.well-known/oauth-authorization-server',
]);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const operations = (): readonly { readonly method: string; readonly url: string; readonly name: string }[] =>
  api.routes.flatMap(({ method, url }) =>
    [method]
      .flat()
      .filter((one) => one !== 'HEAD' && one !== 'OPTIONS')
      .map((one) => ({ method: one, url, name: `${one} ${url}` })),
  );

const call = (method: string, url: string, authorization?: string) =>
  api.fastify.inject({
    method: method as 'GET',
    url: url.replaceAll(/:\w+/g, 'x1').replaceAll('*', 'x1'),
    headers: authorization ? { authorization } : {},
  });

describe('every operation of the live route table', () => {
  it('is public by the list, or denies callers without a token', async () => {
    const open: string[] = [];
    for (const { method, url, name } of operations()) {
      if (PUBLIC.has(name)) continue;
      for (const authorization of [undefined, 'Bearer wrong-token-of-more-than-32-characters']) {
        const reply = await call(method, url, authorization);
        const refuses =
          reply.statusCode === 401 && String(reply.headers['content-type']).startsWith('application/problem+json');
        // A page asks people to log in.
        const asks = reply.statusCode === 303 && String(reply.headers.location).startsWith('/logg-inn');
        const denies = refuses || (asks && !url.startsWith('/api/'));
        if (!denies) open.push(`${name}: ${reply.statusCode}`);
      }
    }
    expect(open).toEqual([]);
  });

  it('is on the list of public ones only when it is there', () => {
    const names = new Set(operations().map(({ name }) => name));
    expect([...PUBLIC].filter((name) => !names.has(name))).toEqual([]);
  });

  it('bears the security headers, as do unknown addresses', async () => {
    for (const { method, url } of [...operations(), { method: 'GET', url: '/nowhere' }]) {
      const { headers } = await call(method, url);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'strict-transport-security': expect.stringContaining('31536000'),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    }
  });
});
