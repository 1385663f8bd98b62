import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbook } from '@kull/tables';
import type { InjectOptions, Response } from 'light-my-request';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { demonstrationFolder, readIntakeFolder } from '../../test-model/intake-folder';
import { applicationColumns } from '../domain/application-facts';
import type { CheckedApplicationFile } from './application-checks.controller';
import type { NextRoundView } from './next-round.controller';
import type { ChangedOutcomeView } from './ranking.controller';
import type { RankingView } from './ranking.view';
import type { WaitingView } from './waiting.view';

const directory = demonstrationFolder();
const file = (name: string): Buffer => readFileSync(join(directory, name));
const { applications } = readIntakeFolder(directory);

let api: TestApi;
let at = '';

const send = (request: InjectOptions): Promise<Response> =>
  api.fastify.inject({
    ...request,
    url: `/api/v1${request.url as string}`,
    headers: { authorization: api.authorization, 'idempotency-key': randomUUID(), ...request.headers },
  });
const json = (url: string, body: object): Promise<Response> =>
  send({ method: 'POST', url, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) });
const csv = (method: 'POST' | 'PUT', url: string, body: Buffer): Promise<Response> =>
  send({ method, url, headers: { 'content-type': 'text/csv' }, payload: body });
const get = async <T>(url: string): Promise<T> => (await send({ method: 'GET', url })).json();
const ranking = (): Promise<RankingView> => get(`${at}/ranking`);
const events = async (): Promise<number> => (await get<{ position: number }>('/overview')).position;

const open = async (definition: object): Promise<string> =>
  `/intakes/${(await json('/intakes', definition)).json<{ id: string }>().id}`;

const takeIn = async (where: string): Promise<void> => {
  for (const [method, path, name] of [
    ['PUT', 'hpr-register', 'hpr-register.csv'],
    ['PUT', 'municipalities', 'municipalities.csv'],
    ['POST', 'application-imports', 'applications.csv'],
    ['POST', 'assessment-imports', 'assessments.csv'],
  ] as const)
    expect((await csv(method, `${where}/${path}`, file(name))).statusCode).toBe(200);
  expect((await json(`${where}/ranking-runs`, {})).statusCode).toBe(200);
};

const definition = JSON.parse(file('intake.json').toString('utf8')) as {
  lotterySeed: string;
  classes: { code: string }[];
  rounds: { replyBy: string }[];
};

beforeAll(async () => {
  api = await createTestApi();
  at = await open(definition);
}, 60_000);
afterAll(() => api.close());

describe('a file of applications is looked through first', () => {
  const check = async (body: Buffer, query = ''): Promise<CheckedApplicationFile> => {
    const answer = await csv('POST', `${at}/application-checks${query}`, body);
    expect([answer.statusCode, answer.body]).toEqual([200, answer.body]);
    return answer.json();
  };

  it('without anything being stored, and without a key', async () => {
    const before = await events();
    const checked = await check(file('applications.csv'));
    expect(checked.check).toMatchObject({ rows: 477, takenIn: 468, unchanged: 0 });
    expect([checked.check!.rejected.length, checked.check!.replaced.length]).toEqual([9, 4]);
    expect(checked.records).toHaveLength(477);
    expect(await events()).toBe(before);
    const keyless = await api.fastify.inject({
      method: 'POST',
      url: `/api/v1${at}/application-checks`,
      headers: { authorization: api.authorization, 'content-type': 'text/csv' },
      payload: file('applications.csv'),
    });
    expect(keyless.statusCode).toBe(200);
  });

  it('as a workbook with headers as people write them', async () => {
    type Row = (typeof applications)[number];
    const columns = applicationColumns.map((key) => ({
      key,
      title: key === 'employer' ? 'Hvor jobber du?' : key,
      type: 'text' as const,
      value: (row: Row) => row[key],
    }));
    const about = { language: 'nb' as const, query: '', madeAt: '2026-04-01T08:00:00.000Z', position: 0 };
    const book = await workbook({ name: 'Søknader', columns }, applications.slice(0, 20), about);
    const upload = (query: string) =>
      send({
        method: 'POST',
        url: `${at}/application-checks${query}`,
        headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
        payload: Buffer.from(book),
      });
    const first = (await upload('')).json<CheckedApplicationFile>();
    expect(first).toMatchObject({
      format: 'xlsx',
      check: null,
      missing: [{ column: 'employer', title: 'Arbeidsgiver' }],
    });
    const chosen = encodeURIComponent(JSON.stringify({ employer: 'Hvor jobber du?' }));
    const second = (await upload(`?columns=${chosen}`)).json<CheckedApplicationFile>();
    expect(second.missing).toEqual([]);
    expect(second.records[0]!.employer).toBe(applications[0]!.employer);
  });

  it('its rows taken in again as they were read change nothing', async () => {
    await takeIn(at);
    const { check: again, records } = await check(file('applications.csv'));
    expect(again).toMatchObject({ takenIn: 0, unchanged: 468 });
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    const rebuilt = [applicationColumns, ...records.map((row) => applicationColumns.map((key) => row[key]))]
      .map(
        (cells) => `${cells.map(quoted).join(';')}
`,
      )
      .join('');
    const imported = await csv('POST', `${at}/application-imports`, Buffer.from(rebuilt));
    expect(imported.json()).toMatchObject({ takenIn: 0, unchanged: 468 });
  });
});

describe('the ranking', () => {
  it('shows the first round as it will be, and then as it was made', async () => {
    const before = await ranking();
    expect(before).toMatchObject({ round: 1, isMade: false, isCurrent: true, lotterySeed: 'NLP-2026:kull-1' });
    expect(before.quotas.map(({ places, competitors }) => [places, competitors])).toEqual([
      [20, 25],
      [196, 424],
    ]);
    expect(before.lines).toHaveLength(468);
    expect(before.lines.filter(({ status }) => status === 'QUALIFIED').every(({ places }) => places.length > 0)).toBe(
      true,
    );
    const { next } = await get<NextRoundView>(`${at}/next-round`);
    expect(next).toMatchObject({ round: 1, of: 4, openOffers: 0 });
    const offers = (view: RankingView) => view.lines.map(({ applicationNo, offer }) => [applicationNo, offer]);
    expect(next!.offers.map(({ applicationNo }) => applicationNo).sort()).toEqual(
      before.lines
        .filter(({ offer }) => offer)
        .map(({ applicationNo }) => applicationNo)
        .sort(),
    );
    expect((await json(`${at}/rounds/1/offers`, {})).json()).toEqual({ offers: 216 });
    const after = await ranking();
    expect(after).toMatchObject({ round: 1, isMade: true });
    expect(offers(after)).toEqual(offers(before));
  });

  it('says which offer was given, and who may be answered for', async () => {
    const { data } = await get<{ data: { id: string; better: string[]; class: string; wishNo: number }[] }>(
      `${at}/rounds/1/offers`,
    );
    expect(data).toHaveLength(216);
    for (const { better, wishNo } of data) expect(better).toHaveLength(wishNo - 1);
  });
});

describe('what if', () => {
  it('is refused before a ranking, and for an unknown run', async () => {
    const other = await open({ ...definition, intake: 'NLP-2027' });
    expect((await json(`${other}/what-ifs`, {})).json()).toMatchObject({ code: 'NOT_RANKED' });
    expect(await get(`${at}/ranking-comparison?from=1&to=9`)).toMatchObject({ code: 'RUN_UNKNOWN' });
  });

  it('comes to what a committed run with those rules comes to, and stores nothing', async () => {
    const before = await events();
    const supposition = { classes: [{ code: 'OSLO-1', capacity: 60 }], bonus: { recommendation: 5 } };
    const supposed = (await json(`${at}/what-ifs`, supposition)).json<{ data: ChangedOutcomeView[] }>().data;
    expect(await events()).toBe(before);
    const committed = await open({
      ...definition,
      intake: 'NLP-2026-B',
      bonus: { recommendation: 5, sameMunicipalityDifferentService: 2 },
      classes: definition.classes.map((one) => (one.code === 'OSLO-1' ? { ...one, capacity: 60 } : one)),
    });
    await takeIn(committed);
    const offersOf = (view: RankingView) =>
      new Map(view.lines.map(({ applicationNo, offer }) => [applicationNo, offer && `${offer.quota} ${offer.class}`]));
    const [now, then] = [offersOf(await ranking()), offersOf(await get<RankingView>(`${committed}/ranking`))];
    const expected = [...then].filter(([no, offer]) => now.get(no) !== offer).map(([no, offer]) => [no, offer ?? null]);
    expect(supposed.length).toBeGreaterThan(0);
    expect(
      supposed.map(({ applicationNo, after: { offer } }) => [
        applicationNo,
        offer ? `${offer.quota} ${offer.class}` : null,
      ]),
    ).toEqual(expected.sort());
  }, 120_000);
});

/** A PDF as text, its numbers of application as they stand in it. */
const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 50_000_000 });

describe('two runs', () => {
  it('differ in those whose outcome changed, and say by what', async () => {
    const where = await open({ ...definition, intake: 'NLP-2026-C' });
    await takeIn(where);
    const view = await get<RankingView>(`${where}/ranking`);
    const last = view.lines
      .filter(({ places }) => places.length === 1)
      .sort((one, other) => other.places[0]!.position - one.places[0]!.position)[0]!;
    const raised = Buffer.from(
      `application_no;assessor;score\r\n${last.applicationNo};assessor-a;100\r\n${last.applicationNo};assessor-b;100\r\n`,
    );
    expect((await csv('POST', `${where}/assessment-imports`, raised)).statusCode).toBe(200);
    expect(await get<RankingView>(`${where}/ranking`)).toMatchObject({ isCurrent: false });
    expect((await json(`${where}/ranking-runs`, {})).statusCode).toBe(200);
    const { data: runs } = await get<{ data: { run: number }[] }>(`${where}/ranking-runs`);
    expect(runs.map(({ run }) => run)).toEqual([1, 2]);
    const { data } = await get<{ data: ChangedOutcomeView[] }>(`${where}/ranking-comparison?from=1&to=2`);
    const changed = data.find(({ applicationNo }) => applicationNo === last.applicationNo)!;
    expect(changed.by).toBe('ASSESSMENTS');
    expect(changed.before!.offer).toBeUndefined();
    expect(changed.after.offer).toBeDefined();
    expect(data.filter((one) => one !== changed).every(({ by }) => by === 'OTHERS')).toBe(true);
    expect(await get(`${where}/ranking-comparison?from=2&to=2`)).toEqual({ data: [] });

    const protocol = async (run: number): Promise<Response> =>
      send({ method: 'GET', url: `${where}/ranking-runs/${run}/protocol.pdf` });
    const [first, second] = [await protocol(1), await protocol(2)];
    expect(first.headers['content-disposition']).toContain('Protokoll NLP-2026-C');
    const [one, two] = [textOf(first.rawPayload), textOf(second.rawPayload)];
    expect(one).toContain('Kjøring 1');
    expect(one).toContain(definition.lotterySeed);
    expect(one).toContain('Den allmenne kvoten');
    expect(one).toMatch(/Like poeng som nr\. \d+/);
    expect(one).toContain('Underskrift');
    // The one who was raised stands last in the first run and first, or nearly, in the second.
    const placeOf = (text: string): number => Number(new RegExp(`(\\d+) +${last.applicationNo} +\\d`).exec(text)?.[1]);
    expect(placeOf(one)).toBe(last.places[0]!.position);
    expect(placeOf(two)).toBeLessThan(20);
    // What was printed is printed again, byte for byte, whatever has happened since.
    expect(Buffer.compare((await protocol(1)).rawPayload, first.rawPayload)).toBe(0);
    expect([(await protocol(3)).statusCode, (await protocol(3)).json().code]).toEqual([404, 'RUN_UNKNOWN']);
  }, 60_000);
});

describe('round by round', () => {
  it('foresees every round once the one before is closed, and the waiting lists end as the file has them', async () => {
    const wereThen: (readonly [day: string, lists: readonly WaitingView[]])[] = [];
    for (const round of [1, 2, 3, 4]) {
      if (round > 1) {
        const { next } = await get<NextRoundView>(`${at}/next-round`);
        expect(next).toMatchObject({ round, previousIsClosed: true, openOffers: 0 });
        const made = (await json(`${at}/rounds/${round}/offers`, {})).json<{ offers: number }>();
        expect(next!.offers).toHaveLength(made.offers);
        const { data } = await get<{ data: { applicationNo: string }[] }>(`${at}/rounds/${round}/offers`);
        expect(next!.offers.map(({ applicationNo }) => applicationNo).sort()).toEqual(
          data.map(({ applicationNo }) => applicationNo),
        );
      }
      await csv('POST', `${at}/rounds/${round}/answer-imports`, file('answers.csv'));
      const open = await get<NextRoundView>(`${at}/next-round`);
      if (open.next) expect(open.next.previousIsClosed).toBe(false);
      await json(`${at}/rounds/${round}/closings`, {});
      const { data } = await get<{ data: WaitingView[] }>(`${at}/waiting-lists`);
      wereThen.push([definition.rounds[round - 1]!.replyBy.slice(0, 10), data]);
      const { intakes } = await get<{ intakes: { code: string; waiting: number }[] }>('/overview');
      expect(intakes.find(({ code }) => code === 'NLP-2026')!.waiting).toBe(
        new Set(data.map(({ applicationNo }) => applicationNo)).size,
      );
    }
    expect(await get<NextRoundView>(`${at}/next-round`)).toEqual({ next: null });
    const { data } = await get<{ data: WaitingView[] }>(`${at}/waiting-lists`);
    await json(`${at}/completions`, {});
    const stored = (await send({ method: 'GET', url: `${at}/files/waiting-lists.csv` })).body
      .trim()
      .split('\r\n')
      .slice(1);
    expect(data.map((line) => `${line.class};${line.quota};${line.position};${line.applicationNo}`).sort()).toEqual(
      stored.sort(),
    );
    expect(data.some(({ moves }) => moves.length > 0)).toBe(true);
    // Of any day, now that all is over, they are as they were then (W31).
    const ask = async (query: string) => (await get<{ data: WaitingView[] }>(`${at}/waiting-lists?${query}`)).data;
    for (const [day, lists] of wereThen) expect(await ask(`validOn=${day}`)).toEqual(lists);
    expect(await ask('validOn=2026-04-01')).toEqual([]);
    expect(await ask('validOn=2026-12-31&knownAt=2026-01-01T00:00:00Z')).toEqual([]);
  }, 60_000);
});
