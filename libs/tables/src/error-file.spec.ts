import { errorFile, readTable, type TableReading } from '.';

const wanted = [{ key: 'no', title: 'Nr' }];
const read = async (content: string): Promise<TableReading> => {
  const result = await readTable(Buffer.from(content), wanted);
  if ('refused' in result) throw new Error(result.refused.code);
  return result.table;
};
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('the file of rejected rows', () => {
  it('has the columns of the file that came in, left-over ones too, and why each row was rejected', async () => {
    const table = await read('Nr,Navn,Merknad\r\n1,Åse,ok\r\n2,=1+1,"a\nb;c"\r\n3,Per\r\n');
    const { name, type, content } = errorFile('Avviste rader', table, [
      { row: 2, code: 'UNKNOWN_STUDENT', message: 'Studenten finnes ikke.' },
      { row: 3, code: 'RESULT_MISSING', message: 'Resultat mangler.' },
      { row: 2, code: 'RESULT_MISSING', message: 'Resultat mangler.' },
    ]);
    expect([name, type]).toEqual(['Avviste rader.csv', 'text/csv; charset=utf-8']);
    expect(text(content)).toBe(
      '\ufeffNr;Navn;Merknad;rad;kode;melding\r\n' +
        '2;\'=1+1;"a\nb;c";2;UNKNOWN_STUDENT, RESULT_MISSING;Studenten finnes ikke. Resultat mangler.\r\n' +
        '3;Per;;3;RESULT_MISSING;Resultat mangler.\r\n',
    );
  });

  it('that was sent in again does not grow', async () => {
    const first = errorFile('Avvist', await read('Nr;Navn\r\n1;Åse\r\n'), [{ row: 1, code: 'A', message: 'a' }]);
    const again = errorFile('Avvist', await read(text(first.content)), [{ row: 1, code: 'B', message: 'b' }]);
    expect(text(again.content)).toBe('\ufeffNr;Navn;rad;kode;melding\r\n1;Åse;1;B;b\r\n');
  });

  it('loses no row, also one that the file does not have', async () => {
    const { content } = errorFile('Avvist', await read('Nr\r\n1\r\n'), [{ row: 9, code: 'A', message: 'a' }]);
    expect(text(content)).toBe('\ufeffNr;rad;kode;melding\r\n;9;A;a\r\n');
  });
});
