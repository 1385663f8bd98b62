import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { contactCodec } from './contact.codec';

const golden = goldenIn(join(__dirname, 'golden'));

describe('stored events of how somebody is reached', () => {
  it('are kept in every version', () => expect(withoutGolden(contactCodec, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(contactCodec, one);
    expect(written).toEqual(read);
  });
});
