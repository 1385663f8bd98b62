import { gatheringOn, planOf } from '../../../../test/harness/calendars';
import type { CalendarEntry } from './calendar';
import { meetingsIn, nextOf } from './meetings';

const plan = planOf('OSLO-1', 'OSLO');

const entriesOf = (number: number, day: string, status: CalendarEntry['status'] = 'scheduled'): CalendarEntry[] => {
  const gathering = { ...gatheringOn(number, day, 'BI Nydalen', 'A2-075', `Samling ${number}`), revision: 0 };
  return gathering.sessions.map((session) => ({
    classId: 'cls_oslo',
    plan,
    session,
    gathering: { ...gathering, status: 'scheduled' },
    isGuest: false,
    uid: session.code,
    status,
    sequence: 0,
    changedAt: '2026-06-01T08:00:00.000Z',
  }));
};

const [first, second] = [entriesOf(1, '2026-09-07'), entriesOf(2, '2026-10-12')];

describe('what a student goes to', () => {
  it('is gatherings, in order of time, from the first session to the end of the last', () => {
    const meetings = meetingsIn([...second, ...first]);
    expect(meetings.map(({ gathering, sessions }) => [gathering, sessions.length])).toEqual([
      [1, 6],
      [2, 6],
    ]);
    const [{ title, venue, rooms, startsAt, endsAt }] = meetings as [(typeof meetings)[0]];
    expect({ title, venue, rooms }).toEqual({ title: 'Samling 1', venue: 'BI Nydalen', rooms: ['A2-075'] });
    expect(startsAt < endsAt).toBe(true);
    expect(endsAt.slice(0, 10)).toBe('2026-09-09');
  });

  it('is a session by itself where there are no gatherings', () => {
    const alone = first.slice(0, 2).map(({ gathering: _, ...entry }) => entry);
    expect(meetingsIn(alone).map(({ title, sessions }) => [title, sessions.length])).toEqual(
      alone.map(({ session }) => [session.title, 1]),
    );
  });

  it('leaves out what was called off or is nobody’s to attend any more', () => {
    const called = meetingsIn([...entriesOf(1, '2026-09-07', 'cancelled'), ...entriesOf(2, '2026-10-12', 'dropped')]);
    expect(called).toEqual([]);
  });

  it('is next until its last session is over', () => {
    const meetings = meetingsIn([...first, ...second]);
    const { endsAt } = meetings[0]!;
    expect(nextOf(meetings, '2026-09-08T10:00:00.000Z')?.gathering).toBe(1);
    expect(nextOf(meetings, endsAt)?.gathering).toBe(2);
    expect(nextOf(meetings, '2027-01-01T00:00:00.000Z')).toBeUndefined();
  });
});
