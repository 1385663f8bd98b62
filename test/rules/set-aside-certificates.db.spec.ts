import { CertificateWorkQueries } from '@kull/certificates/read-models/certificate-work.query';
import { Database, EventStore } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { createTestApi, type TestApi } from '../harness/api';
import { loggedInAccount } from '../harness/logged-in';
import { setAside } from '../harness/set-aside';
import { settleCertificates } from '../harness/settled-certificates';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';
import { runCourseFolder } from './course-run';

interface SetAside {
  readonly job: string;
  readonly studentNo: string;
}

let api: TestApi;
let client: CourseClient;
let id: string;
let jobs: readonly string[];

beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  ({ id } = await runCourseFolder(client, folderNamed('nla-2026-spring')));
  const { open } = await api.app.get(CertificateWorkQueries, { strict: false }).ofClass(id);
  jobs = await setAside(api, open.slice(0, 2));
}, 600_000);
afterAll(() => api?.close());

const listed = async () =>
  (await client.get<{ data: SetAside[] }>(`/classes/${id}/set-aside-certificates`)).json().data;
const retry = (job: string) => client.post<{ code?: string }>(`/set-aside-jobs/${job}/retries`, {});
const rows = () =>
  api.app.get(Database).query<object>(
    `select id, errors, quarantined_at is null and due_at <= now() and enqueued_at is null as due
         from messaging.outbox where id = any ($1::uuid[]) order by id`,
    [jobs],
  );

it('says whose it is, why, since when, and after how many tries', async () => {
  expect(await listed()).toEqual(
    jobs.map((job) => ({
      job,
      studentNo: expect.stringMatching(/^S26/),
      setAsideAt: expect.stringMatching(/Z$/),
      attempts: 5,
      fault: 'CertificateRefused',
    })),
  );
  const work = (await client.get<{ quarantined: number }>(`/classes/${id}/certificate-work`)).json();
  expect(work.quarantined).toBe(2);
});

it('is taken up again once, and the log says by whom', async () => {
  const cookie = await loggedInAccount(api, 'mli', { role: 'administrator' });
  const [first, second] = jobs;
  const answer = await api.fastify.inject({
    method: 'POST',
    url: `/api/v1/set-aside-jobs/${first}/retries`,
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': newUuid() },
    payload: {},
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.json().data).toMatchObject([
    { id: second, job: 'settle-certificate', about: [expect.stringMatching(/^stc_/)] },
  ]);
  expect(await listed()).toMatchObject([{ job: second }]);
  expect(await rows()).toEqual(
    [
      { id: first, errors: 0, due: true },
      { id: second, errors: 5, due: false },
    ].sort((one, other) => (one.id! < other.id! ? -1 : 1)),
  );
  const events = await api.app.get(EventStore).reader.pageBefore(Number.MAX_SAFE_INTEGER, 1);
  expect(events).toMatchObject([
    {
      type: 'WorkResumed',
      metadata: { actor: 'mli' },
      data: { id: first, job: 'settle-certificate', attempts: 5, fault: 'CertificateRefused' },
    },
  ]);
  const again = await retry(first!);
  expect([again.status, again.json().code]).toEqual([409, 'NOT_SET_ASIDE']);
});

it('is no trouble of the class once it is settled otherwise', async () => {
  const unknown = await retry(newUuid());
  expect([unknown.status, unknown.json().code]).toEqual([409, 'NOT_SET_ASIDE']);
  await settleCertificates(api, id);
  expect(await listed()).toEqual([]);
});
