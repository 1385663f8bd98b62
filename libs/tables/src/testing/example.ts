import type { TableDefinition } from '../writing/definition';

/** A row that has everything that goes wrong in spreadsheets. */
export interface ExampleRow {
  readonly name: string;
  readonly hprNo: string | null;
  readonly postalCode: string;
  readonly note?: string;
  readonly sessions: number | null;
  readonly hours: number | null;
  readonly attended: number | null;
  readonly bornOn: string | null;
  readonly enrolledAt: string | null;
}

export const exampleTable: TableDefinition<ExampleRow> = {
  name: 'Klasseliste OSLO-2',
  columns: [
    { key: 'name', title: 'Navn', type: 'text', width: 30, value: ({ name }) => name },
    { key: 'hpr_no', title: 'HPR-nummer', type: 'text', value: ({ hprNo }) => hprNo },
    { key: 'postal_code', title: 'Postnummer', type: 'text', value: ({ postalCode }) => postalCode },
    { key: 'note', title: 'Merknad', type: 'text', value: ({ note }) => note },
    { key: 'sessions', title: 'Økter', type: 'integer', value: ({ sessions }) => sessions },
    { key: 'hours', title: 'Timer', type: 'decimal', value: ({ hours }) => hours },
    { key: 'attended', title: 'Oppmøte', type: 'share', value: ({ attended }) => attended },
    { key: 'born_on', title: 'Fødselsdato', type: 'date', value: ({ bornOn }) => bornOn },
    { key: 'enrolled_at', title: 'Tatt opp', type: 'instant', value: ({ enrolledAt }) => enrolledAt },
  ],
};

export const exampleRows: readonly ExampleRow[] = [
  {
    name: 'Ærlig Ødegård, Åse',
    hprNo: '0091449',
    postalCode: '0484',
    note: 'sier «ja»; og "nei"\nlinje to, og tre',
    sessions: 44,
    hours: 58.5,
    attended: 0.9166666666666666,
    bornOn: '1979-02-28',
    enrolledAt: '2026-03-31T21:59:59.000Z',
  },
  {
    name: '=HYPERLINK("https://example.org";"klikk")',
    hprNo: '+47 123',
    postalCode: '9990',
    note: '-1',
    sessions: -1,
    hours: -7.5,
    attended: 0.79999,
    bornOn: '2000-02-29',
    enrolledAt: '2026-12-31T23:00:00.000Z',
  },
  {
    name: '@constructor',
    hprNo: null,
    postalCode: '0001',
    note: 'constructor',
    sessions: 0,
    hours: 0.000_000_1,
    attended: 1,
    bornOn: '1899-12-31',
    enrolledAt: '2026-01-15T11:00:00.000Z',
  },
  {
    name: 'Tom',
    hprNo: '',
    postalCode: '7010',
    sessions: null,
    hours: null,
    attended: null,
    bornOn: null,
    enrolledAt: null,
  },
];

export const exampleAbout = {
  query: 'Klasse OSLO-2, i fare',
  language: 'nb',
  madeAt: '2026-06-15T07:00:00.000Z',
  position: 48_213,
} as const;

/** What a reader of the list asks for. */
export const exampleColumns = exampleTable.columns.map(({ key, title }) => ({ key, title }));
