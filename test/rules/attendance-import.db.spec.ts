import { Registers } from '@kull/attendance/registers';
import { createTestApi, type TestApi } from '../harness/api';
import { type AttendedClass, AttendedCohort } from './attended-cohort';

let api: TestApi;
let cohort: AttendedCohort;
let classes: readonly AttendedClass[];
beforeAll(async () => {
  api = await createTestApi();
  cohort = new AttendedCohort(api);
  classes = [
    await cohort.plan('OSLO-1', 54),
    await cohort.plan('OSLO-2', 54),
    await cohort.plan('OSLO-3', 54),
    await cohort.plan('TRONDHEIM-1', 54),
  ];
});
afterAll(() => api.close());

const fileOf = ({ students, gatherings }: AttendedClass): Buffer => {
  const sessions = gatherings.flatMap((gathering) => gathering.sessions);
  const rows = sessions.flatMap(({ code, startsAt }) =>
    students.map((student) => `${code};${student};4.0;teacher-1;${startsAt}`),
  );
  return Buffer.from(['session_code;student_no;attended_hours;observed_by;observed_at', ...rows, ''].join('\r\n'));
};

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1_000;
};

const importAll = async (): Promise<{ taken: number; unchanged: number }> => {
  const sum = { taken: 0, unchanged: 0 };
  for (const one of classes) {
    const answer = await cohort.client.post<typeof sum>(`/classes/${one.id}/attendance-imports`, fileOf(one));
    sum.taken += answer.json().taken;
    sum.unchanged += answer.json().unchanged;
  }
  return sum;
};

it('takes the attendance of a year of 216 students, 44 sessions each, within ten seconds, and again', async () => {
  let first: object = {};
  const seconds = await secondsOf(async () => {
    first = await importAll();
  });
  let second: object = {};
  const again = await secondsOf(async () => {
    second = await importAll();
  });
  console.info(`9,504 rows of attendance in ${seconds.toFixed(1)} s, the same again in ${again.toFixed(1)} s`);
  expect(first).toEqual({ taken: 9_504, unchanged: 0 });
  expect(second).toEqual({ taken: 0, unchanged: 9_504 });
  expect(seconds).toBeLessThan(10);
});

it('counts every session of every student of the cohort', async () => {
  const registers = api.app.get(Registers);
  const count = async () => {
    const counted = await Promise.all(classes.map(({ id }) => registers.countedSessions(id)));
    return counted.flatMap((one) => [...one.values()].flat());
  };
  await count();
  let sessions: Awaited<ReturnType<typeof count>> = [];
  const seconds = await secondsOf(async () => {
    sessions = await count();
  });
  console.info(`9,504 sessions counted in ${(seconds * 1_000).toFixed(0)} ms`);
  expect(sessions).toHaveLength(9_504);
  expect(sessions.every(({ state, attended }) => state === 'counted' && attended === 8)).toBe(true);
});
