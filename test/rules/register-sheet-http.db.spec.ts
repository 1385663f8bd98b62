import { asFile, run, textOf } from '@kull/documents/testing/tools';
import { createTestApi, type TestApi } from '../harness/api';
import { type AttendedClass, AttendedCohort } from './attended-cohort';

interface Imported {
  readonly rows: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly notMarked: number;
  readonly rejected: readonly { readonly row: number; readonly code: string; readonly message: string }[];
}

let api: TestApi;
let cohort: AttendedCohort;
let oslo: AttendedClass;
let trondheim: AttendedClass;
beforeAll(async () => {
  api = await createTestApi();
  cohort = new AttendedCohort(api);
  oslo = await cohort.plan('OSLO-1', 53);
  trondheim = await cohort.plan('TRONDHEIM-1', 2);
  await cohort.makeUp(trondheim.students[0]!, trondheim, oslo, 1);
  await cohort.at('2026-09-14T12:00:00.000Z');
});
afterAll(() => api.close());

const sheetOf = async (session: string): Promise<Buffer> => {
  const { rawPayload, headers } = await api.app.inject({
    method: 'GET',
    url: `/api/v1/classes/${oslo.id}/registers/${session}/sheet.pdf`,
    headers: { authorization: api.authorization },
  });
  expect(headers['content-type']).toBe('application/pdf');
  return rawPayload;
};
const rowCodesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^.*\b([0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z])$/gm)].map(([, code]) => code!);

const header = 'row_code;presence;late_hours;left_early_hours;observed_by;note';
const typed = async (session: string, ...lines: readonly string[]): Promise<Imported> => {
  const file = Buffer.from(`\ufeff${[header, ...lines].join('\r\n')}\r\n`);
  const answer = await cohort.client.post<Imported>(`/classes/${oslo.id}/registers/${session}/sheet-imports`, file);
  expect(answer.status).toBe(200);
  return answer.json();
};
const markedIn = async (session: string) =>
  (
    await cohort.client.get<{
      students: { counts?: { presence: string; attendedHours: number; by: string }; marks: { source: string }[] }[];
    }>(`/classes/${oslo.id}/registers/${session}`)
  )
    .json()
    .students.filter(({ marks }) => marks.length > 0);

describe('a register on paper', () => {
  let text: string;
  let codes: readonly string[];

  it('is printed on two pages, with everybody who is expected, by family name', async () => {
    const pdf = await sheetOf('G1-1');
    text = textOf(pdf);
    codes = rowCodesIn(text);
    expect(codes).toHaveLength(54);
    expect(new Set(codes).size).toBe(54);
    expect(text.match(/gjest fra TRONDHEIM-1/g)).toHaveLength(1);
    expect(text).toMatch(/^Oppmøte OSLO-1 G1-1 G1-1$/m);
    expect(asFile(pdf, (path) => run('pdfinfo', [path]))).toMatch(/Pages:\s+2\n/);
    expect(asFile(pdf, (path) => run('qpdf', ['--check', path]))).toContain('No syntax or stream encoding errors');
  });

  it('bears the same codes when it is printed again, and others for another session', async () => {
    expect(rowCodesIn(textOf(await sheetOf('G1-1')))).toEqual(codes);
    const other = rowCodesIn(textOf(await sheetOf('G1-2')));
    expect(new Set([...codes, ...other]).size).toBe(108);
  });

  it('comes back typed, and the same file again changes nothing', async () => {
    const lines = codes.map((code, i) => {
      if (i === 0) return `${code.toLowerCase()};G;;;anna-t;syk i dag`;
      if (i === 1) return `${code};F;;;anna-t;`;
      if (i === 2) return `${code};T;0,5;1.0;anna-t;`;
      return i === 3 ? `${code};;;;;` : `${code};T;;;;`;
    });
    const counts = { rows: 54, conflicts: 0, notMarked: 1, rejected: [] };
    expect(await typed('G1-1', ...lines)).toEqual({ ...counts, recorded: 53, unchanged: 0 });
    const events = await cohort.client.events();
    expect(await typed('G1-1', ...lines, '')).toEqual({ ...counts, recorded: 0, unchanged: 53 });
    expect(await cohort.client.events()).toBe(events);

    const marked = await markedIn('G1-1');
    expect(marked).toHaveLength(53);
    const said = marked.map(
      ({ counts: { presence, attendedHours, by } = { presence: '', attendedHours: 0, by: '' } }) =>
        [presence, attendedHours, by].join(' '),
    );
    expect([...new Set(said)].sort()).toEqual([
      'ABSENT 0 anna-t',
      'EXCUSED 0 anna-t',
      'PRESENT 2.5 anna-t',
      'PRESENT 4 admin',
    ]);
    expect(new Set(marked.flatMap(({ marks }) => marks.map(({ source }) => source)))).toEqual(new Set(['PAPER']));
  });

  it('says of each row what is wrong with it', async () => {
    const [first = '', second = ''] = codes;
    const mistyped = `${first.startsWith('7') ? '8' : '7'}${first.slice(1)}`;
    const [other = ''] = rowCodesIn(textOf(await sheetOf('G1-2')));
    const { recorded, unchanged, rejected } = await typed(
      'G1-1',
      `${mistyped};T;;;;`,
      `${other};T;;;;`,
      `${first};X;;;;`,
      `${second};T;9;;;`,
      `${codes[4]};T;;;;`,
      `${codes[4]};F;;;;`,
      `${codes[5]};F;;;;`,
    );
    expect([recorded, unchanged]).toEqual([0, 1]);
    expect(rejected.map(({ row, code }) => [row, code])).toEqual([
      [1, 'UNKNOWN_ROW_CODE'],
      [2, 'OTHER_SESSION'],
      [3, 'INVALID_PRESENCE'],
      [4, 'INVALID_HOURS'],
      [6, 'DUPLICATE_ROW'],
      [7, 'MARK_DIFFERS'],
    ]);
    expect(rejected[0]!.message).toContain('kontrolltegnet stemmer ikke');
    expect(rejected[1]!.message).toContain('G1-2');
    expect(JSON.stringify(rejected)).not.toContain(mistyped);
  });

  it('is there for sessions of the class only', async () => {
    expect((await cohort.client.get(`/classes/${oslo.id}/registers/G9-9/sheet.pdf`)).status).toBe(404);
    expect((await cohort.client.get('/classes/cls_none/registers/G1-1/sheet.pdf')).status).toBe(404);
  });
});
