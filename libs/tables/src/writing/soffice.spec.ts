import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvForMachines, csvForPeople, workbook } from '..';
import { exampleAbout } from '../testing/example';

/** Names that a program for tables may take for something to work out (S04). */
const names = [
  '=HYPERLINK("https://example.org";"Trykk her")',
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1;1)',
  '\t=1+1',
  '\r=1+1',
  '"=1+1',
  ';=1+1',
  'Nordmann;=1+1',
];
const table = {
  name: 'Liste',
  columns: [{ key: 'name', title: 'Navn', type: 'text' as const, value: ({ name }: { name: string }) => name }],
};
const rows = names.map((name) => ({ name }));
/** Semicolons, UTF-8, from line 1, and whatever begins like a formula is worked out: the least careful way to open it. */
const CARELESS = 'CSV:59,34,76,1,,0,false,true,false,false,false,-1,true';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kull-soffice-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface OpenedCell {
  readonly type: string;
  readonly isFormula: boolean;
  readonly text: string;
}

const decoded = (xml: string): string =>
  xml
    .replaceAll(/<text:(?:s|tab)\/>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#x0d;', '\r')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The cells of the first sheet as LibreOffice has them once it has opened the file. */
const opened = (name: string, content: Uint8Array): readonly OpenedCell[] => {
  writeFileSync(join(folder, name), content);
  const own = `-env:UserInstallation=file://${folder}/profile`;
  const filter = name.endsWith('.csv') ? [`--infilter=${CARELESS}`] : [];
  const to = ['--convert-to', 'fods:OpenDocument Spreadsheet Flat XML', '--outdir', folder];
  execFileSync('soffice', [own, '--headless', ...filter, ...to, join(folder, name)], {
    stdio: 'pipe',
    timeout: 100_000,
  });
  const xml = readFileSync(join(folder, name.replace(/\.\w+$/, '.fods')), 'utf8');
  const [sheet = ''] = /<table:table .*?<\/table:table>/s.exec(xml) ?? [];
  return [...sheet.matchAll(/<table:table-cell ([^>]*[^/>])>(.*?)<\/table:table-cell>/gs)].map(
    ([, given = '', text = '']) => ({
      type: /office:value-type="(\w+)"/.exec(given)?.[1] ?? '',
      isFormula: given.includes('table:formula'),
      text: decoded(text).trim(),
    }),
  );
};

describe('what LibreOffice makes of a list with names that begin like formulas', () => {
  it('is text in each cell of the CSV for people', () => {
    const cells = opened('people.csv', csvForPeople(table, rows));
    expect(cells).toHaveLength(names.length + 1);
    expect(cells.filter(({ type, isFormula }) => isFormula || type !== 'string')).toEqual([]);
  });

  it('is text in each cell of the workbook, letter for letter', async () => {
    const cells = opened('list.xlsx', await workbook(table, rows, exampleAbout));
    expect(cells.filter(({ type, isFormula }) => isFormula || type !== 'string')).toEqual([]);
    expect(cells.slice(1, names.length + 1).map(({ text }) => text)).toEqual(names.map((name) => name.trim()));
  });

  it('is a formula where nothing was done about it, so that the two above could fail', () => {
    const cells = opened('machines.csv', csvForMachines(table, rows));
    expect(cells.filter(({ isFormula }) => isFormula).length).toBeGreaterThan(1);
  });
});
