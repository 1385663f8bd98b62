import { join } from 'node:path';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { creditsCodec } from './credits.codec';

const golden = goldenIn(join(__dirname, 'golden'));

describe('stored events of credits', () => {
  it('are kept in every version', () => expect(withoutGolden(creditsCodec, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(creditsCodec, one);
    expect(written).toEqual(read);
  });
});
