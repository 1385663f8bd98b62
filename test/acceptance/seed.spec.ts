import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Overview } from '../../apps/api/src/overview/overview';
import type { Report } from '../../apps/api/src/reports/report';
import { type RunningService, startService } from '../harness/service';
import { storyLogins } from '../harness/story-login';
import { kull } from './command-line';
import { eventCount } from './log-rows';

describe('the demonstration data', () => {
  let service: RunningService;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kull-seed-'));
    const logins = join(folder, 'logins.json');
    // Nobody logs in here: where the provider is does not matter.
    writeFileSync(logins, JSON.stringify(storyLogins('http://127.0.0.1:9')));
    service = await startService({ env: { KULL_LOGINS: logins } });
  }, 90_000);

  afterAll(async () => {
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is loaded through the same operations as any other, and once', async () => {
    expect((await kull(service, 'seed')).code).toBe(0);
    const before = await eventCount(service.databaseUrl);
    expect(before).toBeGreaterThan(1_000);
    const again = await kull(service, 'seed', '--json');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toEqual({ intake: 'NLP-2026', class: 'NLA-2026V-1', cohort: 'NLP-2026' });
    expect(again.err).toBe('');
    expect(await eventCount(service.databaseUrl)).toBe(before);
  }, 300_000);

  it('has people with stories in the cohort, in the middle of its year', async () => {
    const json = async (...argv: readonly string[]) => JSON.parse((await kull(service, ...argv, '--json')).out);
    await kull(service, 'clock', '2027-02-26T08:00:00+01:00');
    const { data } = await json('class', 'risk', 'NLP-2026');
    expect(data.map(({ studentNo, status }: { studentNo: string; status: string }) => [studentNo, status])).toEqual([
      ['A26-000090', 'IMPOSSIBLE'],
      ['A26-000004', 'AT_RISK'],
      ['A26-000128', 'AT_RISK'],
    ]);
    const standingIn = async (of: string, studentNo: string) => {
      const { students } = await json('class', 'roster', `NLP-2026/${of}`);
      return students.find((one: { studentNo: string }) => one.studentNo === studentNo).standing;
    };
    expect(await standingIn('OSLO-3', 'A26-000120')).toMatchObject({
      kind: 'transferred',
      to: { code: 'TRONDHEIM-1' },
    });
    expect(await standingIn('TRONDHEIM-1', 'A26-000120')).toEqual({ kind: 'active' });
    expect(await standingIn('TRONDHEIM-1', 'A26-000154')).toMatchObject({ kind: 'withdrawn', reasonClass: 'NEW_JOB' });
    expect(await standingIn('OSLO-1', 'A26-000131')).toMatchObject({ kind: 'on_leave', until: '2027-03-12' });
    expect((await json('class', 'roster', 'NLP-2026/OSLO-2')).guests).toMatchObject([
      { gathering: 3, guests: [{ studentNo: 'A26-000048' }] },
    ]);
    const registers = await json('class', 'register', 'NLP-2026/OSLO-1');
    const open = registers.filter(({ status }: { status: string }) => status === 'open');
    expect(open).toMatchObject([{ session: '4-2F', conflicts: 1 }]);
    expect(await json('class', 'register', 'NLP-2026/OSLO-3', '4-2F')).toMatchObject({ status: 'locked', excused: 1 });
  }, 60_000);

  it('has somebody to log in as for every role, with the classes that are theirs', async () => {
    const headers = { authorization: `Bearer ${service.token}` };
    const list = async (path: string) => (await (await fetch(`${service.url}/api/v1${path}`, { headers })).json()).data;
    const classes: readonly { id: string; code: string }[] = await list('/classes?limit=200');
    const accounts: readonly { account: string; roles: readonly { role: string; classes?: readonly string[] }[] }[] =
      await list('/accounts');
    const codeOf = (id: string): string => classes.find((one) => one.id === id)!.code;
    expect(
      accounts.flatMap(({ account, roles }) =>
        roles.map(({ role, classes: own }) => [account, role, ...(own ?? []).map(codeOf).sort()]),
      ),
    ).toEqual(
      expect.arrayContaining([
        ['hno', 'coordinator', 'OSLO-1', 'OSLO-2'],
        ['jdy', 'teacher', 'OSLO-1'],
        ['asu', 'assessor'],
        ['gli', 'grader'],
        ['rho', 'auditor'],
        ['tvi', 'association'],
      ]),
    );
  });

  it('is told in numbers on the first page, by names that people know', async () => {
    const headers = { authorization: `Bearer ${service.token}` };
    const overview = (await (await fetch(`${service.url}/api/v1/overview`, { headers })).json()) as Overview;
    expect(overview.attendance).toEqual([
      { code: 'NLA-2026V-1', met: 26, safe: 0, atRisk: 0, impossible: 4, isOver: true },
      { code: 'NLP-2026', met: 0, safe: 211, atRisk: 2, impossible: 1, isOver: false },
    ]);
    expect(overview.courses?.map(({ code }) => code)).toEqual(['NLA-2026V-1']);
    expect(overview.coming?.map(({ classCode, gathering }) => `${classCode} ${gathering}`)).toContain('OSLO-1 5');
    expect(overview.coming?.every(({ endsAt }) => endsAt > overview.now)).toBe(true);
  });

  it('can be reported on without pointing at anybody', async () => {
    const headers = { authorization: `Bearer ${service.token}` };
    const asked = async (query: string) => fetch(`${service.url}/api/v1/reports/${query}`, { headers });
    const report = (await (await asked('indicators?by=county&intake=NLP-2026')).json()) as Report;
    // 468 taken in, 4 of them replaced; one student of 216 has left, which is too few to show.
    expect(report.total.counts).toEqual({
      applicants: 464,
      qualified: 424,
      offered: expect.any(Number),
      accepted: 216,
      started: 216,
      withdrawn: null,
      judged: 0,
      completed: 0,
    });
    expect(report.total.attendanceRate).toBeGreaterThan(0.8);
    const applicants = report.rows.map(({ counts }) => counts.applicants);
    expect(applicants.filter((count) => count === null).length).toBeGreaterThan(1);
    expect(applicants.every((count) => count === null || count === 0 || count >= 5)).toBe(true);
    // As bytes: text() of fetch takes the byte order mark away.
    const csv = Buffer.from(await (await asked('indicators.csv?by=site&intake=NLP-2026')).arrayBuffer());
    expect(csv.toString('utf8').split('\r\n')[0]).toBe(
      '\ufeffSted;Søkere;Kvalifisert;Fikk tilbud;Har plass;Begynte;Sluttet;Vurdert;Fullførte;Oppmøte',
    );
  });

  it('is there to be followed event by event', async () => {
    const before = await eventCount(service.databaseUrl);
    const { code, out } = await kull(service, 'events', 'tail', '--once', '--after', '0');
    expect(code).toBe(0);
    // Reminders are on, and go on being told of meanwhile.
    const lines = out.trimEnd().split('\n').length;
    expect(lines).toBeGreaterThanOrEqual(before);
    expect(lines).toBeLessThanOrEqual(await eventCount(service.databaseUrl));
  }, 60_000);
});
