import { ruleFile } from './rule-file';

describe('a file of the rules', () => {
  it('has a BOM, semicolons and CRLF, also when there are no rows', () => {
    expect(ruleFile({ columns: ['a', 'b'], rows: [] })).toBe('\ufeffa;b\r\n');
    expect(ruleFile({ columns: ['a', 'b'], rows: [['1', '']] })).toBe('\ufeffa;b\r\n1;\r\n');
  });
  it('quotes cells with a semicolon, a quote or any line break', () => {
    expect(ruleFile({ columns: ['a'], rows: [['x;y'], ['say "x"'], ['one\ntwo'], ['one\rtwo']] })).toBe(
      '\ufeffa\r\n"x;y"\r\n"say ""x"""\r\n"one\ntwo"\r\n"one\rtwo"\r\n',
    );
  });
  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('makes %p harmless for spreadsheets', (cell) => {
    expect(ruleFile({ columns: ['a'], rows: [[cell]] })).toBe(`\ufeffa\r\n'${cell}\r\n`);
  });
  it('leaves other cells as they are', () => {
    expect(ruleFile({ columns: ['a'], rows: [["x=1 - 'y'"]] })).toBe("\ufeffa\r\nx=1 - 'y'\r\n");
  });
  it('makes a cell harmless that also wants quotes, and lets numbers be', () => {
    expect(
      ruleFile({
        columns: ['a', 'b'],
        rows: [
          ['=1+1', 'x;"y"'],
          ['@a', -1],
        ],
      }),
    ).toBe('\ufeffa;b\r\n\'=1+1;"x;""y"""\r\n\'@a;-1\r\n');
  });
});
