import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Messaging } from '@kull/messaging';
import { HprRegister } from '@kull/people';
import type { LoggerService } from '@nestjs/common';
import { createTestApi, type TestApi } from '../harness/api';
import { LocalHpr, localPhysician } from '../harness/local-hpr';
import { testQueue } from '../harness/queues';
import { eventually } from '../harness/working';
import { CourseClient } from './course-client';
import { folderNamed, readCourseFolder } from './course-folder';
import { runCourseFolder } from './course-run';

const spring = folderNamed('nla-2026-spring');
const fileOf = (name: string): Buffer => readFileSync(join(spring, name));
const registerFile = fileOf('hpr-register.csv').toString('utf8');

interface Award {
  readonly id: string;
  readonly studentNo: string;
  readonly pointsStatus: string | null;
  readonly pointsReasons: readonly string[];
}
interface Certificate {
  readonly certificateNo: string;
  readonly studentNo: string;
  readonly state: string;
}
interface Standing {
  readonly studentNo: string;
  readonly status: string;
  readonly source: string | null;
}

/** A class of the service, seen from outside. */
class SeenClass {
  constructor(
    private readonly client: CourseClient,
    readonly id: string,
  ) {}

  awards = async () => (await this.client.get<{ data: Award[] }>(`/classes/${this.id}/awards?limit=200`)).json().data;
  status = async (studentNo: string) => (await this.awards()).find((one) => one.studentNo === studentNo)?.pointsStatus;
  certificates = async (studentNo: string) =>
    (await this.client.get<{ data: Certificate[] }>(`/certificates?class=${this.id}&limit=200`))
      .json()
      .data.filter((one) => one.studentNo === studentNo);
  standing = async (studentNo: string) =>
    (await this.client.get<{ data: Standing[] }>(`/classes/${this.id}/hpr-look-ups`))
      .json()
      .data.find((one) => one.studentNo === studentNo);
  explained = async (studentNo: string) => {
    const { id } = (await this.awards()).find((one) => one.studentNo === studentNo)!;
    const { coursePoints } = (
      await this.client.get<{ coursePoints: { requirements: { code: string; evidence: object[] }[] } }>(
        `/student-courses/${id}/explanation`,
      )
    ).json();
    return coursePoints.requirements.find(({ code }) => code === 'HPR_NUMBER')?.evidence;
  };
}

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
    await client.put(`/classes/${seen.id}/hpr-register`, Buffer.from(registerFile + line));
    await eventually(
      () => seen.certificates('S260022'),
      ([certificate]) => certificate?.state === 'VALID',
    );
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
    const approvals = `${of}/${proposed.verification}/approvals`;
    const alone = await client.post(approvals, { approvedBy: 'admin-1' });
    expect([alone.status, alone.json()]).toEqual([422, expect.objectContaining({ code: 'SECOND_APPROVER_REQUIRED' })]);
    expect(await seen.status('S260024')).toBe('HELD');

    const approved = await client.post(approvals, { approvedBy: 'admin-2' });
    expect(approved.json()).toEqual({ verification: proposed.verification, status: 'APPROVED', awarded: true });
    expect(await seen.standing('S260024')).toMatchObject({ status: 'VERIFIED', source: 'MANUAL' });
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

describe("a class without a register file, where HPR's open API is set up", () => {
  const folder = readCourseFolder('nla-2026-spring');
  const lines: string[] = [];
  const log: LoggerService = {
    log: (...entry) => void lines.push(JSON.stringify(entry)),
    warn: (...entry) => void lines.push(JSON.stringify(entry)),
    error: (...entry) => void lines.push(JSON.stringify(entry)),
  };
  let local: LocalHpr;
  let keys: string;
  let api: TestApi;
  let client: CourseClient;
  let seen: SeenClass;

  beforeAll(async () => {
    local = await LocalHpr.start(
      folder.register
        .filter(({ profession }) => profession === 'PHYSICIAN')
        .map((row) =>
          localPhysician(
            Number(row.hpr_number),
            { fornavn: row.given_names!, etternavn: row.family_name!, fødselsdato: row.birth_date! },
            { fra: row.authorised_from!, til: row.authorised_to || null },
          ),
        ),
    );
    keys = mkdtempSync(join(tmpdir(), 'kull-maskinporten-'));
    writeFileSync(join(keys, 'key.pem'), local.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    api = await createTestApi(log, {
      KULL_HPR_API_URL: local.url,
      KULL_MASKINPORTEN_ISSUER: local.issuer,
      KULL_MASKINPORTEN_CLIENT_ID: local.clientId,
      KULL_MASKINPORTEN_KEY_ID: local.keyId,
      KULL_MASKINPORTEN_KEY_FILE: join(keys, 'key.pem'),
    });
    client = new CourseClient(api);
    const { id } = (
      await client.post<{ id: string }>('/classes', JSON.parse(fileOf('course.json').toString('utf8')))
    ).json();
    seen = new SeenClass(client, id);
    for (const [file, operation] of [
      ['participants.csv', 'participant-imports'],
      ['attendance.csv', 'attendance-imports'],
      ['results.csv', 'result-imports'],
    ] as const)
      expect((await client.post(`/classes/${id}/${operation}`, fileOf(file))).status).toBe(200);
  });
  afterAll(async () => {
    await api.close();
    await local.close();
    rmSync(keys, { recursive: true, force: true });
  });

  it('judges nobody by a register that is too slow, keeps nobody waiting, and says so', async () => {
    local.behaviour = { kind: 'slow', ms: 60_000 };
    const started = performance.now();
    const ran = (
      await client.post<{ awarded: number; held: number; notApplicable: number; postponed: { code: string }[] }>(
        `/classes/${seen.id}/award-runs`,
        {},
      )
    ).json();
    expect(performance.now() - started).toBeLessThan(14_000);
    // Of 28 physicians two have no number: they can be judged without the register.
    expect(ran.postponed).toHaveLength(26);
    expect(ran.postponed[0]).toMatchObject({ studentNo: 'S260001', code: 'HPR_REGISTER_NOT_ANSWERING' });
    expect([ran.awarded, ran.notApplicable]).toEqual([0, 2]);
    expect(await seen.status('S260001')).toBeNull();
    expect(await seen.standing('S260001')).toMatchObject({ status: 'NOT_ANSWERED' });
  }, 30_000);

  it('judges them when it answers, as the file would have had it', async () => {
    local.behaviour = { kind: 'answers' };
    const asked = (
      await client.post<{ asked: number; postponed: object[] }>(`/classes/${seen.id}/hpr-look-ups`, {})
    ).json();
    expect(asked.postponed).toEqual([]);
    const final = new Map((await seen.awards()).map(({ studentNo, pointsStatus }) => [studentNo, pointsStatus]));
    expect([...final.values()].filter((status) => status === 'AWARDED')).toHaveLength(10);
    expect(await seen.standing('S260001')).toMatchObject({ status: 'VERIFIED', source: 'API' });
    expect(await seen.explained('S260001')).toContainEqual({ record: 'HPR_SOURCE', value: 'API' });
    expect(await seen.status('S260022')).toBe('HELD');
  });

  it('releases a hold by an event when the register has got the number', async () => {
    local.know(localPhysician(9_230_336, { fornavn: 'Amir', etternavn: 'Haddad', fødselsdato: '1990-02-06' }));
    const asked = (await client.post(`/classes/${seen.id}/hpr-look-ups`, {})).json();
    expect(asked).toMatchObject({ released: 1, postponed: [] });
    expect(await seen.status('S260022')).toBe('AWARDED');
  });

  it('checks a number at entry, and says nothing of whose it is', async () => {
    const check = async (body: object) => (await client.post('/hpr-number-checks', body)).json();
    const amir = { number: '9230336', birthDate: '1990-02-06', familyName: 'Haddad', givenNames: 'Amir' };
    expect(await check(amir)).toMatchObject({ wellFormed: true, status: 'VERIFIED', warnings: [], source: 'API' });
    expect(await check({ ...amir, birthDate: '1990-02-07', familyName: 'Hadad' })).toMatchObject({
      status: 'HPR_BIRTH_DATE_MISMATCH',
      warnings: ['HPR_NAME_DIFFERS'],
    });
    expect(await check({ number: '92303' })).toMatchObject({ status: 'HPR_UNKNOWN', warnings: ['HPR_UNUSUAL_LENGTH'] });
    expect(await check({ number: '0123' })).toMatchObject({ wellFormed: false, status: 'HPR_UNKNOWN' });
    local.behaviour = { kind: 'status', status: 503 };
    expect(await check(amir)).toMatchObject({ status: 'NOT_ANSWERED', lookedUpAt: null });
    local.behaviour = { kind: 'answers' };
  });

  it('has neither a number nor a token in its log', () => {
    const all = lines.join('\n');
    expect(lines.some((line) => line.includes('HPR'))).toBe(true);
    for (const { hpr_number } of folder.participants) if (hpr_number) expect(all).not.toContain(hpr_number);
    expect(all).not.toMatch(/Bearer|eyJ|assertion/);
  });
});
