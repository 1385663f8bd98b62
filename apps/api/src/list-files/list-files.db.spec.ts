import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '@kull/event-store';
import readExcelFile from 'read-excel-file/universal';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { planCohort } from '../../../../test/harness/filled-cohort';
import { loggedInAccount } from '../../../../test/harness/logged-in';

let api: TestApi;
let classId: string;
let otherClass: string;
let students: readonly string[];
let others: readonly string[];
const cookies = new Map<string, string>();

beforeAll(async () => {
  api = await createTestApi();
  const [planned, other] = await planCohort(api.app, 'NLP-2026', { classes: 2, students: 3 });
  classId = planned!.id;
  otherClass = other!.id;
  students = planned!.students;
  others = other!.students;
  cookies.set('adm', await loggedInAccount(api, 'adm', { role: 'administrator' }));
  cookies.set('coo', await loggedInAccount(api, 'coo', { role: 'coordinator', classes: [classId] }));
  cookies.set('aud', await loggedInAccount(api, 'aud', { role: 'auditor' }));
  cookies.set('ass', await loggedInAccount(api, 'ass', { role: 'assessor' }));
}, 600_000);
afterAll(() => api?.close());

const list = (over: object = {}) => ({
  name: 'OSLO-1',
  address: '/klasser/NLP-2026/OSLO-1?vis=fare&sort=-poeng',
  columns: [
    { key: 'navn', title: 'Navn', type: 'text' },
    { key: 'poeng', title: 'Poeng', type: 'decimal' },
    { key: 'fra', title: 'Fra', type: 'date' },
  ],
  rows: [
    { person: { studentNo: students[1]!, classId }, cells: ['=Ås, Åse', 7.5, '2026-09-07'] },
    { person: { studentNo: students[0]!, classId }, cells: ['Berg, Bo', null, null] },
  ],
  ...over,
});
const ask = (body: object, who = 'adm') =>
  api.fastify.inject({
    method: 'POST',
    url: '/api/v1/list-files',
    headers: { cookie: cookies.get(who)!, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    payload: JSON.stringify(body),
  });
const noted = async (reader: string): Promise<number> => {
  const { data } = (
    await api.fastify.inject({
      url: `/api/v1/reads?reader=${reader}&limit=50`,
      headers: { cookie: cookies.get('aud')! },
    })
  ).json() as { data: readonly { operation: string }[] };
  return data.filter(({ operation }) => operation === 'exportList').length;
};

describe('a list as it is shown, as a file', () => {
  it('is CSV for a Norwegian Excel, in the order and with the columns shown', async () => {
    const answer = await ask(list({ format: 'csv' }));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('OSLO-1.csv');
    expect(answer.body).toBe("\ufeffNavn;Poeng;Fra\r\n'=Ås, Åse;7,5;07.09.2026\r\nBerg, Bo;;\r\n");
  });

  it('is a workbook that says where it was shown, by when, what the log had come to, and its fingerprint', async () => {
    const position = await api.app.get(EventStore).reader.head();
    const answer = await ask(list({ format: 'xlsx', position }));
    const [shown, about] = await readExcelFile(new Uint8Array(answer.rawPayload).buffer as ArrayBuffer);
    expect(shown!.data.slice(0, 2)).toEqual([
      ['Navn', 'Poeng', 'Fra'],
      ['=Ås, Åse', 7.5, new Date('2026-09-07')],
    ]);
    const machines = await ask(list({ format: 'csv', profile: 'rfc4180' }));
    expect(about!.sheet).toBe('Om denne filen');
    expect(new Map(about!.data.map(([key, value]) => [key, value]))).toEqual(
      new Map<unknown, unknown>([
        ['Liste', 'OSLO-1'],
        ['Utvalg', 'OSLO-1, slik den vises på /klasser/NLP-2026/OSLO-1?vis=fare&sort=-poeng'],
        ['Rader', 2],
        ['Laget', expect.any(Date)],
        ['Siste hendelse', position],
        ['SHA-256 av radene', createHash('sha256').update(machines.rawPayload).digest('hex')],
        ['Regnet av', 'Samme liste som CSV for maskiner (profile=rfc4180)'],
      ]),
    );
  });

  it('is noted as read of everybody in it', async () => expect(await noted('adm')).toBe(2));

  it('is of nobody whom the caller does not reach, and then nothing is noted', async () => {
    const stranger = { person: { studentNo: others[0]!, classId: otherClass }, cells: ['x', 1, null] };
    const refused = await ask(list({ format: 'csv', rows: [...list().rows, stranger] }), 'coo');
    expect([refused.statusCode, refused.json().errors]).toEqual([
      400,
      [{ pointer: '/rows/2/person', code: 'PERSON_UNKNOWN', detail: expect.any(String) }],
    ]);
    expect(await noted('coo')).toBe(0);
    expect((await ask(list({ format: 'csv' }), 'coo')).statusCode).toBe(200);
    expect(await noted('coo')).toBe(2);
  });

  it.each([
    ['a cell that is not of its column', { rows: [{ cells: ['x', 'seven', null] }] }],
    ['a row that lacks a cell', { rows: [{ cells: ['x', 1] }] }],
    ['a day that is none', { rows: [{ cells: ['x', 1, '2026-02-30'] }] }],
    ['no column', { columns: [], rows: [] }],
    ['a position that the log has not come to', { format: 'xlsx', position: 1_000_000_000, rows: [] }],
  ])('is refused with %s', async (_, over) => {
    expect((await ask(list({ format: 'csv', ...over }))).statusCode).toBe(400);
  });

  it('is for an auditor a list of events, and never one about persons', async () => {
    const refused = await ask(list({ format: 'csv' }), 'aud');
    expect([refused.statusCode, refused.json().errors[0].code]).toEqual([400, 'PERSON_UNKNOWN']);
    const rows = [{ cells: ['class.planned', 17, null] }, { cells: ['x'.repeat(32_767), null, null] }];
    const given = await ask(list({ format: 'csv', name: 'Logg', rows }), 'aud');
    expect(given.statusCode).toBe(200);
    expect(given.body).toContain('class.planned;17;\r\n');
    expect(await noted('aud')).toBe(0);
  });

  it('is not for who has no lists', async () => {
    expect((await ask(list({ format: 'csv' }), 'ass')).statusCode).toBe(403);
  });
});
