import { join } from 'node:path';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { remindersCodec } from './reminders.codec';

const golden = goldenIn(join(__dirname, 'golden'));

describe('stored events of reminders', () => {
  it('are kept in every version', () => expect(withoutGolden(remindersCodec, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(remindersCodec, one);
    expect(written).toEqual(read);
  });
});
