import { join } from 'node:path';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { deliveriesParts } from '../index';

const golden = goldenIn(join(__dirname, 'golden'));
const stored = Object.assign({}, ...deliveriesParts.codecs) as (typeof deliveriesParts.codecs)[number];

describe('stored events of deliveries', () => {
  it('are kept in every version', () => expect(withoutGolden(stored, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(stored, one);
    expect(written).toEqual(read);
  });
});
