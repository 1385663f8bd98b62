import { zipSync } from 'fflate';
import { previewOf, readTable, type TableReading } from '..';
import { bombOf } from '../testing/bomb';
import { sheetOf, textRow, workbookOf } from '../testing/sheet';

const wanted = [
  { key: 'student_no', title: 'Studentnummer', synonyms: ['studnr', 'stud. nr'] },
  { key: 'name', title: 'Navn' },
  { key: 'workplace', title: 'Arbeidssted', synonyms: ['arbeidsgiver'], optional: true },
] as const;
type Wanted = (typeof wanted)[number]['key'];

const read = (content: string | Uint8Array, encoding: BufferEncoding = 'utf8') =>
  readTable(typeof content === 'string' ? Buffer.from(content, encoding) : content, wanted);
const table = async (...given: Parameters<typeof read>): Promise<TableReading<Wanted>> => {
  const result = await read(...given);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result.table;
};
const values = async (...given: Parameters<typeof read>) =>
  (await table(...given)).rows.map(({ row, values: { student_no, name, workplace } }) => [
    row,
    student_no,
    name,
    workplace,
  ]);

describe('a CSV file', () => {
  it.each([
    ['`;` with BOM', '\ufeffStudentnummer;Navn\r\n007;Åse\r\n', 'utf8', 'utf-8', ';'],
    ['`;` without BOM', 'Studentnummer;Navn\n007;Åse', 'utf8', 'utf-8', ';'],
    ['`,`', 'student_no,name\r\n007,Åse\r\n', 'utf8', 'utf-8', ','],
    ['TAB', 'Studentnummer\tNavn\r\n007\tÅse\r\n', 'utf8', 'utf-8', '\t'],
    ['Windows-1252', 'Studentnummer;Navn\r\n007;Åse\r\n', 'latin1', 'windows-1252', ';'],
  ] as const)('with %s is read', async (_, content, encoding, foundEncoding, delimiter) => {
    expect(await table(content, encoding)).toEqual({
      format: 'csv',
      encoding: foundEncoding,
      delimiter,
      columns: [
        { header: content.includes('student_no') ? 'student_no' : 'Studentnummer', column: 'student_no' },
        { header: content.includes('name') ? 'name' : 'Navn', column: 'name' },
      ],
      rows: [{ row: 1, values: { student_no: '007', name: 'Åse', workplace: '' }, cells: ['007', 'Åse'] }],
    });
  });

  it('in Windows-1252 has the signs that Latin-1 lacks', async () => {
    const bytes = Buffer.concat([
      Buffer.from('studnr;navn\r\n1;'),
      Buffer.from([0x80, 0x96, 0x92, 0x8a, 0x9f, 0xe6, 0xf8, 0xe5]),
    ]);
    expect(await values(bytes)).toEqual([[1, '1', '€–’ŠŸæøå', '']]);
  });

  it('has one row for a field of several lines, and counts empty rows without giving them', async () => {
    const content = '\r\nstudnr;navn\r\n 1 ;"to\r\nlinjer; og ""mer"""\r\n\r\n;;\r\n4;Tre\r\n';
    expect(await values(content)).toEqual([
      [1, '1', 'to\r\nlinjer; og "mer"', ''],
      [4, '4', 'Tre', ''],
    ]);
  });

  it('is divided by the sign that names most of the columns, not by the one that is there most often', async () => {
    expect(await values('Studnr;Navn;"Sted, gate, by, land"\r\n1;Ås, Per;x\r\n')).toEqual([[1, '1', 'Ås, Per', '']]);
  });

  it('for people loses the sign that made its cells harmless; one for machines keeps all', async () => {
    expect(await values("studnr;navn\r\n1;'=1+1\r\n2;'sitat'\r\n")).toEqual([
      [1, '1', '=1+1', ''],
      [2, '2', "'sitat'", ''],
    ]);
    expect(await values("studnr,navn\r\n1,'=1+1\r\n")).toEqual([[1, '1', "'=1+1", '']]);
  });
});

describe('the columns of a file', () => {
  it.each(['STUDENT NO', 'student-no', 'Studnr.', 'Stud Nr', ' studentnummer '])('are found by %j', async (header) => {
    expect(await values(`${header};navn\r\n1;a\r\n`)).toEqual([[1, '1', 'a', '']]);
  });
  it.each(['Fødselsår', 'FODSELSAR', 'foedsels_aar', 'fødsels ar'])(
    'are found in %j by any way to write æøå',
    async (header) => {
      const result = await readTable(Buffer.from(`${header}\n1970\n`), [{ key: 'born', title: 'fødselsår' }]);
      expect(result).toMatchObject({ table: { rows: [{ values: { born: '1970' } }] } });
    },
  );
  it('that nobody asked for are told, and kept in the cells', async () => {
    const { columns, rows } = await table('navn;Sko;studnr\r\na;42;1\r\n');
    expect(columns).toEqual([
      { header: 'navn', column: 'name' },
      { header: 'Sko', column: undefined },
      { header: 'studnr', column: 'student_no' },
    ]);
    expect(rows[0]!.cells).toEqual(['a', '42', '1']);
  });
  it('are shown with the first rows before anything is taken in', async () => {
    const read = await table(`studnr;navn\r\n${Array.from({ length: 30 }, (_, n) => `${n};N`).join('\r\n')}`);
    expect(previewOf(read, 2)).toEqual({ ...read, rows: read.rows.slice(0, 2) });
  });
  it('are wanted under names that are their own', async () => {
    const twice = [
      { key: 'a', title: 'Navn' },
      { key: 'b', title: 'B', synonyms: ['navn'] },
    ];
    await expect(readTable(Buffer.from('navn\nx\n'), twice)).rejects.toThrow('share a name');
  });
});

describe('a workbook', () => {
  it('gives texts, numbers, dates and the stored values of formulas as texts', async () => {
    const row = (cells: string) =>
      `<row r="2"><c r="A2" t="str"><f>"0"&amp;"7"</f><v>07</v></c><c r="B2" ${cells}</c></row>`;
    const name = async (cells: string) =>
      (await values(workbookOf(sheetOf(textRow(1, 'studnr', 'navn'), row(cells)))))[0]!.slice(1, 3);
    expect(await name('t="inlineStr"><is><t> =1+1 </t></is>')).toEqual(['07', '=1+1']);
    expect(await name('><f>SUM(1,2)</f><v>3</v>')).toEqual(['07', '3']);
    expect(await name('><v>0.30000000000000004</v>')).toEqual(['07', '0.3']);
    expect(await name('><v>1.5E-7</v>')).toEqual(['07', '0.00000015']);
    expect(await name('><v>1E+21</v>')).toEqual(['07', '1000000000000000000000']);
    expect(await name('><v>12345678901234567890</v>')).toEqual(['07', '12345678901234567890']);
    expect(await name('s="1"><v>46112</v>')).toEqual(['07', '2026-03-31']);
    expect(await name('s="2"><v>46112.99998842593</v>')).toEqual(['07', '2026-03-31T23:59:59']);
    expect(await name('s="3"><v>0.375</v>')).toEqual(['07', '09:00:00']);
    expect(await name('t="b"><v>1</v>')).toEqual(['07', 'true']);
    expect(await name('t="e"><v>#N/A</v>')).toEqual(['07', '']);
  });

  it('counts rows as the spreadsheet does', async () => {
    const sheet = sheetOf(textRow(3, 'studnr', 'navn'), textRow(4, '1', 'a'), textRow(7, '4', 'd'));
    expect(await table(workbookOf(sheet))).toMatchObject({ format: 'xlsx', rows: [{ row: 1 }, { row: 4 }] });
    expect(await table(workbookOf(sheet))).not.toHaveProperty('delimiter');
  });
});

describe('a file is refused', () => {
  it.each([
    [
      'lacks columns',
      'navn;Sko\r\na;42\r\n',
      {
        code: 'MISSING_COLUMN',
        missing: [{ key: 'student_no', title: 'Studentnummer' }],
        columns: [{ header: 'navn', column: 'name' }, { header: 'Sko' }],
      },
    ],
    ['is empty', '', { code: 'MISSING_COLUMN', columns: [] }],
    [
      'has a column twice',
      'studnr;Student no;navn\r\n',
      { code: 'DUPLICATE_COLUMN', title: 'Studentnummer', headers: ['studnr', 'Student no'] },
    ],
    ['has quotes in the wrong place', 'studnr;navn\r\n1;a\r\n2;"b"c\r\n', { code: 'BROKEN_CSV', line: 3 }],
    ['has quotes that never end', 'studnr;navn\r\n1;"a\r\n', { code: 'BROKEN_CSV' }],
    ['is UTF-16', Buffer.from('\ufeffstudnr;navn\r\n1;a\r\n', 'utf16le'), { code: 'WRONG_ENCODING' }],
    ['has a BOM but is no UTF-8', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe6]), { code: 'WRONG_ENCODING' }],
    ['has bytes that no encoding has', Buffer.from([0x61, 0x3b, 0x8d, 0xe6]), { code: 'WRONG_ENCODING' }],
    ['is an old or locked Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), { code: 'NOT_A_TABLE' }],
    ['is a ZIP of something else', zipSync({ 'a.txt': new Uint8Array(9) }), { code: 'NOT_A_TABLE' }],
    ['is a damaged workbook', workbookOf(sheetOf(textRow(1, 'studnr', 'navn'))).slice(0, -30), { code: 'NOT_A_TABLE' }],
    [
      'declares entities',
      workbookOf(`<!DOCTYPE x [<!ENTITY a "b">]>${sheetOf(textRow(1, 'studnr', 'navn'))}`),
      { code: 'NOT_A_TABLE' },
    ],
    ['is above 10 MB', Buffer.alloc(10_000_001, 'a'), { code: 'TOO_LARGE', limit: 'bytes' }],
    ['has too many columns', `studnr;navn\r\n${';'.repeat(500)}\r\n`, { code: 'TOO_LARGE', limit: 'columns' }],
    ['has a line without end', `studnr;navn\r\n${'x;'.repeat(60_000)}`, { code: 'TOO_LARGE', limit: 'columns' }],
    ['has too many rows', `studnr;navn\r\n${'1;a\r\n'.repeat(99_999)}`, { code: 'TOO_LARGE', limit: 'lines' }],
    [
      'has a cell far to the right',
      workbookOf(sheetOf(textRow(1, 'studnr', 'navn'), '<row r="2"><c r="AAA2"><v>1</v></c></row>')),
      { code: 'TOO_LARGE', limit: 'places' },
    ],
    [
      'has a row far below',
      workbookOf(sheetOf(textRow(1, 'studnr', 'navn'), "<row x:r='4000000000'></row>")),
      { code: 'TOO_LARGE', limit: 'places' },
    ],
    [
      'hides where a cell is',
      workbookOf(sheetOf(textRow(1, 'studnr', 'navn'), '<row r="2"><c r="&#90;ZZZZZZ2"><v>1</v></c></row>')),
      { code: 'TOO_LARGE', limit: 'places' },
    ],
  ])('that %s', async (_, content, refused) => {
    expect(await read(content)).toMatchObject({ refused });
  });

  it('that has too many parts, or inflates to too much, as soon as that is seen', async () => {
    const parts = Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`x${n}`, new Uint8Array(0)]));
    expect(await read(zipSync(parts))).toEqual({ refused: { code: 'TOO_LARGE', limit: 'entries' } });
    expect(await read(bombOf(300_000_000, ' '))).toEqual({ refused: { code: 'TOO_LARGE', limit: 'inflatedBytes' } });
    expect(await read(bombOf(100_000_000, '<row r="1"/>'))).toEqual({
      refused: { code: 'TOO_LARGE', limit: 'places' },
    });
  });
});
