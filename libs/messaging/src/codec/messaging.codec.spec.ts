import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { messagingCodec } from './messaging.codec';

const golden = goldenIn(join(__dirname, 'golden'));

describe('stored events of jobs', () => {
  it('are kept in every version', () => expect(withoutGolden(messagingCodec, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(messagingCodec, one);
    expect(written).toEqual(read);
  });
});
