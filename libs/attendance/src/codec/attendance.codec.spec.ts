import { join } from 'node:path';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { absenceCodec } from './absence.codec';
import { attendanceCodec } from './attendance.codec';
import { attendanceStandingCodec } from './attendance-standing.codec';

const golden = goldenIn(join(__dirname, 'golden'));
const codec = { ...attendanceCodec, ...attendanceStandingCodec, ...absenceCodec };

describe('stored events of attendance', () => {
  it('are kept in every version', () => expect(withoutGolden(codec, golden)).toEqual([]));

  it.each(golden)('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(codec, one);
    expect(written).toEqual(read);
  });
});
