import { join } from 'node:path';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { attendanceCodec } from './attendance.codec';
import { doorCodec } from './door.codec';

const codec = { ...attendanceCodec, ...doorCodec };
const golden = goldenIn(join(__dirname, 'golden'));

describe('stored events of attendance', () => {
  it('are kept in every version', () => expect(withoutGolden(codec, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(codec, one);
    expect(written).toEqual(read);
  });
});
