import type { Recorded } from '@kull/event-store';
import { lastMovesIn } from './last-moves';

let position = 0;
const event = (stream: string, type: string, data: object): Recorded =>
  ({ position: ++position, stream, type, data }) as Recorded;

const moved = (from: string, to: string, more: object = {}) => [
  event(`enrolment-${from}`, 'StudentTransferred', { classId: from, studentNo: 'S1', to: { classId: to }, ...more }),
  event(`enrolment-${to}`, 'StudentEnrolled', { classId: to, studentNo: 'S1', transferredFrom: { classId: from } }),
];
const lastOf = (...events: readonly Recorded[]) => [...lastMovesIn(events).values()];

describe('the moves that may be undone', () => {
  it('are those after which nothing has become of the place', () => {
    expect(lastOf(...moved('A', 'B'))).toEqual([{ classId: 'A', studentNo: 'S1' }]);
    expect(lastOf(...moved('A', 'B'), ...moved('B', 'C'))).toEqual([{ classId: 'B', studentNo: 'S1' }]);
    expect(lastOf(...moved('A', 'B'), event('enrolment-B', 'StudentWithdrawn', {}))).toEqual([]);
    expect(lastOf(...moved('A', 'B'), event('enrolment-C', 'LeaveGranted', {}))).toHaveLength(1);
  });

  it('are none that was undone, or whose other class is not seen', () => {
    const move = moved('A', 'B');
    const undone = event('enrolment-B', 'StudentTransferred', { classId: 'B', to: { classId: 'A' }, restores: 'none' });
    expect(lastOf(...move, undone)).toEqual([]);
    expect(lastOf(moved('A', 'B')[0]!)).toEqual([]);
  });
});
