import { describe, expect, it } from '@jest/globals';
import { inOslo } from '@kull/kernel/time';
import fc from 'fast-check';
import { changed, daysOf, type PlannedGathering, roomOf, startingOn, teachersOf } from './gathering-days';

const gathering: PlannedGathering = {
  number: 4,
  title: 'Endring',
  venue: 'BI Trondheim',
  sessions: [
    { code: '4-1F', title: 'Endring', startsAt: '2027-03-22T09:00:00+01:00', hours: 4, room: 'A', teachers: ['T-1'] },
    { code: '4-1E', title: 'Endring', startsAt: '2027-03-22T13:00:00+01:00', hours: 4, room: 'A', teachers: ['T-1'] },
    { code: '4-2F', title: 'Endring', startsAt: '2027-03-23T09:00:00+01:00', hours: 4, room: 'B' },
  ],
};

describe('a gathering that is moved', () => {
  it('keeps its times of day over the change of the clock', () => {
    const moved = startingOn(gathering, '2027-03-29');
    expect(moved.sessions.map(({ startsAt }) => startsAt)).toEqual([
      '2027-03-29T07:00:00.000Z',
      '2027-03-29T11:00:00.000Z',
      '2027-03-30T07:00:00.000Z',
    ]);
  });

  it('begins on any day with the same gaps and times, and comes back as it was', () => {
    const day = fc
      .integer({ min: 0, max: 3_000 })
      .map((after) => new Date(Date.UTC(2026, 0, 1 + after)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (startsOn) => {
        const there = startingOn(gathering, startsOn);
        const { startsOn: first, endsOn } = daysOf(there);
        const times = (one: PlannedGathering) => one.sessions.map(({ startsAt }) => inOslo(startsAt).time);
        expect(first).toBe(startsOn);
        expect(Date.parse(endsOn) - Date.parse(first)).toBe(86_400_000);
        expect(times(there)).toEqual(times(gathering));
        expect(daysOf(startingOn(there, '2027-03-22'))).toEqual(daysOf(gathering));
      }),
    );
  });

  it('has a room and teachers only where all sessions have the same', () => {
    expect(roomOf(gathering)).toEqual({ text: '', isMixed: true });
    expect(teachersOf({ sessions: gathering.sessions.slice(0, 2) })).toEqual({ text: 'T-1', isMixed: false });
  });

  it('is changed in what is said, and in nothing else', () => {
    expect(changed(gathering, {})).toEqual(gathering);
    const there = changed(gathering, { venue: 'BI Nydalen', room: ' C ', teachers: 'T-2, T-3' });
    expect(there.venue).toBe('BI Nydalen');
    expect(there.sessions.map(({ room, teachers }) => [room, teachers])).toEqual(
      gathering.sessions.map(() => ['C', ['T-2', 'T-3']]),
    );
    expect(changed(gathering, { room: '', teachers: '' }).sessions.flatMap(Object.keys)).not.toContain('room');
  });
});
