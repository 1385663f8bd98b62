import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '@kull/event-store';
import type { AwardConsequences } from '../../apps/api/src/award-preview/award-consequences';
import type { AwardPreview } from '../../libs/credits/src/http/award-view';
import { createTestApi, type TestApi } from '../harness/api';
import { settleCertificates } from '../harness/settled-certificates';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';

const spring = folderNamed('nla-2026-spring');
const fileOf = (name: string): Buffer => readFileSync(join(spring, name));

describe('what an award run would come to', () => {
  let api: TestApi;
  let client: CourseClient;
  let id: string;

  const preview = async (): Promise<AwardPreview> =>
    (await client.get<AwardPreview>(`/classes/${id}/award-preview`)).json();
  const consequences = async (): Promise<AwardConsequences> =>
    (await client.get<AwardConsequences>(`/classes/${id}/award-consequences`)).json();
  const groups = ({ data }: AwardPreview): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { group } of data) counts[group] = (counts[group] ?? 0) + 1;
    return counts;
  };

  beforeAll(async () => {
    api = await createTestApi();
    client = new CourseClient(api);
    const planned = await client.post<{ id: string }>('/classes', JSON.parse(fileOf('course.json').toString('utf8')));
    ({ id } = planned.json());
    await client.post(`/classes/${id}/participant-imports`, fileOf('participants.csv'));
    await client.post(`/classes/${id}/attendance-imports`, fileOf('attendance.csv'));
  });
  afterAll(() => api.close());

  it('is asked for a class that is there', async () => {
    for (const path of ['award-preview', 'award-consequences'])
      expect((await client.get(`/classes/cls_00000000000000000000000000/${path}`)).status).toBe(404);
  });

  it('waits for results, and stores nothing', async () => {
    const before = await client.events();
    const { classCode, gives, data } = await preview();
    expect([classCode, gives, data.length]).toEqual(['NLA-2026V-1', { ectsCredits: 5, coursePoints: 60 }, 30]);
    expect(new Set(data.map(({ group }) => group))).toEqual(new Set(['NOT_MET', 'NOT_APPLICABLE']));
    expect(data.every(({ before: judged }) => judged === null)).toBe(true);
    expect(await client.events()).toBe(before);
  });

  it('says whose number the register has not been asked about, and counts them as ready', async () => {
    await client.post(`/classes/${id}/result-imports`, fileOf('results.csv'));
    const { data } = await preview();
    const ready = data.filter(({ group }) => group === 'READY');
    expect(ready.length).toBeGreaterThan(10);
    expect(ready.every(({ hprNotLookedUp }) => hprNotLookedUp)).toBe(true);
    expect(data.find(({ studentNo }) => studentNo === 'S260023')).toMatchObject({ group: 'HELD' });
  });

  it('is what the run then comes to, student by student, and what follows from it', async () => {
    await client.put(`/classes/${id}/hpr-register`, fileOf('hpr-register.csv'));
    const previewed = await preview();
    expect(groups(previewed)).toEqual({ READY: 10, HELD: 8, NOT_MET: 10, NOT_APPLICABLE: 2 });
    expect(previewed.data.find(({ studentNo }) => studentNo === 'S260022')).toMatchObject({
      familyName: 'Haddad',
      after: { coursePoints: { status: 'HELD', amount: 0, reasons: ['HPR_UNKNOWN'] } },
    });
    const { coursePoints, ectsCredits, certificates, letters, refused } = await consequences();
    expect(coursePoints).toEqual({ students: 10, each: 60 });
    expect([certificates.issued, refused]).toEqual([10, []]);
    expect(Object.values(certificates.byLanguage).reduce((sum, one) => sum + one, 0)).toBe(10);
    expect(letters.sent + letters.notSent.length).toBe(10);
    for (const language of ['nb', 'nn', 'en']) {
      const example = await client.get(`/classes/${id}/files/certificate-example.pdf?language=${language}`);
      expect([example.status, example.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    }

    const ran = (await client.post<{ awarded: number }>(`/classes/${id}/award-runs`, {})).json();
    expect(ran).toMatchObject({ awarded: 10, held: 8, notMet: 10, notApplicable: 2 });
    const after = await preview();
    expect(groups(after)).toEqual({ AWARDED: 10, HELD: 8, NOT_MET: 10, NOT_APPLICABLE: 2 });
    expect(after.data.map((one) => one.before)).toEqual(previewed.data.map((one) => one.after));
    expect(after.data.filter((one) => one.before?.ectsCredits.status === 'AWARDED').length).toBe(ectsCredits.students);
    expect(await consequences()).toMatchObject({ coursePoints: { students: 0 }, certificates: { issued: 0 } });
  });

  it('leads to letters that are found by the class', async () => {
    await settleCertificates(api, id);
    const { data } = (await client.get<{ data: { certificateNo: string }[] }>(`/certificates?class=${id}`)).json();
    await api.app.get(Database, { strict: false }).query(
      `insert into reminders.due (id, programme_code, subject, about, step, version, recipient, channel, due_at, valid_until, send_after)
       values ('rem_1', 'NLA', 'CERTIFICATE_ISSUED', $1, 'ONCE', '1', 'per_1', 'MAIL', '2026-06-19T08:00Z', '2026-06-20T08:00Z', '2026-06-19T08:00Z')`,
      [data[0]!.certificateNo],
    );
    const letters = async (classId: string) =>
      (await client.get<{ counts: { PLANNED: number }; data: object[] }>(`/reminders?class=${classId}`)).json();
    expect(await letters(id)).toMatchObject({ counts: { PLANNED: 1 }, data: [{ about: data[0]!.certificateNo }] });
    expect(await letters('cls_other')).toMatchObject({ counts: { PLANNED: 0 }, data: [] });
  });
});
