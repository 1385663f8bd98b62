import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStore } from '@kull/event-store';
import { Clock } from '@kull/kernel';
import { Messaging } from '@kull/messaging';
import { HprRegister } from '@kull/people';
import { createTestApi, type TestApi } from '../harness/api';
import { testQueue } from '../harness/queues';
import { eventually } from '../harness/working';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';
import { runCourseFolder } from './course-run';
import { SeenClass } from './seen-class';

const spring = folderNamed('nla-2026-spring');
const fileOf = (name: string): Buffer => readFileSync(join(spring, name));
const registerFile = fileOf('hpr-register.csv').toString('utf8');

const startWork = (api: TestApi): Promise<void> =>
  api.app.get(Messaging, { strict: false }).start(testQueue('postgres', api.databaseUrl), () => process.exit(1));

describe('holds in a class with a register file', () => {
  let api: TestApi;
  let client: CourseClient;
  let seen: SeenClass;

  beforeAll(async () => {
    api = await createTestApi();
    client = new CourseClient(api);
    const run = await runCourseFolder(client, spring);
    seen = new SeenClass(client, run.id);
    await startWork(api);
    await eventually(
      async () => (await client.get<{ issued: number }>(`/classes/${run.id}/certificate-work`)).json(),
      ({ issued }) => issued === 10,
    );
  });
  afterAll(() => api.close());

  it('are nothing to the same register read again', async () => {
    const before = await client.events();
    await client.put(`/classes/${seen.id}/hpr-register`, fileOf('hpr-register.csv'));
    expect(await client.events()).toBe(before);
    expect(await seen.standing('S260022')).toMatchObject({ status: 'HPR_UNKNOWN', source: 'FILE' });
  });

  it('are released when the number stands in the register that is read now, and the certificate follows', async () => {
    const others = (await seen.awards()).filter(({ studentNo }) => studentNo !== 'S260022');
    const line = '9230336;Haddad;Amir;1990-02-06;PHYSICIAN;2016-07-01;\r\n';
    // The worker's own clock is wrong; the award is true from when it was released, by PostgreSQL's.
    const wrong = jest.spyOn(api.app.get(Clock, { strict: false }), 'now').mockReturnValue('2099-01-01T00:00:00.000Z');
    await client.put(`/classes/${seen.id}/hpr-register`, Buffer.from(registerFile + line));
    await eventually(
      () => seen.certificates('S260022'),
      ([certificate]) => certificate?.state === 'VALID',
    );
    wrong.mockRestore();
    const { id } = (await seen.awards()).find(({ studentNo }) => studentNo === 'S260022')!;
    const awarded = (await api.app.get(EventStore).readStream(`student-course-${id}`)).at(-1)!;
    expect([awarded.type, awarded.occurredAt < '2099']).toEqual(['CoursePointsAwarded', true]);
    expect(await seen.status('S260022')).toBe('AWARDED');
    expect((await seen.awards()).filter(({ studentNo }) => studentNo !== 'S260022')).toEqual(others);
    expect(await seen.explained('S260022')).toContainEqual({ record: 'HPR_SOURCE', value: 'FILE' });
  });

  it('are released by two people who saw the evidence, and the delivery takes their word for it', async () => {
    const of = `/classes/${seen.id}/students/S260024/hpr-verifications`;
    const line = {
      familyName: 'Gaup',
      givenNames: 'Solveig',
      birthDate: '1973-01-23',
      profession: 'PHYSICIAN',
      authorisedFrom: '2000-07-01',
    };
    expect(await seen.standing('S260024')).toMatchObject({ status: 'HPR_NOT_PHYSICIAN' });
    const body = { line, evidenceClass: 'AUTHORISATION_LETTER', documentHash: 'a'.repeat(64), note: 'Sett i original' };
    const proposed = (await client.post<{ verification: string }>(of, { ...body, proposedBy: 'admin-1' })).json();
    const waiting = () => client.get(`/classes/${seen.id}/hpr-verifications`);
    expect((await waiting()).json()).toMatchObject({
      data: [{ studentNo: 'S260024', verification: proposed.verification, ...body, proposedBy: 'admin-1' }],
    });
    expect((await waiting()).text).not.toContain('9313970');
    const approvals = `${of}/${proposed.verification}/approvals`;
    const alone = await client.post(approvals, { approvedBy: 'admin-1' });
    expect([alone.status, alone.json()]).toEqual([422, expect.objectContaining({ code: 'SECOND_APPROVER_REQUIRED' })]);
    expect(await seen.status('S260024')).toBe('HELD');

    const approved = await client.post(approvals, { approvedBy: 'admin-2' });
    expect(approved.json()).toEqual({ verification: proposed.verification, status: 'APPROVED', awarded: true });
    expect(await seen.standing('S260024')).toMatchObject({ status: 'VERIFIED', source: 'MANUAL' });
    expect((await waiting()).json()).toEqual({ data: [] });
    expect(await seen.explained('S260024')).toEqual(
      expect.arrayContaining([
        { record: 'HPR_SOURCE', value: 'MANUAL' },
        { record: 'HPR_PROPOSED', who: 'admin-1' },
        expect.objectContaining({ record: 'HPR_APPROVED', who: 'admin-2' }),
      ]),
    );
    await eventually(
      () => seen.certificates('S260024'),
      ([certificate]) => certificate?.state === 'VALID',
    );
    const kept = () => api.app.get(HprRegister, { strict: false }).known(seen.id, ['9313970']);
    await eventually(kept, (known) => known.get('9313970')?.source === 'MANUAL');
    expect((await client.post('/exports', { class: seen.id })).json()).toMatchObject({ rejected: [] });
  });

  it('have nothing to be proposed for where there is no number, no physician, or no student', async () => {
    const body = { line: { familyName: 'A', givenNames: 'B', profession: 'PHYSICIAN' }, evidenceClass: 'OTHER' };
    const codes = [];
    for (const studentNo of ['S260023', 'S260012', 'S260001', 'S269999']) {
      const answer = await client.post<{ code: string }>(
        `/classes/${seen.id}/students/${studentNo}/hpr-verifications`,
        body,
      );
      codes.push([answer.status, answer.json().code]);
    }
    expect(codes).toEqual([
      [409, 'HPR_MISSING'],
      [422, 'HPR_NOT_ASKED_FOR'],
      [409, 'HPR_ALREADY_VERIFIED'],
      [404, 'STUDENT_COURSE_NOT_OPEN'],
    ]);
  });
});
