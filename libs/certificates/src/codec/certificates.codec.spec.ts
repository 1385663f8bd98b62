import { join } from 'node:path';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { certificatesCodec } from './certificates.codec';
import { signingKeysCodec } from './signing-keys.codec';

const golden = goldenIn(join(__dirname, 'golden'));
const codec = { ...certificatesCodec, ...signingKeysCodec };

/** Events of the same version with all that has been added to them since their golden file was kept. */
const grown = golden
  .filter(({ type }) => type === 'CertificateIssued' || type === 'CertificateCorrected')
  .map((one) => ({ ...one, data: { ...one.data, signedBy: 'd4'.repeat(32) } }));

describe('stored events of certificates', () => {
  it('are kept in every version', () => expect(withoutGolden(codec, golden)).toEqual([]));

  it.each([...golden, ...grown])('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(codec, one);
    expect(written).toEqual(read);
    expect(read).toEqual(one.data);
  });
});
