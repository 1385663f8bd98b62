import { join } from 'node:path';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { teachingCodec } from './teaching.codec';

const golden = goldenIn(join(__dirname, 'golden'));

describe('stored events of teaching', () => {
  it('are kept in every version', () => expect(withoutGolden(teachingCodec, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(teachingCodec, one);
    expect(written).toEqual(read);
  });
});
