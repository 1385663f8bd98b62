import { createHash } from 'node:crypto';
import { newUuid } from '@kull/kernel';
import { Database } from '../../libs/event-store/src/database';
import { createTestApi, type TestApi } from '../harness/api';
import { settleCertificates } from '../harness/settled-certificates';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';
import { runCourseFolder } from './course-run';

interface Certificate {
  readonly certificateNo: string;
  readonly state: string;
  readonly versions: readonly { readonly version: number; readonly sha256: string }[];
}
interface Made {
  readonly id: string;
  readonly url: string;
  readonly expiresAt: string;
}

let api: TestApi;
let client: CourseClient;
let all: readonly Certificate[];
let callers = 0;

beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  const { id } = await runCourseFolder(client, folderNamed('nla-2026-spring'));
  await settleCertificates(api, id);
  all = (await client.get<{ data: Certificate[] }>(`/certificates?class=${id}&limit=200`)).json().data;
});
afterAll(() => api.close());

const live = () => all.filter(({ state }) => state === 'VALID');
const share = async (no: string, body: object): Promise<Made> =>
  (await client.post<Made>(`/certificates/${no}/shares`, body)).json();
const sharesOf = async (no: string) =>
  (await client.get<{ data: { id: string; state: string; opens: number }[] }>(`/certificates/${no}/shares`)).json()
    .data;
const get = (path: string, headers: Record<string, string> = {}) =>
  api.app.inject({ url: path, headers, remoteAddress: `10.6.0.${++callers}` });
const open = (url: string, headers: Record<string, string> = {}, payload = 'lang=nb') =>
  api.app.inject({
    method: 'POST',
    url: new URL(url).pathname,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload,
    remoteAddress: `10.7.0.${++callers}`,
  });
const json = { accept: 'application/json' };

it('tells the address once, and keeps only its hash', async () => {
  const { certificateNo } = live()[0]!;
  const key = newUuid();
  const body = { expiresInDays: 30, recipient: 'Fastlegekontoret i Bodø' };
  const made = await client.post<Made>(`/certificates/${certificateNo}/shares`, body, key);
  expect([made.status, made.json()]).toEqual([
    201,
    {
      id: expect.stringMatching(/^shr_/),
      url: expect.stringMatching(/\/b\/[\w-]{32}$/),
      expiresAt: expect.any(String),
    },
  ]);
  const database = await Database.connect({ url: api.databaseUrl, poolSize: 1 });
  await database.query('delete from http.idempotency');
  const kept = await database.query(
    `select 'log' from log.event e where to_jsonb(e)::text like any ($1)
     union all select 'read' from read.certificate_share_v1 f where to_jsonb(f)::text like any ($1)`,
    [[`%${made.json().url.split('/').at(-1)}%`, '%Fastlege%']],
  );
  await database.close();
  expect(kept).toEqual([]);
  expect((await client.post(`/certificates/${certificateNo}/shares`, body, key)).json()).toEqual(made.json());
  expect(await sharesOf(certificateNo)).toMatchObject([
    { id: made.json().id, state: 'OPEN', opens: 0, recipient: 'Fastlegekontoret i Bodø', maxOpens: null },
  ]);
});

it('shows name, answer and document, and counts only who opens, not who follows links', async () => {
  const { certificateNo, versions } = live()[1]!;
  const { url } = await share(certificateNo, { expiresInDays: 7, maxOpens: 1 });
  const { pathname } = new URL(url);
  for (const language of ['nb', 'nn', 'en'])
    expect((await get(`${pathname}?lang=${language}`)).body).toContain(`<html lang="${language}">`);
  expect((await get(pathname, json)).json()).toMatchObject({ state: 'OPEN', opensLeft: 1 });
  const opened = await open(url);
  expect(opened.statusCode).toBe(303);
  const at = String(opened.headers.location).split('?')[0]!;
  const view = await get(at, json);
  expect(view.json()).toMatchObject({
    number: certificateNo,
    verification: { answer: 'VALID' },
    facts: { name: expect.stringMatching(/^\S+ .+/), coursePoints: 60 },
  });
  const page = await get(at);
  expect(page.body).toContain('✓ Gyldig');
  expect(page.headers['cache-control']).toBe('no-store');
  const document = await get(view.json().document);
  expect(document.headers['content-type']).toBe('application/pdf');
  expect(createHash('sha256').update(document.rawPayload).digest('hex')).toBe(versions.at(-1)!.sha256);
  expect(await sharesOf(certificateNo)).toMatchObject([
    { opens: 1, state: 'USED_UP', lastOpenedAt: expect.any(String) },
  ]);
  const again = await open(url, json);
  expect([again.statusCode, again.json().code]).toEqual([410, 'SHARE_USED_UP']);
  expect((await get(at)).statusCode).toBe(200);
  expect((await get(`${at.slice(0, -1)}${at.endsWith('A') ? 'B' : 'A'}`)).statusCode).toBe(410);
});

it('is opened once by a page that is sent twice, and again by another', async () => {
  const { certificateNo } = live()[5]!;
  const { url } = await share(certificateNo, { expiresInDays: 7, maxOpens: 2 });
  const form = async (): Promise<string> => {
    const { body } = await get(new URL(url).pathname);
    return `lang=nb&visit=${/name="visit" value="([^"]+)"/.exec(body)![1]!}`;
  };
  const [first, second] = [await form(), await form()];
  const twice = await Promise.all([open(url, {}, first), open(url, {}, first)]);
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  expect(await sharesOf(certificateNo)).toMatchObject([{ opens: 1, state: 'OPEN' }]);
  expect((await open(url, {}, second)).statusCode).toBe(303);
  expect((await open(url, {}, first)).statusCode).toBe(303);
  expect(await sharesOf(certificateNo)).toMatchObject([{ opens: 2, state: 'USED_UP' }]);
  expect((await open(url, {}, 'lang=nb&visit=made-up')).statusCode).toBe(410);
});

it('is never opened more often than was said, however many try at once', async () => {
  const { certificateNo } = live()[2]!;
  const { url } = await share(certificateNo, { expiresInDays: 7, maxOpens: 5 });
  const statuses = (await Promise.all(Array.from({ length: 40 }, () => open(url)))).map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 303)).toHaveLength(5);
  expect(statuses.filter((status) => status === 410)).toHaveLength(35);
  expect(await sharesOf(certificateNo)).toMatchObject([{ opens: 5, state: 'USED_UP' }]);
});

it('leads nowhere once it is revoked, also for who has it open', async () => {
  const { certificateNo } = live()[3]!;
  const [lost, kept] = [
    await share(certificateNo, { expiresInDays: 7 }),
    await share(certificateNo, { expiresInDays: 180 }),
  ];
  const { location } = (await open(lost.url)).headers;
  const revoke = () => client.post(`/certificates/${certificateNo}/shares/${lost.id}/revocations`, {});
  expect((await revoke()).json()).toMatchObject({ id: lost.id, state: 'REVOKED', revokedAt: expect.any(String) });
  expect((await revoke()).status).toBe(200);
  for (const path of [new URL(lost.url).pathname, String(location)]) {
    const gone = await get(path, json);
    expect([gone.statusCode, gone.json().code]).toEqual([410, 'SHARE_REVOKED']);
    expect((await get(path)).body).not.toContain(certificateNo);
  }
  expect((await open(kept.url)).statusCode).toBe(303);
  const stale = await get(`${new URL(kept.url).pathname}/x.y`);
  expect([stale.statusCode, stale.headers.location]).toEqual([303, new URL(kept.url).pathname]);
  expect(
    (await client.post(`/certificates/${live()[4]!.certificateNo}/shares/${kept.id}/revocations`, {})).status,
  ).toBe(404);
});

it('says what the register says now: a certificate revoked after it was shared is shown as revoked', async () => {
  const { certificateNo } = live()[4]!;
  const { url } = await share(certificateNo, { expiresInDays: 7 });
  const revocation = { reasonCode: 'SUBJECT_REQUEST', approvedBy: 'admin-2' };
  expect((await client.post(`/certificates/${certificateNo}/revocations`, revocation)).status).toBe(201);
  const { location } = (await open(url)).headers;
  expect((await get(String(location), json)).json()).toMatchObject({ verification: { answer: 'REVOKED' } });
  const refused = await client.post(`/certificates/${certificateNo}/shares`, { expiresInDays: 7 });
  expect([refused.status, refused.json()]).toMatchObject([409, { code: 'CERTIFICATE_NOT_LIVE' }]);
});

it('tells nothing of addresses that there are not, and takes no other wishes', async () => {
  const { certificateNo } = live()[0]!;
  const unknown = await get(`/b/${'A'.repeat(32)}`);
  expect([unknown.statusCode, unknown.body.includes('ingen lenke')]).toEqual([404, true]);
  for (const wish of [{ expiresInDays: 8 }, { expiresInDays: 7, maxOpens: 0 }, { expiresInDays: 7, extra: 1 }, {}])
    expect((await client.post(`/certificates/${certificateNo}/shares`, wish)).status).toBe(400);
  expect((await client.post('/certificates/0000-0000-0/shares', { expiresInDays: 7 })).status).toBe(404);
});

it('leads nowhere when its time is out', async () => {
  const { certificateNo } = live()[0]!;
  const { url } = await share(certificateNo, { expiresInDays: 7 });
  const { location } = (await open(url)).headers;
  const later = new Date(Date.now() + 9 * 86_400_000).toISOString();
  expect((await client.put('/clock', { now: later })).status).toBe(200);
  for (const path of [new URL(url).pathname, String(location)])
    expect((await get(path, json)).json()).toMatchObject({ status: 410, code: 'SHARE_EXPIRED' });
  expect((await open(url, json)).json()).toMatchObject({ code: 'SHARE_EXPIRED' });
  expect((await client.put('/clock', { now: null })).status).toBe(200);
});
