import { compareWithRebuild, Database, EventStore, Followers, type Recorded } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { Messaging } from '@kull/messaging';
import { createTestApi, type TestApi } from '../../../test/harness/api';
import { testQueue } from '../../../test/harness/queues';
import { eventually } from '../../../test/harness/working';
import { type CohortClass, planCohort } from '../test-model/cohort';
import type { StudentView } from './http/attendance-risk.dto';
import { JudgeAttendanceStanding } from './reactions/judge-attendance-standing';
import { judgeAttendanceStandingWhenAttendanceChanges as reaction } from './reactions/judge-attendance-standing-when-attendance-changes';
import { attendanceStandingReadModel } from './read-models/attendance-standing.v1';

let api: TestApi;
let events: EventStore;
let classes: readonly CohortClass[];
beforeAll(async () => {
  api = await createTestApi();
  events = api.app.get(EventStore);
  classes = await planCohort(api.app, 'NLP-2026');
});
afterAll(() => api.close());

type Row = readonly [session: string, studentNo: string, hours: string, observedAt: string];

const importMarks = async (classId: string, rows: readonly Row[]): Promise<void> => {
  const lines = rows.map(([session, studentNo, hours, at]) => [session, studentNo, hours, 'admin-1', at].join(';'));
  const reply = await api.fastify.inject({
    method: 'POST',
    url: `/api/v1/classes/${classId}/attendance-imports`,
    headers: { authorization: api.authorization, 'content-type': 'text/csv', 'idempotency-key': newUuid() },
    payload: ['session_code;student_no;attended_hours;observed_by;observed_at', ...lines, ''].join('\r\n'),
  });
  expect(reply.json()).toMatchObject({ rows: rows.length, taken: rows.length, rejected: [] });
};

const list = async (query: string): Promise<{ counts: object; data: readonly StudentView[] }> => {
  const headers = { authorization: api.authorization };
  const reply = await api.fastify.inject({ method: 'GET', url: `/api/v1/attendance-risk?${query}`, headers });
  expect(reply.statusCode).toBe(200);
  return reply.json();
};

/** All marks of the class's first sessions; who is away: by number of half-days from the last of them backwards. */
const marks = ({ sessions, students }: CohortClass, upTo: number, away: Readonly<Record<string, number>>): Row[] =>
  sessions.slice(0, upTo).flatMap(({ code, startsAt }, at) =>
    students.map((studentNo) => {
      const hours = at >= upTo - (away[studentNo] ?? 0) ? '0.0' : '4.0';
      return [code, studentNo, hours, startsAt] as const;
    }),
  );

const standingEvents = async (): Promise<readonly Recorded[]> => {
  const all: Recorded[] = [];
  for (let page = await events.reader.page(0, 5_000); page.length > 0; ) {
    all.push(...page.filter(({ stream }) => stream.startsWith('attendance-standing-')));
    page = await events.reader.page(page.at(-1)!.position, 5_000);
  }
  return all;
};

const jobs = (): Promise<{ done: number; open: number }[]> =>
  api.app.get(Database).query(
    `select count(*) filter (where done_at is not null)::int as done, count(*) filter (where done_at is null)::int as open
       from messaging.outbox where job = 'judge-attendance-standing'`,
  );

describe('the attendance of a cohort of 216', () => {
  it('is judged while it is imported, by a job for each batch', async () => {
    const { url } = { url: api.databaseUrl };
    await api.app.get(Messaging).start(testQueue('redis', url), () => undefined);
    // Of 44 half-days 33 are required: who misses 11 is at risk, who misses 12 cannot pass.
    const [first, second] = classes as [CohortClass, CohortClass];
    const [safe, risk, lost] = first.students;
    const started = performance.now();
    await importMarks(first.id, marks(first, 44 - 8, { [safe!]: 10, [risk!]: 11, [lost!]: 12 }));
    await importMarks(second.id, marks(second, 44 - 8, { [second.students[0]!]: 12 }));
    for (const one of classes.slice(2)) await importMarks(one.id, marks(one, 44, {}));
    const imported = performance.now();
    const [{ done }] = (await eventually(jobs, ([seen]) => seen!.open === 0 && seen!.done > 0)) as [{ done: number }];
    const judged = performance.now();
    const total = 2 * 36 * 54 + 2 * 44 * 54;
    console.log(
      `${total} marks imported in ${Math.round(imported - started)} ms; ${done} jobs done ${Math.round(judged - imported)} ms later`,
    );
    expect(done).toBeLessThan(4 * 44 + 216 + 4 + 4 * 6 + 4);
    const said = (await standingEvents()).map(({ type, data }) => [type, (data as { studentNo: string }).studentNo]);
    expect(said.filter(([type]) => type !== 'AttendanceRequirementMet').sort()).toEqual([
      ['AttendanceRequirementNotMet', lost],
      ['AttendanceRequirementNotMet', second.students[0]],
      ['AttendanceThresholdAtRisk', risk],
    ]);
  });

  it('says when it became so, whenever it became known', async () => {
    const [first] = classes as [CohortClass];
    const atRisk = (await standingEvents()).find(({ type }) => type === 'AttendanceThresholdAtRisk')!;
    expect(atRisk.occurredAt).toBe(first.sessions[35]!.startsAt);
    const impossible = (await standingEvents()).find(({ type }) => type === 'AttendanceRequirementNotMet')!;
    expect(impossible).toMatchObject({
      occurredAt: first.sessions[35]!.startsAt,
      data: {
        classId: first.id,
        award: 'ectsCredits',
        total: 352,
        required: 264,
        attended: 192,
        open: 64,
        leftToLose: 0,
      },
    });
  });
});
