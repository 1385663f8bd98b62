import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { csvForMachines, csvForPeople, tableReply, workbook } from '..';
import { exampleAbout, exampleRows, exampleTable } from '../testing/example';

const golden = (name: string): Buffer => readFileSync(join(__dirname, '../golden', name));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const one = (value: string) => ({
  name: 'Liste',
  columns: [{ key: 'text', title: 'Tekst', type: 'text' as const, value: () => value }],
});

describe('CSV for people', () => {
  it('is, byte for byte, what a Norwegian Excel opens', () => {
    expect(Buffer.compare(csvForPeople(exampleTable, exampleRows), golden('people.csv'))).toBe(0);
  });
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('makes %j harmless', (cell) => {
    expect(text(csvForPeople(one(cell), [{}]))).toContain(`'${cell}`);
  });
  it('cuts shares, so that what lacks a little of a limit is not shown as the limit', () => {
    const share = (value: number) => ({
      name: 'Liste',
      columns: [{ key: 'share', title: 'Andel', type: 'share' as const, value: () => value }],
    });
    const shown = [0.799999, 0.8, 0.29, 1, 0].map((value) => text(csvForPeople(share(value), [{}])).split('\r\n')[1]);
    expect(shown).toEqual(['79,99 %', '80 %', '29 %', '100 %', '0 %']);
  });
});

describe('CSV for machines', () => {
  it('is, byte for byte, what RFC 4180 and ISO 8601 say', () => {
    expect(Buffer.compare(csvForMachines(exampleTable, exampleRows), golden('machines.csv'))).toBe(0);
  });
  it('leaves texts as they are', () => {
    expect(text(csvForMachines(one('=1+1'), [{}]))).toBe('text\r\n=1+1\r\n');
  });
});

describe('a workbook', () => {
  const parts = async () => {
    const files = unzipSync(await workbook(exampleTable, exampleRows, exampleAbout));
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  };

  it('has typed cells', async () => {
    const [list] = await readExcelFile((await workbook(exampleTable, exampleRows, exampleAbout)).buffer as ArrayBuffer);
    expect(list!.sheet).toBe('Klasseliste OSLO-2');
    expect(list!.data).toEqual([
      exampleTable.columns.map(({ title }) => title),
      [
        'Ærlig Ødegård, Åse',
        '0091449',
        '0484',
        'sier «ja»; og "nei"\nlinje to, og tre',
        44,
        58.5,
        0.9166666666666666,
        new Date('1979-02-28'),
        expect.any(Date),
      ],
      [
        '=HYPERLINK("https://example.org";"klikk")',
        '+47 123',
        '9990',
        '-1',
        -1,
        -7.5,
        0.79999,
        new Date('2000-02-29'),
        new Date('2027-01-01T00:00:00Z'),
      ],
      ['@constructor', null, '0001', 'constructor', 0, 1e-7, 1, '1899-12-31', new Date('2026-01-15T12:00:00Z')],
      ['Tom', null, '7010', null, null, null, null, null, null],
    ]);
  });

  it('is XML with texts, numbers, dates, no formula, a frozen bold header, widths and a filter', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '', 'xl/styles.xml': styles = '' } = await parts();
    expect(sheet).toBe(golden('sheet1.xml').toString('utf8'));
    expect(styles).toBe(golden('styles.xml').toString('utf8'));
    expect(sheet).not.toContain('<f>');
    expect(sheet).toMatch(/<pane ySplit="1" [^>]*topLeftCell="A2" [^>]*state="frozen"\/>/);
    expect(sheet).toContain('<autoFilter ref="A1:I5"/>');
    expect(sheet).toContain('<col min="1" max="1" width="30" customWidth="1"/>');
    expect(sheet).toMatch(/<c r="A1" s="1" t="s">/);
    expect(sheet).toMatch(/<c r="B2" s="2" t="s">/);
    expect(sheet).toMatch(/<c r="F2"><v>58.5<\/v>/);
    expect(sheet).toMatch(/<c r="H2" s="\d"><v>28914<\/v>/);
    expect(styles).toMatch(/<b\/>/);
  });

  it('says on a second sheet what it was made from', async () => {
    const [, about] = await readExcelFile(
      (await workbook(exampleTable, exampleRows, exampleAbout)).buffer as ArrayBuffer,
    );
    expect(about).toEqual({
      sheet: 'Om denne filen',
      data: [
        ['Liste', 'Klasseliste OSLO-2'],
        ['Utvalg', 'Klasse OSLO-2, i fare'],
        ['Rader', 4],
        ['Laget', new Date('2026-06-15T09:00:00Z')],
        ['Siste hendelse', 48_213],
        ['SHA-256 av radene', createHash('sha256').update(golden('machines.csv')).digest('hex')],
        ['Regnet av', 'Samme liste som CSV for maskiner (profile=rfc4180)'],
      ],
    });
  });

  it('is the same bytes whenever it is made', async () => {
    const first = await workbook(exampleTable, exampleRows, exampleAbout);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(Buffer.compare(first, await workbook(exampleTable, exampleRows, exampleAbout))).toBe(0);
  });

  it('has a filter also over many columns, and a short name for a long list', async () => {
    const wide = {
      name: 'Oppmøte [alle/klasser]: våren 2027 og høsten 2026',
      columns: Array.from({ length: 60 }, (_, n) => ({
        key: `c${n}`,
        title: `K${n}`,
        type: 'integer' as const,
        value: () => n,
      })),
    };
    const files = unzipSync(await workbook(wide, [{}], exampleAbout));
    expect(strFromU8(files['xl/worksheets/sheet1.xml']!)).toContain('<autoFilter ref="A1:BH2"/>');
    expect(strFromU8(files['xl/workbook.xml']!)).toContain('name="Oppmøte  alle klasser   våren 2"');
  });
});

describe('a list', () => {
  it('goes out under its name and type', async () => {
    const form = async (given: Parameters<typeof tableReply>[2]) => {
      const { name, type, content } = await tableReply(exampleTable, exampleRows, given);
      return { name, type, begins: Buffer.from(content.slice(0, 4)).toString('latin1') };
    };
    const csv = { name: 'Klasseliste OSLO-2.csv', type: 'text/csv; charset=utf-8' };
    expect(await form({ format: 'csv' })).toEqual({ ...csv, begins: '\xef\xbb\xbfN' });
    expect(await form({ format: 'csv', profile: 'rfc4180' })).toEqual({ ...csv, begins: 'name' });
    expect(await form({ format: 'xlsx', about: exampleAbout })).toEqual({
      name: 'Klasseliste OSLO-2.xlsx',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      begins: 'PK\x03\x04',
    });
  });

  it.each([
    [{ sessions: 1.5 }, 'sessions'],
    [{ hours: Number.NaN }, 'hours'],
    [{ bornOn: '31.03.2026' }, 'born_on'],
    [{ enrolledAt: '2026-03-31' }, 'enrolled_at'],
  ])('with %j in it is a fault that names the column and not the value', (wrong, column) => {
    const rows = [{ ...exampleRows[0]!, ...wrong }];
    expect(() => csvForPeople(exampleTable, rows)).toThrow(new RegExp(`^The column ${column} has a value that is no `));
  });
});
