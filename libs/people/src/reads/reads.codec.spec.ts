import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { readsCodec } from './reads.codec';

const golden = goldenIn(join(__dirname, 'golden'));

describe('stored events of who has looked', () => {
  it('are kept in every version', () => expect(withoutGolden(readsCodec, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(readsCodec, one);
    expect(written).toEqual(read);
  });
});
