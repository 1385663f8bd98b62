import fc from 'fast-check';
import { csvForMachines, csvForPeople, errorFile, readTable, type TableDefinition, workbook } from '.';
import { exampleAbout } from './testing/example';

interface Row {
  readonly text: string;
  readonly number: number;
  readonly share: number;
  readonly date: string;
  readonly instant: string;
}

const definition: TableDefinition<Row> = {
  name: 'Liste',
  columns: [
    { key: 'text', title: 'Tekst', type: 'text', value: ({ text }) => text },
    { key: 'number', title: 'Tall', type: 'decimal', value: ({ number }) => number },
    { key: 'share', title: 'Andel', type: 'share', value: ({ share }) => share },
    { key: 'date', title: 'Dag', type: 'date', value: ({ date }) => date },
    { key: 'instant', title: 'Tid', type: 'instant', value: ({ instant }) => instant },
  ],
};
const wanted = definition.columns.map(({ key, title }) => ({ key, title }));

const difficult = [
  'constructor',
  '__proto__',
  '=1+1',
  "'x",
  '_x0041_',
  '_x0041\u0001',
  'æøå',
  '007',
  '1e5',
  'a\r\nb',
  '\ufffd',
  '€',
  '<f>',
];
const texts = fc
  .oneof(
    fc.constantFrom(...difficult),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...';,"\t\r\n=-æ_x0') }),
  )
  .map((text) => text.trim());
const days = fc.date({ min: new Date('1900-03-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const rows = fc.array(
  fc.record({
    text: texts,
    number: fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 100),
    share: fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000),
    date: days.map((day) => day.toISOString().slice(0, 10)),
    instant: days.map((day) => day.toISOString()),
  }),
  { minLength: 1, maxLength: 12 },
);

const read = async (bytes: Uint8Array) => {
  const result = await readTable(bytes, wanted);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result.table;
};
/** Instants of a workbook are wall-clock times to the second; `sv-SE` is how ISO 8601 writes them. */
const wallClock = (instant: string): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo' }).replace(' ', 'T').replace('T00:00:00', '');

describe('what is written is read', () => {
  it('from CSV for machines, all of it', () =>
    fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const { rows: found } = await read(csvForMachines(definition, given));
        expect(found.map(({ values }) => values)).toEqual(
          given.map(({ number, share, ...row }) => ({ ...row, number: String(number), share: String(share) })),
        );
        expect(found.map(({ row }) => row)).toEqual(given.map((_, index) => index + 1));
      }),
      { numRuns: 60 },
    ));

  it('from a workbook, instants to the second', () =>
    fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const { rows: found } = await read(await workbook(definition, given, exampleAbout));
        expect(found.map(({ values }) => values)).toEqual(
          given.map(({ number, share, instant, ...row }) => ({
            ...row,
            number: String(number),
            share: String(share),
            instant: wallClock(instant),
          })),
        );
      }),
      { numRuns: 40 },
    ));

  it('from CSV for people, texts and days', () =>
    fc.assert(
      fc.asyncProperty(rows, async (given) => {
        // A text of people that begins with `'=` cannot be told from one that was made harmless.
        const told = given.filter(({ text }) => !/^'[=+\-@\t\r]/.test(text));
        const { rows: found } = await read(csvForPeople(definition, told));
        expect(found.map(({ values: { text, date } }) => [text, date])).toEqual(
          told.map(({ text, date }) => [text, date.split('-').reverse().join('.')]),
        );
      }),
      { numRuns: 60 },
    ));

  it('from the file of rejected rows, each of them once', () =>
    fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const table = await read(csvForMachines(definition, given));
        const told = table.rows.filter(({ values: { text } }) => !/^'[=+\-@\t\r]/.test(text!));
        const rejected = told.flatMap(({ row }) => [1, 2].map((n) => ({ row, code: `C${n}`, message: 'Rett den.' })));
        const again = await read(errorFile('avvist', table, rejected).content);
        expect(again.rows.map(({ values }) => values)).toEqual(told.map(({ values }) => values));
      }),
      { numRuns: 60 },
    ));
});

describe('a list of 1,000 rows', () => {
  const given: readonly Row[] = Array.from({ length: 1_000 }, (_, n) => ({
    text: `Ødegård ${n}`,
    number: n / 2,
    share: n / 1_000,
    date: '2026-03-31',
    instant: '2026-03-31T21:59:59.000Z',
  }));
  it.each([
    ['CSV for people', async () => csvForPeople(definition, given)],
    ['CSV for machines', async () => csvForMachines(definition, given)],
    ['xlsx', () => workbook(definition, given, exampleAbout)],
  ])('is written and read as %s in less than a second each', async (_, write) => {
    const times: (readonly [writing: number, reading: number])[] = [];
    for (let run = 0; run < 3; run += 1) {
      const start = performance.now();
      const bytes = await write();
      const written = performance.now();
      expect((await read(bytes)).rows).toHaveLength(1_000);
      times.push([written - start, performance.now() - written]);
    }
    // The best of three, for machines that do other things as well.
    expect(Math.min(...times.map(([writing]) => writing))).toBeLessThan(1_000);
    expect(Math.min(...times.map(([, reading]) => reading))).toBeLessThan(1_000);
  });
});
