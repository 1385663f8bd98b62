import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateCourse } from '../data/generate-course';
import { createTestApi, type TestApi } from '../harness/api';
import { loggedInAccount } from '../harness/logged-in';
import { CorrectedCourse } from '../rules/corrected-course';
import { CourseClient } from '../rules/course-client';
import { readFolder } from '../rules/course-folder';

let api: TestApi;
let course: CorrectedCourse;
let ungraded: string;
let studentNo: string;
let first: string;
let second: string;
const cookies = new Map<string, string>();

beforeAll(async () => {
  api = await createTestApi();
  const client = new CourseClient(api);
  course = await CorrectedCourse.awarded(api, client, 3, 16);
  for (const code of ['ada', 'bea', 'cia'])
    cookies.set(code, await loggedInAccount(api, code, { role: 'administrator' }));
  cookies.set('gro', await loggedInAccount(api, 'gro', { role: 'grader' }));
  const { data } = (
    await client.get<{ data: { studentNo: string; ectsCredits: string }[] }>(`/classes/${course.id}/awards?limit=200`)
  ).json();
  const delivered = (
    await client.get<{ data: { studentNo: string; certificateNo: string; state: string }[] }>(
      `/certificates?class=${course.id}&limit=200`,
    )
  ).json().data;
  studentNo = delivered.find((one) => course.delivered.has(one.certificateNo) && one.state === 'VALID')!.studentNo;
  expect(data.map((one) => one.studentNo)).toContain(studentNo);
  const folder = mkdtempSync(join(tmpdir(), 'kull-ungraded-'));
  generateCourse(folder, { seed: 5, participants: 4 });
  ungraded = (
    await client.post<{ id: string }>('/classes', JSON.parse(readFileSync(join(folder, 'course.json'), 'utf8')))
  ).json().id;
  await client.post(`/classes/${ungraded}/participant-imports`, readFileSync(join(folder, 'participants.csv')));
  [first, second] = readFolder(folder).participants.map((row) => row.student_no!) as [string, string];
  rmSync(folder, { recursive: true });
}, 600_000);
afterAll(() => api?.close());

const post = async (who: string, path: string, payload: object | readonly string[] = {}) => {
  const isFile = Array.isArray(payload);
  const reply = await api.fastify.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: {
      cookie: cookies.get(who)!,
      'sec-fetch-site': 'same-origin',
      'idempotency-key': randomUUID(),
      'content-type': isFile ? 'text/csv' : 'application/json',
    },
    payload: isFile ? payload.join('\r\n') : JSON.stringify(payload),
  });
  const told: Readonly<Record<string, unknown>> = { status: reply.statusCode, ...reply.json() };
  return told;
};

const correcting = (who: string, value: string, recordedBy = '', approvedBy = '') =>
  post(who, `/classes/${course.id}/correction-imports`, [
    'at;kind;student_no;value;reason;recorded_by;approved_by',
    `2026-07-20T09:00:00+02:00;RESULT;${studentNo};${value};;${recordedBy};${approvedBy}`,
  ]);

const refusedAs = (code: string) => expect.objectContaining({ rejected: [expect.objectContaining({ code })] });

describe('a correction that takes points away (S30)', () => {
  it('is recorded by one account, and does nothing yet', async () => {
    expect(await correcting('ada', 'FAILED')).toEqual(refusedAs('SECOND_APPROVER_REQUIRED'));
    expect(await correcting('ada', 'FAILED', 'ada', 'ada')).toEqual(refusedAs('SECOND_APPROVER_REQUIRED'));
  });

  it('is not approved by naming somebody', async () => {
    expect(await correcting('ada', 'FAILED', 'ada', 'bea')).toMatchObject({ status: 403, code: 'OWN_NAME_ONLY' });
    // Nor by naming somebody as the one who recorded it: they have not.
    expect(await correcting('ada', 'FAILED', 'bea', 'ada')).toEqual(refusedAs('NOT_RECORDED'));
  });

  it('is approved by another account that sends it too, once', async () => {
    expect(await correcting('bea', 'FAILED', 'ada')).toMatchObject({ taken: 1, rejected: [] });
    expect(await correcting('bea', 'FAILED', 'ada')).toMatchObject({ taken: 0, unchanged: 1 });
    expect(await correcting('cia', 'FAILED', 'ada', 'cia')).toMatchObject({ taken: 0, unchanged: 1 });
  });
});

describe('a delivery that takes points away', () => {
  it('does not leave by one account, whoever that names', async () => {
    await course.settle();
    expect(await post('ada', '/exports', { class: course.id })).toMatchObject({
      status: 409,
      code: 'TWO_PEOPLE_REQUIRED',
    });
    const { draftId } = await post('ada', '/exports', { classIds: [course.id] });
    const approvals = `/export-drafts/${draftId}/approvals`;
    expect(await post('ada', approvals, { approvedBy: 'bea' })).toMatchObject({ status: 403, code: 'OWN_NAME_ONLY' });
    expect(await post('ada', approvals)).toMatchObject({ status: 409, code: 'SECOND_APPROVER_REQUIRED' });
    expect(await post('bea', approvals)).toMatchObject({ status: 'APPROVED', approvedBy: 'bea' });
    expect(await post('ada', `/export-drafts/${draftId}/releases`)).toMatchObject({ status: 201 });
  });
});

describe('a result', () => {
  const result = (no: string, gradedBy: string, attestedBy = '') => [
    'student_no;assessment;result;graded_by;attested_by;attested_at',
    `${no};EXAM;PASSED;${gradedBy};${attestedBy};${attestedBy && '2026-06-18T09:00:00+02:00'}`,
  ];
  const results = (who: string, ...args: Parameters<typeof result>) =>
    post(who, `/classes/${ungraded}/result-imports`, result(...args));
  const attested = (who: string, no: string, attestedBy?: string) =>
    post(who, `/classes/${ungraded}/attestations`, {
      results: [{ studentNo: no, assessment: 'EXAM' }],
      ...(attestedBy && { attestedBy }),
    });

  it('is not graded and attested by one account, under any name', async () => {
    expect(await results('ada', first, 'sensor-1', 'ada')).toEqual(refusedAs('SAME_PERSON_GRADED_AND_ATTESTED'));
    expect(await results('ada', first, 'sensor-1', 'bea')).toMatchObject({ status: 403, code: 'OWN_NAME_ONLY' });
    expect(await results('ada', first, 'sensor-1')).toMatchObject({ taken: 1 });
    expect(await attested('ada', first)).toMatchObject({ attested: 0, refused: 1 });
    expect(await attested('ada', first, 'bea')).toMatchObject({ status: 403, code: 'OWN_NAME_ONLY' });
    expect(await attested('bea', first)).toMatchObject({ attested: 1 });
  });

  it('is graded by a grader in their own name only', async () => {
    expect(await results('gro', second, 'sensor-1')).toMatchObject({ status: 403, code: 'OWN_NAME_ONLY' });
    expect(await results('gro', second, 'gro')).toMatchObject({ taken: 1 });
    expect(await attested('gro', second)).toMatchObject({ attested: 0, refused: 1 });
    expect(await attested('ada', second)).toMatchObject({ attested: 1 });
  });
});
