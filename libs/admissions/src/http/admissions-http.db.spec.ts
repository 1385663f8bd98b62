import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleFile } from '@kull/kernel/rule-file';
import type { InjectOptions, Response } from 'light-my-request';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { demonstrationFolder, readIntakeFolder } from '../../test-model/intake-folder';
import { type WholeRun, wholeRun } from '../../test-model/whole-run';

const directory = demonstrationFolder();
const file = (name: string): Buffer => readFileSync(join(directory, name));
const expected = wholeRun(readIntakeFolder(directory)) as WholeRun;

let api: TestApi;
let id = '';

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const send = (request: InjectOptions): Promise<Response> =>
  api.fastify.inject({
    ...request,
    url: `/api/v1${request.url as string}`,
    headers: { authorization: api.authorization, 'idempotency-key': randomUUID(), ...request.headers },
  });
const json = (method: 'POST' | 'PUT', url: string, body: string): Promise<Response> =>
  send({ method, url, headers: { 'content-type': 'application/json' }, payload: body });
const csv = (method: 'POST' | 'PUT', url: string, body: Buffer): Promise<Response> =>
  send({ method, url, headers: { 'content-type': 'text/csv' }, payload: body });
const get = (url: string): Promise<Response> => send({ method: 'GET', url });

const files = async (): Promise<readonly string[]> =>
  Promise.all(
    ['decisions.csv', 'offers.csv', 'class-lists.csv', 'waiting-lists.csv'].map(
      async (name) => (await get(`/intakes/${id}/files/${name}`)).body,
    ),
  );

/** Every step after the opening, as the command line takes them; the bodies of the answers. */
const runThrough = async (): Promise<readonly unknown[]> => {
  const at = `/intakes/${id}`;
  const answers = [
    await csv('PUT', `${at}/hpr-register`, file('hpr-register.csv')),
    await csv('PUT', `${at}/municipalities`, file('municipalities.csv')),
    await csv('POST', `${at}/application-imports`, file('applications.csv')),
    await csv('POST', `${at}/assessment-imports`, file('assessments.csv')),
    await json('POST', `${at}/ranking-runs`, '{}'),
  ];
  for (const round of [1, 2, 3, 4]) {
    answers.push(
      await json('POST', `${at}/rounds/${round}/earmarked-releases`, '{}'),
      await json('POST', `${at}/rounds/${round}/offers`, '{}'),
      await csv('POST', `${at}/rounds/${round}/answer-imports`, file('answers.csv')),
      await json('POST', `${at}/rounds/${round}/closings`, '{}'),
    );
  }
  answers.push(await json('POST', `${at}/completions`, '{}'));
  for (const { statusCode, body } of answers) expect([statusCode, body]).toEqual([200, body]);
  return answers.map((answer) => answer.json());
};

describe('an intake over HTTP', () => {
  it('is opened once', async () => {
    const document = file('intake.json').toString('utf8');
    const opened = await json('POST', '/intakes', document);
    expect(opened.statusCode).toBe(201);
    id = opened.json().id;
    expect(opened.headers.location).toBe(`/api/v1/intakes/${id}`);
    const again = await json('POST', '/intakes', document);
    expect([again.statusCode, again.json()]).toEqual([200, { id, code: 'NLP-2026', status: 'open' }]);
    const other = await json('POST', '/intakes', document.replace('kull-1', 'kull-2'));
    expect([other.statusCode, other.json().code]).toEqual([409, 'INTAKE_DIFFERS']);
  });

  it('is refused when its document makes no sense', async () => {
    const document = file('intake.json').toString('utf8').replace('"capacity": 54', '"capacity": 4');
    const refused = await json('POST', '/intakes', document);
    expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([400, '/classes/0']);
  });

  it('refuses a file that lacks a column, whole', async () => {
    const refused = await csv('POST', `/intakes/${id}/assessment-imports`, Buffer.from('application_no;score\r\n'));
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'MISSING_COLUMN']);
  });

  it('names the applications that lack assessments', async () => {
    await csv('POST', `/intakes/${id}/application-imports`, file('applications.csv'));
    const refused = await json('POST', `/intakes/${id}/ranking-runs`, '{}');
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'TOO_FEW_ASSESSMENTS']);
    expect(refused.json().errors).toHaveLength(424);
  });

  it('goes through all steps and gives the files of selection.md 7', async () => {
    await runThrough();
    const { decisions, offers, classLists, waitingLists } = expected.files;
    expect(await files()).toEqual([decisions, offers, classLists, waitingLists].map(ruleFile));
  });

  it('changes nothing and answers the same when all is done once more', async () => {
    const first = await runThrough();
    const before = [await files(), (await get('/events?after=0&limit=1')).json()];
    expect(await runThrough()).toEqual(first);
    expect([await files(), (await get('/events?after=0&limit=1')).json()]).toEqual(before);
  });

  it('refuses applications that would change what offers were made by', async () => {
    const changed = Buffer.from(file('applications.csv').toString('utf8').replace(';BACHELOR;', ';MASTER;'));
    const refused = await csv('POST', `/intakes/${id}/application-imports`, changed);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'INTAKE_DECIDED']);
  });

  it('shows itself in numbers, with a version', async () => {
    const shown = await get(`/intakes/${id}`);
    expect(shown.headers.etag).toMatch(/^"\d+"$/);
    expect(shown.json()).toMatchObject({
      status: 'completed',
      applications: { takenIn: 468, byStatus: { QUALIFIED: 424 } },
      offers: { made: 274, open: 0 },
      completion: { placesHeld: 216 },
    });
    const list = await get('/intakes');
    expect(list.json().data).toMatchObject([{ code: 'NLP-2026', places: 216, status: 'completed' }]);
    const overview = await get('/overview');
    expect(overview.json().intakes).toMatchObject([{ code: 'NLP-2026', places: 216, taken: 216, free: 0 }]);
  });

  it('explains every application, and lists them a page at a time', async () => {
    const first = (await get(`/applications?intake=${id}&limit=2&status=QUALIFIED`)).json();
    expect(first.data).toHaveLength(2);
    const second = (await get(`/applications?intake=${id}&limit=2&status=QUALIFIED&cursor=${first.nextCursor}`)).json();
    expect(second.data[0].applicationNo > first.data[1].applicationNo).toBe(true);
    const placeless = expected.decisions.find(({ smallestChange }) => smallestChange?.oneMorePlace)!;
    const all = (await get(`/applications?intake=${id}&limit=200`)).json();
    const next = (await get(`/applications?intake=${id}&limit=200&cursor=${all.nextCursor}`)).json();
    const { id: application } = [...all.data, ...next.data].find(
      ({ applicationNo }) => applicationNo === placeless.applicationNo,
    );
    expect((await get(`/applications/${application}`)).json()).toMatchObject({ status: 'QUALIFIED', place: null });
    const explanation = (await get(`/applications/${application}/explanation`)).json();
    expect(explanation.outcome).toBe('WAITING');
    expect(explanation.requirements.find(({ code }: { code: string }) => code === 'PLACE').evidence).toContainEqual({
      record: 'ONE_MORE_PLACE_IN_CLASS',
      value: placeless.smallestChange!.oneMorePlace!.class,
    });
  });

  it('says what it does not know', async () => {
    expect((await get('/intakes/int_none')).json().code).toBe('INTAKE_UNKNOWN');
    expect((await get('/applications/app_none')).json().code).toBe('APPLICATION_UNKNOWN');
    expect((await json('POST', `/intakes/${id}/rounds/7/offers`, '{}')).json().code).toBe('ROUND_UNKNOWN');
    const answer = await json('POST', '/offers/ofr_none/answers', '{"answer":"ACCEPT","keepWaiting":false}');
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'OFFER_UNKNOWN']);
  });
});
