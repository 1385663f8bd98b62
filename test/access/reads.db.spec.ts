import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '@kull/event-store';
import { createTestApi, type TestApi } from '../harness/api';
import { planCohort } from '../harness/filled-cohort';
import { loggedInAccount, loggedInPerson } from '../harness/logged-in';

interface Read {
  readonly personId: string;
  readonly reader: string;
  readonly role: string;
  readonly operation: string;
  readonly at: string;
}

let api: TestApi;
let classId: string;
let studentNo: string;
let person: string;
const cookies = new Map<string, string>();

beforeAll(async () => {
  api = await createTestApi();
  const [planned] = await planCohort(api.app, 'NLP-2026', { classes: 1, students: 5 });
  classId = planned!.id;
  studentNo = planned!.students[0]!;
  cookies.set('coo', await loggedInAccount(api, 'coo', { role: 'coordinator', classes: [classId] }));
  cookies.set('adm', await loggedInAccount(api, 'adm', { role: 'administrator' }));
  cookies.set('aud', await loggedInAccount(api, 'aud', { role: 'auditor' }));
  const enrolled = await api.app
    .get(EventStore)
    .query<{ person_id: string }>('select person_id from enrolment_v2 where student_no = $1', [studentNo]);
  person = enrolled[0]!.person_id;
  cookies.set('student', await loggedInPerson(api, person));
}, 600_000);
afterAll(() => api?.close());

const get = (url: string, who: string) =>
  api.fastify.inject({
    method: 'GET',
    url,
    headers: who === 'operator' ? { authorization: api.authorization } : { cookie: cookies.get(who)! },
  });
const readsOf = async (who: string, url = '/api/v1/me/reads'): Promise<readonly Read[]> =>
  (await get(url, who)).json().data;
const operations = (reads: readonly Read[]): readonly string[] => reads.map(({ operation }) => operation);

describe('who has looked (S29)', () => {
  it('is told to the student: who, as what, what, when', async () => {
    expect(await readsOf('student')).toEqual([]);
    expect((await get(`/api/v1/classes/${classId}/students/${studentNo}`, 'coo')).statusCode).toBe(200);
    expect(await readsOf('student')).toEqual([
      { personId: person, reader: 'coo', role: 'coordinator', operation: 'getStudent', at: expect.any(String) },
    ]);
  });

  it('is one entry for a list, with all who stand in it', async () => {
    const before = await api.app.get(EventStore).reader.head();
    await get(`/api/v1/classes/${classId}/roster`, 'coo');
    expect(await api.app.get(EventStore).reader.head()).toBe(before + 1);
    const all = await readsOf('aud', '/api/v1/reads?reader=coo&limit=50');
    expect(all.filter(({ operation }) => operation === 'getRoster')).toHaveLength(5);
  });

  it('is one entry within the hour, however often', async () => {
    const before = await api.app.get(EventStore).reader.head();
    for (let again = 0; again < 3; again++) await get(`/api/v1/classes/${classId}/students/${studentNo}`, 'coo');
    expect(await api.app.get(EventStore).reader.head()).toBe(before);
  });

  it('is in the chain of the log', async () => {
    const rows = await api.app
      .get(EventStore)
      .query<{ hash: Buffer }>(`select hash from log.event where type = 'PersonsRead'`);
    expect(rows.length).toBeGreaterThan(1);
    for (const { hash } of rows) expect(hash).toHaveLength(32);
  });

  it('is not noted of what was refused, of the own, nor of the operator', async () => {
    const before = await api.app.get(EventStore).reader.head();
    expect((await get(`/api/v1/classes/${classId}/students/S999999`, 'coo')).statusCode).toBe(404);
    expect((await get('/mine-poeng', 'student')).statusCode).toBe(200);
    expect((await get(`/api/v1/classes/${classId}/students/${studentNo}`, 'operator')).statusCode).toBe(200);
    expect(await api.app.get(EventStore).reader.head()).toBe(before);
  });

  it('is turned over page by page', async () => {
    const first = (await get('/api/v1/reads?limit=4', 'aud')).json();
    const rest = (await get(`/api/v1/reads?limit=50&cursor=${first.nextCursor}`, 'aud')).json();
    const all = await readsOf('aud', '/api/v1/reads?limit=50');
    expect([...first.data, ...rest.data]).toEqual(all);
    expect(first.data).toHaveLength(4);
  });
});

describe('an administrator who sees as the student', () => {
  it('sees the same page with a banner, and it is noted', async () => {
    const own = (await get('/mine-poeng', 'student')).body;
    const seen = await get(`/vis-som/${person}?lang=nb`, 'adm');
    expect(seen.statusCode).toBe(200);
    expect(seen.body).toContain('Du ser det Kari Nordmann 1 ser. Du kan ikke endre noe');
    const main = (page: string): string => page.slice(page.indexOf('<h1'), page.indexOf('</main>'));
    expect(main(seen.body)).toBe(main(own));
    expect(operations(await readsOf('student'))).toContain('seeAsStudent');
  });

  it('can change nothing there, and nobody else sees it', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      const reply = await api.fastify.inject({
        method,
        url: `/vis-som/${person}`,
        headers: { cookie: cookies.get('adm')!, 'sec-fetch-site': 'same-origin' },
      });
      expect(reply.statusCode).toBe(404);
    }
    expect((await get(`/vis-som/${person}`, 'coo')).statusCode).toBe(403);
    expect((await get(`/vis-som/${person}`, 'student')).statusCode).toBe(403);
    expect((await get('/vis-som/per_nobody', 'adm')).statusCode).toBe(404);
  });
});
