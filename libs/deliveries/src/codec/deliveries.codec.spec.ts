import { join } from 'node:path';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { deliveriesCodec } from './deliveries.codec';

const golden = goldenIn(join(__dirname, 'golden'));

describe('stored events of deliveries', () => {
  it('are kept in every version', () => expect(withoutGolden(deliveriesCodec, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(deliveriesCodec, one);
    expect(written).toEqual(read);
  });
});
