import { shownList } from './list-file';

interface Row {
  readonly no: string;
  readonly name: string;
  readonly points: number | undefined;
}
const rows: readonly Row[] = [
  { no: 'S1', name: 'Aas, Åse', points: 7.5 },
  { no: 'S2', name: 'Berg, Bo', points: undefined },
];

const list = (columns: Parameters<typeof shownList<Row>>[0]['columns']) =>
  shownList({
    name: 'OSLO-1',
    person: ({ no }) => ({ studentNo: no, classId: 'c1' }),
    rows,
    columns,
    address: '/klasser/x?vis=fare',
    position: 7,
  });

describe('a list that is shown, as a file', () => {
  it('has the rows in their order, and whom each is about', () => {
    const { name, address, position, rows: out } = list([{ key: 'nr', header: 'Nr.', cell: ({ no }) => no }]);
    expect({ name, address, position }).toEqual({ name: 'OSLO-1', address: '/klasser/x?vis=fare', position: 7 });
    expect(out).toEqual([
      { person: { studentNo: 'S1', classId: 'c1' }, cells: ['S1'] },
      { person: { studentNo: 'S2', classId: 'c1' }, cells: ['S2'] },
    ]);
  });

  it('has names by what they are sorted by, numbers as numbers, and nothing where the screen has a dash', () => {
    const { columns, rows: out } = list([
      { key: 'navn', header: 'Navn', isName: true, sortBy: ({ name }) => name, cell: () => null },
      { key: 'poeng', header: 'Poeng', cell: ({ points }) => points ?? '–' },
    ]);
    expect(columns).toEqual([
      { key: 'navn', title: 'Navn', type: 'text' },
      { key: 'poeng', title: 'Poeng', type: 'decimal' },
    ]);
    expect(out.map(({ cells }) => cells)).toEqual([
      ['Aas, Åse', 7.5],
      ['Berg, Bo', null],
    ]);
  });

  it('has several columns of one, or none', () => {
    const { columns } = list([
      { key: 'handling', header: 'Handling', cell: () => null, file: [] },
      {
        key: 'oppmote',
        header: 'Oppmøte',
        cell: () => null,
        file: [
          { type: 'share', value: () => 0.5 },
          { title: 'Av', value: () => 6 },
        ],
      },
    ]);
    expect(columns).toEqual([
      { key: 'oppmote', title: 'Oppmøte', type: 'share' },
      { key: 'oppmote-2', title: 'Av', type: 'decimal' },
    ]);
  });
});
