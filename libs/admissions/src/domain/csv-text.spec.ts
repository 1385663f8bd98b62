import { csvText } from './csv-text';

describe('CSV text', () => {
  it('has a BOM, semicolons and CRLF, also when there are no rows', () => {
    expect(csvText({ columns: ['a', 'b'], rows: [] })).toBe('\ufeffa;b\r\n');
    expect(csvText({ columns: ['a', 'b'], rows: [['1', '']] })).toBe('\ufeffa;b\r\n1;\r\n');
  });
  it('quotes cells with a semicolon, a quote or any line break', () => {
    expect(csvText({ columns: ['a'], rows: [['x;y'], ['say "x"'], ['one\ntwo'], ['one\rtwo']] })).toBe(
      '\ufeffa\r\n"x;y"\r\n"say ""x"""\r\n"one\ntwo"\r\n"one\rtwo"\r\n',
    );
  });
  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('makes %p harmless for spreadsheets', (cell) => {
    expect(csvText({ columns: ['a'], rows: [[cell]] })).toBe(`\ufeffa\r\n'${cell}\r\n`);
  });
  it('leaves other cells as they are', () => {
    expect(csvText({ columns: ['a'], rows: [["x=1 - 'y'"]] })).toBe("\ufeffa\r\nx=1 - 'y'\r\n");
  });
});
