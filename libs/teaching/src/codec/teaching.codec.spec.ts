import { join } from 'node:path';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { teachingCodec } from './teaching.codec';

const golden = goldenIn(join(__dirname, 'golden'));

/** Events of the same version with all that has been added to them since their golden file was kept. */
const added: Readonly<Record<string, object>> = {
  StudentEnrolled: { restores: 'enrolled' },
  StudentTransferred: { restores: 'none' },
};
const grown = golden
  .filter(({ type }) => added[type] !== undefined)
  .map((one) => ({ ...one, data: { ...one.data, ...added[one.type] } }));

describe('stored events of teaching', () => {
  it('are kept in every version', () => expect(withoutGolden(teachingCodec, golden)).toEqual([]));

  it.each([...golden, ...grown])('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(teachingCodec, one);
    expect(written).toEqual(read);
  });
});
