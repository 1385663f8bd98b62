import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askRegisterAgainWhenUnanswered } from '@kull/credits/reactions/ask-register-again-when-unanswered';
import { JudgeWaitingStudent } from '@kull/credits/reactions/judge-waiting';
import { EventStore } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import type { LoggerService } from '@nestjs/common';
import { createTestApi, type TestApi } from '../harness/api';
import { LocalHpr, localPhysician } from '../harness/local-hpr';
import { CourseClient } from './course-client';
import { folderNamed, readFolder } from './course-folder';
import { SeenClass } from './seen-class';

const spring = folderNamed('nla-2026-spring');
const fileOf = (name: string): Buffer => readFileSync(join(spring, name));

describe("a class without a register file, where HPR's open API is set up", () => {
  const folder = readFolder(spring);
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

  /** What the worker does with the event that the register had not answered, when it is due. */
  const askAgain = async (studentNo: string) => {
    const { id } = (await seen.awards()).find((one) => one.studentNo === studentNo)!;
    const stream = await api.app.get(EventStore).readStream(`student-course-${id}`);
    const unanswered = stream.find(({ type }) => type === 'HprLookUpUnanswered')!;
    const [intent] = askRegisterAgainWhenUnanswered.react(unanswered);
    expect(Date.parse(intent!.dueAt!) - Date.parse(unanswered.occurredAt)).toBe(60_000);
    const job = { outboxId: newUuid(), key: intent!.key, fence: { hold: async () => undefined } };
    await api.app.get(JudgeWaitingStudent, { strict: false }).handle(intent!.payload, job);
  };

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
    await askAgain('S260001');
    expect(await seen.status('S260001')).toBe('AWARDED');
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
