import { inOslo } from '@kull/kernel';
import fc from 'fast-check';
import { gathering } from '../../test-model/a-year';
import { periodOf } from './gathering';
import { movedGathering } from './moved-gathering';

const there = gathering(5, '2027-03-22', { room: 'A' });
const times = (sessions: typeof there.sessions) => sessions.map(({ startsAt }) => inOslo(startsAt).time);

describe('a gathering moved by days', () => {
  it('keeps its times of day over the clock change', () => {
    const moved = movedGathering(there, { days: 7 });
    expect([there.sessions[0]!.startsAt, moved.sessions[0]!.startsAt]).toEqual([
      '2027-03-22T08:00:00.000Z',
      '2027-03-29T07:00:00.000Z',
    ]);
    expect(times(moved.sessions)).toEqual(times(there.sessions));
  });

  it('begins on the day that is asked for', () =>
    expect(periodOf(movedGathering(there, { startsOn: '2027-04-05' }))).toEqual({
      startsOn: '2027-04-05',
      endsOn: '2027-04-07',
    }));

  it('is where it was when it is moved there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        expect(movedGathering(movedGathering(there, { days }), { days: -days })).toEqual(there);
      }),
    );
  });

  it('can be given as it shall stand', () => {
    const { number: _, ...other } = gathering(9, '2027-04-05', { room: 'B' });
    expect(movedGathering(there, { gathering: other })).toEqual({ number: 5, ...other });
  });
});
