import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { People } from '@kull/people';
import { Client } from 'pg';
import { createTestApi, type TestApi } from '../harness/api';
import { type StoryLoginProcess, startStoryLogin } from '../harness/story-login';
import { Visitor } from '../harness/visitor';

const KULL = 'http://localhost:3999';
const SESSION = 'kull-session';
const KARI = '15877512345';

const persons = [
  { id: 'kari', name: 'Kari', tells: '', login: 'id-porten', loginName: KARI, acr: 'idporten-loa-high' },
  { id: 'weak', name: 'Kari', tells: '', login: 'id-porten', loginName: KARI, acr: 'idporten-loa-substantial' },
  { id: 'stranger', name: 'Ola', tells: '', login: 'id-porten', loginName: '15877512426', acr: 'idporten-loa-high' },
  { id: 'mli', name: 'Marit', tells: '', login: 'feide', loginName: 'mli@bi.example.no' },
  { id: 'ehe', name: 'Einar', tells: '', login: 'feide', loginName: 'ehe@bi.example.no' },
  { id: 'tvi', name: 'Tone', tells: '', login: 'legeforeningen', loginName: '15878010040', acr: 'idporten-loa-high' },
];

let story: StoryLoginProcess;
let api: TestApi;
let db: Client;
let posts = 0;

const call = (method: 'POST' | 'PUT' | 'GET', path: string, payload?: object | string, as = api.authorization) =>
  api.fastify.inject({
    method,
    url: `/api/v1/${path}`,
    headers: {
      authorization: as,
      'idempotency-key': `k${posts++}`,
      ...(payload !== undefined && { 'content-type': typeof payload === 'string' ? 'text/csv' : 'application/json' }),
    },
    ...(payload !== undefined && { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
  });

beforeAll(async () => {
  story = await startStoryLogin(KULL, persons);
  api = await createTestApi(undefined, { KULL_LOGINS: story.file, KULL_BASE_URL: KULL });
  db = new Client({ connectionString: api.databaseUrl });
  await db.connect();
  await api.app.get(People).register([
    {
      nationalId: KARI,
      familyName: 'Nordmann',
      givenNames: 'Kari',
      birthDate: '1975-07-15',
      language: 'nn',
      asOf: '2026-03-01T10:00:00.000Z',
    },
  ]);
  const rows = [
    'mli;Marit Lie;mli@example.no;;nb',
    'ehe;Einar Hegge;ehe@example.no;;nn',
    'tvi;Tone Vik;tvi@example.no;;nb',
  ];
  await call('POST', 'staff-imports', ['code;name;email;phone;language', ...rows].join('\r\n'));
  const opened = [
    ['mli', 'feide', 'mli@bi.example.no', { role: 'administrator' }],
    ['ehe', 'feide', 'ehe@bi.example.no', { role: 'administrator' }],
    ['tvi', 'legeforeningen', '15878010040', { role: 'association', orgNumber: '960474341' }],
  ] as const;
  for (const [code, login, name, role] of opened) {
    expect((await call('PUT', `accounts/${code}`, { login, name })).statusCode).toBe(200);
    expect((await call('POST', `accounts/${code}/roles`, role)).json()).toMatchObject({ roles: [role] });
  }
}, 60_000);

afterAll(async () => {
  await db?.end();
  await api?.close();
  await story?.close();
});

const visitor = (): Visitor => new Visitor(api.fastify, KULL);
const refusalAt = (url: string): string | null => new URL(url).searchParams.get('feil');

describe('a page that asks who one is', () => {
  it('leads to the log-in and, when one is in, back to the page', async () => {
    const kari = visitor();
    const asked = await kari.visit('/mine-poeng');
    expect([asked.status, new URL(asked.url).pathname]).toEqual([200, '/logg-inn']);
    expect(asked.body).toContain('/logg-inn/id-porten?');
    const there = await kari.logIn('id-porten', 'kari', '/mine-poeng');
    expect(there.status).toBe(200);
    expect(new URL(there.url).pathname).toBe('/mine-poeng');
    expect(there.body).toContain('Kari Nordmann');
    expect(there.body).toContain('<html lang="nn"');
  });

  it('is another for each kind of user', async () => {
    const administrator = await visitor().logIn('feide', 'mli');
    expect([administrator.status, new URL(administrator.url).pathname]).toEqual([200, '/']);
    expect(administrator.body).toContain('Marit Lie');
    const student = visitor();
    await student.logIn('id-porten', 'kari');
    expect((await student.ask('/api/v1/staff')).status).toBe(403);
    const desk = visitor();
    await desk.logIn('legeforeningen', 'tvi');
    expect((await desk.ask('/api/v1/exports')).status).toBe(200);
    expect((await desk.ask('/api/v1/staff')).status).toBe(403);
    expect((await desk.ask('/mine-poeng')).status).toBe(403);
  });
});

describe('whoever is not let in learns why', () => {
  it.each([
    ['id-porten', 'stranger', 'UNKNOWN'],
    ['id-porten', 'weak', 'TOO_WEAK'],
    ['id-porten', '', 'CANCELLED'],
  ])('%s as %j: %s', async (login, person, why) => {
    const one = visitor();
    const { url, body } = await one.logIn(login, person);
    expect(refusalAt(url)).toBe(why);
    expect(body).toContain('role="alert"');
    expect(one.cookie(SESSION)).toBeUndefined();
  });

  it('a suspended account is not let in, and reinstated it is', async () => {
    const einar = visitor();
    await einar.logIn('feide', 'ehe');
    expect((await einar.ask('/api/v1/staff')).status).toBe(200);
    await call('POST', 'accounts/ehe/suspensions', {});
    expect((await einar.ask('/api/v1/staff')).status).toBe(401);
    expect(refusalAt((await visitor().logIn('feide', 'ehe')).url)).toBe('SUSPENDED');
    await call('POST', 'accounts/ehe/reinstatements', {});
    expect((await einar.ask('/api/v1/staff')).status).toBe(401);
    await einar.logIn('feide', 'ehe');
    expect((await einar.ask('/api/v1/staff')).status).toBe(200);
  });
});

describe('the answer of a provider (S12)', () => {
  /** Up to the moment in which the browser would come back. */
  const comingBack = async (one: Visitor, login = 'id-porten', person = 'kari'): Promise<URL> => {
    const chosen = await one.visit(`/logg-inn/${login}`);
    const seen = await one.visit(chosen.url, { method: 'POST', form: { person } }, ({ origin }) => origin === KULL);
    return new URL(seen.url);
  };
  const refused = async (one: Visitor, answer: URL): Promise<string | null> =>
    refusalAt((await one.visit(answer.href)).url);

  it('is taken once', async () => {
    const kari = visitor();
    const answer = await comingBack(kari);
    expect((await kari.visit(answer.href)).status).toBe(200);
    expect(await refused(kari, answer)).toBe('EXPIRED');
  });

  it('is not taken in another browser, nor from one that began nothing', async () => {
    expect(await refused(visitor(), await comingBack(visitor()))).toBe('EXPIRED');
    const other = visitor();
    await other.visit('/logg-inn/id-porten');
    expect(await refused(other, await comingBack(visitor()))).toBe('NOT_TRUSTED');
  });

  it.each(['state', 'code', 'iss'])('is not taken with another %s', async (name) => {
    const kari = visitor();
    const answer = await comingBack(kari);
    answer.searchParams.set(name, name === 'iss' ? `${story.origin}/feide` : 'x'.repeat(43));
    expect(await refused(kari, answer)).toBe('NOT_TRUSTED');
  });

  it.each(['state', 'code', 'iss'])('is not taken without %s', async (name) => {
    const kari = visitor();
    const answer = await comingBack(kari);
    answer.searchParams.delete(name);
    expect(await refused(kari, answer)).toBe('NOT_TRUSTED');
  });

  it('is not taken for another way to log in (mix-up)', async () => {
    const kari = visitor();
    const answer = await comingBack(kari);
    answer.pathname = '/logg-inn/feide/svar';
    expect(await refused(kari, answer)).toBe('EXPIRED');
  });

  it('is not taken after ten minutes', async () => {
    const kari = visitor();
    const answer = await comingBack(kari);
    await db.query(`update access.login_attempt set begun_at = begun_at - interval '601 seconds'`);
    expect(await refused(kari, answer)).toBe('EXPIRED');
  });

  it('is not taken with another nonce or verifier than what was sent', async () => {
    for (const column of ['nonce', 'code_verifier']) {
      const kari = visitor();
      const answer = await comingBack(kari);
      await db.query(`update access.login_attempt set ${column} = repeat('a', 43)`);
      expect(await refused(kari, answer)).toBe('NOT_TRUSTED');
    }
  });

  it('never leads to another site', async () => {
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example']) {
      const { url } = await visitor().logIn('id-porten', 'kari', to);
      expect(new URL(url).origin).toBe(KULL);
    }
  });
});

describe('a session', () => {
  it('is a new one, and the one before is dead (S09)', async () => {
    const kari = visitor();
    kari.setCookie(SESSION, 'p'.repeat(43));
    await kari.logIn('id-porten', 'kari');
    const first = kari.cookie(SESSION)!;
    expect(first).not.toBe('p'.repeat(43));
    await kari.logIn('id-porten', 'kari');
    const planted = visitor();
    planted.setCookie(SESSION, first);
    expect((await planted.ask('/mine-poeng')).status).toBe(303);
  });

  it.each([
    ['half an hour without a request', `seen_at = seen_at - interval '30 minutes 1 second'`],
    ['two hours', `started_at = started_at - interval '120 minutes 1 second'`],
  ])('is over after %s (S10)', async (_, change) => {
    const kari = visitor();
    await kari.logIn('id-porten', 'kari');
    expect((await kari.ask('/mine-poeng')).status).toBe(200);
    await db.query(`update access.session set ${change}`);
    expect((await kari.ask('/mine-poeng')).status).toBe(303);
  });

  it('lasts while it is used, and is written to seldom', async () => {
    const kari = visitor();
    await kari.logIn('id-porten', 'kari');
    await db.query(`update access.session set seen_at = now() - interval '29 minutes'`);
    expect((await kari.ask('/mine-poeng')).status).toBe(200);
    const seen = async () =>
      (await db.query('select max(seen_at) as at, max(xmin::text) as written from access.session')).rows[0];
    const first = await seen();
    expect(Date.now() - first.at.getTime()).toBeLessThan(20_000);
    expect((await kari.ask('/mine-poeng')).status).toBe(200);
    expect(await seen()).toEqual(first);
  });

  it('ends at the log-out, here and at the provider', async () => {
    const kari = visitor();
    await kari.logIn('id-porten', 'kari');
    const held = kari.cookie(SESSION)!;
    const out = await kari.visit('/logg-ut', { method: 'POST', form: {} });
    expect(out.headers.refresh).toBe('1; url=/logg-inn/id-porten/ut');
    kari.setCookie(SESSION, held);
    expect((await kari.ask('/mine-poeng')).status).toBe(303);
    const there = await kari.visit('/logg-inn/id-porten/ut');
    expect(there.url.startsWith(`${story.origin}/id-porten/session/end`)).toBe(true);
  });

  it('ends when the provider says so (back-channel), and no other does', async () => {
    const [kari, marit] = [visitor(), visitor()];
    await kari.logIn('id-porten', 'kari');
    await marit.logIn('feide', 'mli');
    await api.app.listen(3999, '127.0.0.1');
    const confirm = await kari.visit('/logg-inn/id-porten/ut');
    const [, action] = /action="([^"]+)"/.exec(confirm.body)!;
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(confirm.body)!;
    await kari.ask(action!, { method: 'POST', form: { xsrf: xsrf!, logout: 'yes' } });
    expect((await kari.ask('/mine-poeng')).status).toBe(303);
    expect((await marit.ask('/api/v1/staff')).status).toBe(200);
  });

  it('does not end by a token that is no logout token of the provider', async () => {
    const kari = visitor();
    await kari.logIn('id-porten', 'kari');
    for (const token of ['', 'x', 'a.b.c', `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`]) {
      const { status } = await visitor().ask('/logg-inn/id-porten/utlogging', {
        method: 'POST',
        form: { logout_token: token },
      });
      expect(status).toBe(400);
    }
    expect((await kari.ask('/mine-poeng')).status).toBe(200);
  });

  it('is over at the next request when the account gains or loses a role (S10), and not when nothing changes', async () => {
    const marit = visitor();
    const asks = async () => (await marit.ask('/api/v1/staff')).status;
    await marit.logIn('feide', 'mli');
    await call('POST', 'accounts/mli/roles', { role: 'administrator' });
    expect(await asks()).toBe(200);
    await call('POST', 'accounts/mli/role-withdrawals', { role: 'administrator' });
    expect(await asks()).toBe(401);
    await marit.logIn('feide', 'mli');
    expect(await asks()).toBe(403);
    await call('POST', 'accounts/mli/roles', { role: 'administrator' });
    expect(await asks()).toBe(401);
    await marit.logIn('feide', 'mli');
    expect(await asks()).toBe(200);
  });

  it('has only the roles that the account has now, whoever took them', async () => {
    const marit = visitor();
    await marit.logIn('feide', 'mli');
    await db.query(`delete from read.account_role_v1 where account = 'mli'`);
    expect((await marit.ask('/api/v1/staff')).status).toBe(403);
    await db.query(`insert into read.account_role_v1 (account, role) values ('mli', 'administrator')`);
    expect((await marit.ask('/api/v1/staff')).status).toBe(200);
    await db.query(`update read.account_v1 set suspended_at = now() where account = 'mli'`);
    expect((await marit.ask('/api/v1/staff')).status).toBe(401);
    await db.query(`update read.account_v1 set suspended_at = null where account = 'mli'`);
  });

  it('changes nothing at the wish of another site, nor of one that does not say which it is (S08)', async () => {
    const marit = visitor();
    await marit.logIn('feide', 'mli');
    const json = { 'content-type': 'application/json', 'idempotency-key': 'csrf' };
    const from = (headers: Record<string, string>) => ({ method: 'POST', headers: { ...json, ...headers } }) as const;
    const foreign = [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: KULL, 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign)
      expect((await marit.ask('/api/v1/accounts/ehe/suspensions', from(headers))).status).toBe(403);
    const silent = await api.fastify.inject({
      method: 'POST',
      url: '/api/v1/accounts/ehe/suspensions',
      headers: { ...json, cookie: `${SESSION}=${marit.cookie(SESSION)}` },
    });
    expect(silent.json()).toMatchObject({ status: 403, code: 'OTHER_ORIGIN' });
    expect((await call('GET', 'accounts')).json().data).toContainEqual(
      expect.objectContaining({ account: 'ehe', suspendedAt: null }),
    );
  });

  it('holds nothing that would let in whoever reads the database', async () => {
    const kari = visitor();
    await kari.logIn('id-porten', 'kari');
    const { rows } = await db.query(
      `select (select string_agg(s::text, ' ') from access.session s) as sessions,
              (select string_agg(e.data::text, ' ') from log.event e where e.type in ('AccountOpened', 'RoleGranted')) as events`,
    );
    const text = `${rows[0].sessions} ${rows[0].events}`;
    for (const secret of [kari.cookie(SESSION)!, KARI, 'mli@bi.example.no', '15878010040', 'secret-of-the-test'])
      expect(text).not.toContain(secret);
  });
});

describe('accounts', () => {
  it('are changed by others only (S30)', async () => {
    const marit = visitor();
    await marit.logIn('feide', 'mli');
    const ask = (path: string) =>
      marit.ask(`/api/v1/accounts/${path}`, {
        method: 'POST',
        headers: { 'idempotency-key': `own-${posts++}`, 'content-type': 'application/json' },
      });
    expect((await ask('mli/suspensions')).status).toBe(403);
    expect((await ask('ehe/suspensions')).status).toBe(200);
    expect((await ask('ehe/reinstatements')).status).toBe(200);
  });

  it('are refused for nobody that we know, and for a way that knows persons', async () => {
    const name = 'x@bi.example.no';
    expect((await call('PUT', 'accounts/nobody', { login: 'feide', name })).json().code).toBe('STAFF_UNKNOWN');
    expect((await call('PUT', 'accounts/mli', { login: 'id-porten', name })).json().code).toBe('LOGIN_UNKNOWN');
    expect((await call('PUT', 'accounts/ehe', { login: 'feide', name: 'mli@bi.example.no' })).json().code).toBe(
      'LOGIN_TAKEN',
    );
    expect((await call('POST', 'accounts/nobody/roles', { role: 'administrator' })).json().code).toBe(
      'ACCOUNT_UNKNOWN',
    );
    expect((await call('POST', 'accounts/ehe/roles', { role: 'association' })).statusCode).toBe(400);
    expect((await call('POST', 'accounts/ehe/roles', { role: 'owner' })).statusCode).toBe(400);
  });

  it('get another name at the log-in, and the one before no longer leads in', async () => {
    const einar = visitor();
    await einar.logIn('feide', 'ehe');
    expect((await call('PUT', 'accounts/ehe', { login: 'feide', name: 'einar@bi.example.no' })).statusCode).toBe(200);
    expect((await einar.ask('/api/v1/staff')).status).toBe(401);
    expect(refusalAt((await visitor().logIn('feide', 'ehe')).url)).toBe('UNKNOWN');
    await call('PUT', 'accounts/ehe', { login: 'feide', name: 'EHE@bi.example.no' });
    expect((await visitor().logIn('feide', 'ehe')).status).toBe(200);
  });
});
