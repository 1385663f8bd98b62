import { join } from 'node:path';
import { goldenIn, readAndWritten, withoutGolden } from '../../../../test/harness/golden';
import { absenceCodec } from './absence.codec';
import { attendanceCodec } from './attendance.codec';
import { attendanceStandingCodec } from './attendance-standing.codec';
import { doorCodec } from './door.codec';

const golden = goldenIn(join(__dirname, 'golden'));
const codec = { ...attendanceCodec, ...attendanceStandingCodec, ...absenceCodec, ...doorCodec };

/** Events of the same version with all that has been added to them since their golden file was kept. */
const grown = [
  {
    type: 'AttendanceRecorded',
    schemaVersion: 1,
    data: {
      studentNo: 'S260001',
      halfHours: 0,
      observedBy: 'admin-1',
      observedAt: '2026-09-09T06:35:00.000Z',
      markId: '7b1c9a52-3e0d-4f6a-9c41-5d2e8f70a613',
      presence: 'EXCUSED',
      excuse: 'ILLNESS',
      source: 'DOOR',
      device: 'phone-3',
      replaces: '2c8e5f17-6a09-4d3b-8e72-9f1b0c4d5a68',
    },
  },
  {
    type: 'AttendanceCorrected',
    schemaVersion: 1,
    data: {
      studentNo: 'S260002',
      presence: 'PRESENT',
      halfHours: 5,
      lateHalfHours: 1,
      leftEarlyHalfHours: 2,
      correctionId: '5d0f6c1e-4b7a-5c21-9f3e-8a6d2b1c0e47',
      correctedBy: 'admin-1',
      correctedAt: '2026-09-10T07:00:00.000Z',
      reasonClass: 'NEW_INFORMATION',
    },
  },
  { type: 'AttendanceLocked', schemaVersion: 1, data: { reason: 'GATHERING_HELD' } },
];

describe('stored events of attendance', () => {
  it('are kept in every version', () => expect(withoutGolden(codec, golden)).toEqual([]));

  it.each([...golden, ...grown])('read $type v$schemaVersion and lose nothing', (one) => {
    const { read, written } = readAndWritten(codec, one);
    expect(read).toEqual(one.data);
    expect(written).toEqual(read);
  });
});
