import { join } from 'node:path';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { certificatesCodec } from './certificates.codec';

const golden = goldenIn(join(__dirname, 'golden'));

describe('stored events of certificates', () => {
  it('are kept in every version', () => expect(withoutGolden(certificatesCodec, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(certificatesCodec, one);
    expect(written).toEqual(read);
  });
});
