import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '@kull/event-store';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { loggedInAccount } from '../../../../test/harness/logged-in';
import { demonstrationFolder } from '../../test-model/intake-folder';
import { AppealedApplications } from '../commands/appealed-application';
import type { AssessmentWorkList } from './assessment-work.controller';
import type { DisqualificationView } from './disqualifications.controller';
import type { RankingView } from './ranking.view';

const file = (name: string): Buffer => readFileSync(join(demonstrationFolder(), name));

let api: TestApi;
let at: string;
let application: { readonly id: string; readonly applicationNo: string };
const cookies = new Map<string, string>();

interface Asked {
  readonly as: 'mli' | 'assessor-a';
  readonly json?: object;
  readonly csv?: Buffer;
  readonly put?: boolean;
}
const ask = async (url: string, { as, json, csv, put }: Asked) => {
  const payload = csv ?? (json && JSON.stringify(json));
  const reply = await api.fastify.inject({
    method: put ? 'PUT' : payload ? 'POST' : 'GET',
    url: `/api/v1${url}`,
    headers: {
      cookie: cookies.get(as)!,
      'idempotency-key': randomUUID(),
      'sec-fetch-site': 'same-origin',
      ...(payload && { 'content-type': csv ? 'text/csv' : 'application/json' }),
    },
    ...(payload && { payload }),
  });
  return { status: reply.statusCode, body: reply.json() as never };
};
const read = async <T>(url: string, as: Asked['as'] = 'mli'): Promise<T> => (await ask(url, { as })).body;
const score = (assessor: string, points: number, as: Asked['as'] = 'mli') =>
  ask(`${at}/assessment-imports`, {
    as,
    csv: Buffer.from(`application_no;assessor;score\r\n${application.applicationNo};${assessor};${points}\r\n`),
  });
const listed = async () => (await read<{ data: DisqualificationView[] }>(`${at}/disqualifications`)).data;
const rank = () => ask(`${at}/ranking-runs`, { as: 'mli', json: {} });
const lineOf = async () => (await read<RankingView>(`${at}/ranking`)).lines.find(({ id }) => id === application.id)!;

/** The demonstration's intake, ranked; the first who is qualified was scored by assessor-a and assessor-b. */
beforeAll(async () => {
  api = await createTestApi();
  cookies.set('mli', await loggedInAccount(api, 'mli', { role: 'administrator' }));
  cookies.set('assessor-a', await loggedInAccount(api, 'assessor-a', { role: 'assessor' }));
  const opened = await ask('/intakes', { as: 'mli', json: JSON.parse(file('intake.json').toString()) });
  at = `/intakes/${(opened.body as { id: string }).id}`;
  for (const name of ['hpr-register', 'municipalities'])
    await ask(`${at}/${name}`, { as: 'mli', csv: file(`${name}.csv`), put: true });
  await ask(`${at}/application-imports`, { as: 'mli', csv: file('applications.csv') });
  await ask(`${at}/assessment-imports`, { as: 'mli', csv: file('assessments.csv') });
  expect((await rank()).status).toBe(200);
  const { lines } = await read<RankingView>(`${at}/ranking`);
  const scoredByTwo = new Set(
    file('assessments.csv')
      .toString()
      .split('\r\n')
      .filter((row) => row.includes(';assessor-a;'))
      .map((row) => row.split(';')[0]),
  );
  const found = lines.find(({ status, applicationNo }) => status === 'QUALIFIED' && scoredByTwo.has(applicationNo))!;
  application = { id: found.id, applicationNo: found.applicationNo };
}, 120_000);
afterAll(() => api.close());

describe('an assessor who is partial', () => {
  const said = { ground: 'SAME_EMPLOYER', explanation: 'Vi er i samme lederteam.' };

  it('says so of themselves, and of nobody else', async () => {
    expect((await lineOf()).disqualified).toEqual([]);
    const other = await ask(`/applications/${application.id}/disqualifications`, {
      as: 'assessor-a',
      json: { ...said, assessor: 'assessor-b' },
    });
    expect(other).toMatchObject({ status: 403, body: { code: 'OWN_NAME_ONLY' } });
    const own = await ask(`/applications/${application.id}/disqualifications`, { as: 'assessor-a', json: said });
    expect(own).toEqual({
      status: 200,
      body: { id: application.id, assessor: 'assessor-a', isDisqualified: true },
    });
    const position = () => api.app.get(EventStore).reader.head();
    const before = await position();
    await ask(`/applications/${application.id}/disqualifications`, { as: 'assessor-a', json: said });
    expect(await position()).toBe(before);
  });

  it('is named to the office with what somebody else has to give, and the text is sealed', async () => {
    expect(await listed()).toMatchObject([
      { id: application.id, assessor: 'assessor-a', by: 'assessor-a', ...said, hadScored: true, wanted: 'SECOND' },
    ]);
    const rows = await api.app
      .get(EventStore)
      .query<{ text: string }>(`select data::text as text from log.event where type = 'AssessorDisqualified'`);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.text).not.toContain('lederteam');
    expect((await lineOf()).disqualified).toEqual(['assessor-a']);
    expect((await ask(`${at}/disqualifications`, { as: 'assessor-a' })).status).toBe(403);
  });

  it('sees the application no more, and gives it no score', async () => {
    const work = await read<AssessmentWorkList>(`${at}/assessment-work`, 'assessor-a');
    expect(work.data.some(({ id }) => id === application.id)).toBe(false);
    expect(work.disqualified).toMatchObject([{ applicationNo: application.applicationNo, ground: 'SAME_EMPLOYER' }]);
    for (const path of ['/documents', '/documents/00'])
      expect(await ask(`/applications/${application.id}${path}`, { as: 'assessor-a' })).toMatchObject({
        status: 403,
        body: { code: 'ASSESSOR_DISQUALIFIED' },
      });
    for (const as of ['assessor-a', 'mli'] as const)
      expect(await score('assessor-a', 3, as)).toMatchObject({
        status: 403,
        body: { code: 'ASSESSOR_DISQUALIFIED' },
      });
  });

  it('has their score left out: the ranking stops until somebody else has given one, and the file repeats itself', async () => {
    expect(await read(at)).toMatchObject({ isRanked: false });
    const stopped = await rank();
    expect(stopped).toMatchObject({ status: 409, body: { code: 'TOO_FEW_ASSESSMENTS' } });
    expect((stopped.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual([
      `/applications/${application.applicationNo}`,
    ]);
    const again = await ask(`${at}/assessment-imports`, { as: 'mli', csv: file('assessments.csv') });
    expect(again).toMatchObject({ status: 200, body: { taken: 0 } });
    // Both give the same, so that nobody asks for a third.
    await score('assessor-b', 70);
    await score('assessor-n', 70);
    expect((await listed())[0]).toMatchObject({ wanted: null });
    expect((await rank()).status).toBe(200);
    const explained = await read<{ requirements: { code: string; evidence: { who?: string }[] }[] }>(
      `/applications/${application.id}/explanation`,
    );
    const ranked = explained.requirements.find(({ code }) => code === 'RANKED')!;
    expect(ranked.evidence.flatMap(({ who }) => who ?? [])).toEqual(['assessor-b', 'assessor-n']);
  });

  it('is let in again by the office with a reason, never by themselves, and the score counts again', async () => {
    const withdraw = (json: object, as: Asked['as'] = 'mli') =>
      ask(`/applications/${application.id}/disqualification-withdrawals`, { as, json });
    const back = { assessor: 'assessor-a', reason: 'De sluttet å arbeide sammen i 2019.' };
    expect((await withdraw(back, 'assessor-a')).status).toBe(403);
    expect((await withdraw({ assessor: 'assessor-a' })).status).toBe(400);
    expect(await withdraw({ ...back, assessor: 'assessor-b' })).toMatchObject({ body: { code: 'NOT_DISQUALIFIED' } });
    const own = { ground: 'OTHER', explanation: 'Venn.' };
    await ask(`/applications/${application.id}/disqualifications`, { as: 'mli', json: own });
    expect(await withdraw({ ...back, assessor: 'mli' })).toMatchObject({
      status: 403,
      body: { code: 'OWN_IMPARTIALITY' },
    });
    expect((await withdraw(back)).status).toBe(200);
    expect((await listed()).map(({ assessor }) => assessor)).toEqual(['mli']);
    const work = await read<AssessmentWorkList>(`${at}/assessment-work`, 'assessor-a');
    expect(work.disqualified).toEqual([]);
    expect(work.data.find(({ id }) => id === application.id)!.own).not.toBeNull();
  });

  it('is too late once offers have been made', async () => {
    expect((await rank()).status).toBe(200);
    expect((await ask(`${at}/rounds/1/offers`, { as: 'mli', json: {} })).status).toBe(200);
    const late = await ask(`/applications/${application.id}/disqualifications`, { as: 'assessor-a', json: said });
    expect(late).toMatchObject({ status: 409, body: { code: 'INTAKE_DECIDED' } });
  });

  it('does not decide the appeal either', async () => {
    const { madeBy } = (await api.app.get(AppealedApplications).find(application.id))!;
    expect(madeBy).toContain('mli');
  });
});
