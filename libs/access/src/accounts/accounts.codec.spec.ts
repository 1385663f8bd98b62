import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { accountsCodec } from './accounts.codec';

const golden = goldenIn(join(__dirname, 'golden'));

describe('stored events of accounts', () => {
  it('are kept in every version', () => expect(withoutGolden(accountsCodec, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(accountsCodec, one);
    expect(written).toEqual(read);
  });
});
