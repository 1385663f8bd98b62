import { EventStore } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { course, enrolledIn, gatheringOn, planOf } from '../../../../test/harness/calendars';
import { Database } from '../../../event-store/src/database';
import { programmeClass } from '../domain/class';
import type { ClassCommand } from '../domain/class.commands';
import { enrolment } from '../domain/enrolment';
import { classIdOf, enrolmentIdOf } from '../domain/ids';

let api: TestApi;
const oslo = planOf('OSLO-1', 'OSLO');
const trondheim = planOf('TRONDHEIM-1', 'TRONDHEIM');
const [osloId, trondheimId] = [classIdOf(oslo), classIdOf(trondheim)];
const gathering = gatheringOn(1, '2027-02-08', 'BI Nydalen', 'A2-075', 'Økonomi');

const context = () => ({ commandId: newUuid(), actor: 'admin-1', occurredAt: '2026-08-01T08:00:00.000Z' });
const events = (): EventStore => api.app.get(EventStore);
const ofClass = async (classId: string, command: ClassCommand): Promise<void> =>
  expect(await events().execute(programmeClass, classId, command, context())).toHaveProperty('accepted');

const post = (path: string, key = newUuid()) =>
  api.app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: { authorization: api.authorization, 'content-type': 'application/json', 'idempotency-key': key },
    payload: {},
  });
const list = async (classId: string, query = '') =>
  (
    await api.app.inject({
      url: `/api/v1/classes/${classId}/calendar-feeds${query}`,
      headers: { authorization: api.authorization },
    })
  ).json<{ data: object[]; nextCursor: string | null }>();
const read = (url: string, headers: Record<string, string> = {}) =>
  api.app.inject({ url: new URL(url).pathname, headers });
const open = async (path: string): Promise<{ id: string; url: string }> => (await post(path)).json();

beforeAll(async () => {
  api = await createTestApi();
  for (const [plan, classId, venue] of [
    [oslo, osloId, 'BI Nydalen'],
    [trondheim, trondheimId, 'Brattøra'],
  ] as const)
    await ofClass(classId, {
      type: 'PlanYear',
      data: { classId, plan, course, gatherings: [{ ...gathering, venue, sessions: roomOf(classId) }] },
    });
  const { data } = enrolledIn(osloId, 'S1');
  await events().execute(enrolment, enrolmentIdOf(osloId, 'S1'), { type: 'EnrolStudent', data }, context());
});
afterAll(() => api.close());

/** Two classes at once need two rooms and two teachers. */
const roomOf = (classId: string) =>
  gathering.sessions.map((session) => ({
    ...session,
    room: `R-${classId.slice(4, 12)}`,
    teachers: [`T-${classId.slice(4, 12)}`],
  }));

it('opens a secret address, says it once, and keeps only its hash', async () => {
  const key = newUuid();
  const opened = await post(`/classes/${osloId}/calendar-feeds`, key);
  expect([opened.statusCode, opened.json()]).toEqual([
    201,
    { id: expect.stringMatching(/^cal_/), url: expect.stringMatching(/\/calendar\/[\w-]{32}\.ics$/) },
  ]);
  expect((await post(`/classes/${osloId}/calendar-feeds`, key)).body).toBe(opened.body);
  const database = await Database.connect({ url: api.databaseUrl, poolSize: 1 });
  await database.query('delete from http.idempotency');
  const token = /([\w-]{32})\.ics$/.exec(opened.json().url)![1]!;
  const kept = await database.query(
    `select 'log' from log.event e where to_jsonb(e)::text like '%' || $1 || '%'
     union all select 'read' from read.calendar_feed_v1 f where to_jsonb(f)::text like '%' || $1 || '%'`,
    [token],
  );
  await database.close();
  expect(kept).toEqual([]);
  expect((await post(`/classes/${osloId}/calendar-feeds`, key)).json()).toEqual(opened.json());
  expect((await list(osloId)).data).toHaveLength(1);
});

it('opens none for a class or a student that is not there', async () => {
  for (const [path, code] of [
    ['/classes/cls_none/calendar-feeds', 'CLASS_NOT_PLANNED'],
    ['/classes/cls_none/students/S1/calendar-feeds', 'CLASS_NOT_PLANNED'],
    [`/classes/${osloId}/students/S9/calendar-feeds`, 'NOT_ENROLLED'],
  ] as const) {
    const refused = await post(path);
    expect([refused.statusCode, refused.json().code]).toEqual([404, code]);
  }
});

it('is read by whoever knows the address, and again only when it has changed', async () => {
  const { url } = await open(`/classes/${osloId}/calendar-feeds`);
  const first = await read(url);
  expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(first.body).toContain('X-WR-CALNAME:OSLO-1: Nasjonal lederutdanning');
  expect(first.body.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(6);
  const etag = String(first.headers.etag);
  expect((await read(url)).body).toBe(first.body);
  const same = await read(url, { 'if-none-match': etag });
  expect([same.statusCode, same.body, same.headers.etag]).toEqual([304, '', etag]);
  await ofClass(osloId, {
    type: 'CancelGathering',
    data: { classId: osloId, number: 1, on: '2027-01-01', reasonClass: 'OTHER' },
  });
  const changed = await read(url, { 'if-none-match': etag });
  expect([changed.statusCode, changed.body.match(/^STATUS:CANCELLED\r$/gm)?.length]).toEqual([200, 6]);
});

it('follows a student to another class, and says nobody’s name', async () => {
  const { url } = await open(`/classes/${osloId}/students/S1/calendar-feeds`);
  expect((await read(url)).body).toContain('(OSLO-1)');
  const { data } = enrolledIn(trondheimId, 'S1', { courseClassId: osloId, enteredOn: '2027-01-04' });
  const to = { classId: trondheimId, classCode: 'TRONDHEIM-1' };
  const moved = await events().executeTogether(
    [
      {
        decider: enrolment,
        id: enrolmentIdOf(osloId, 'S1'),
        command: { type: 'TransferStudent', data: { to, on: '2027-01-04' } },
      },
      {
        decider: enrolment,
        id: enrolmentIdOf(trondheimId, 'S1'),
        command: { type: 'EnrolStudent', data },
        commandId: newUuid(),
      },
    ],
    context(),
  );
  expect(moved).toHaveProperty('accepted');
  const { body } = await read(url);
  expect(body.match(/^LOCATION:.*Brattøra/gm)).toHaveLength(6);
  expect(body).not.toContain('OSLO-1');
  const again = await open(`/classes/${trondheimId}/students/S1/calendar-feeds`);
  expect((await read(again.url)).body).toBe(body);
});

it('leads nowhere once it is revoked, while other addresses still do', async () => {
  const [kept, lost] = [
    await open(`/classes/${osloId}/calendar-feeds`),
    await open(`/classes/${osloId}/calendar-feeds`),
  ];
  const revoked = await post(`/calendar-feeds/${lost.id}/revocations`);
  expect([revoked.statusCode, revoked.json()]).toMatchObject([200, { id: lost.id, revokedAt: expect.any(String) }]);
  expect((await post(`/calendar-feeds/${lost.id}/revocations`)).json()).toEqual(revoked.json());
  const gone = await read(lost.url);
  expect([gone.statusCode, gone.headers['content-type']]).toEqual([410, 'text/plain; charset=utf-8']);
  expect((await read(kept.url)).statusCode).toBe(200);
  const never = await read(lost.url.replace(/.{8}\.ics$/, 'xxxxxxxx.ics'));
  expect([never.statusCode, never.headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
  const unknown = await post('/calendar-feeds/cal_none/revocations');
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'CALENDAR_FEED_UNKNOWN']);
});

it('lists the addresses of a class and its students, without the secrets', async () => {
  const all = await list(osloId);
  expect(all.data[0]).toEqual({
    ...{ id: expect.stringMatching(/^cal_/), classId: osloId, kind: 'CLASS', studentNo: null },
    ...{ openedAt: expect.any(String), revokedAt: null },
  });
  expect(all.data).toContainEqual(expect.objectContaining({ kind: 'STUDENT', studentNo: 'S1' }));
  const first = await list(osloId, '?limit=2');
  const rest = await list(osloId, `?limit=50&cursor=${first.nextCursor}`);
  expect([...first.data, ...rest.data]).toEqual(all.data);
});
