import fc from 'fast-check';
import { course, gathering } from '../../test-model/a-year';
import { clashesOf, classClashesOf, entriesOf } from './clashes';
import { type Gathering, takenBy } from './gathering';

const oslo1 = { classId: 'cls_1', classCode: 'OSLO-1' };
const oslo2 = { classId: 'cls_2', classCode: 'OSLO-2' };
const monday = gathering(1, '2026-09-14', { room: 'A', teachers: ['T-1'] });
const wanted = entriesOf(oslo1, monday);

describe('clashes on the timetable', () => {
  it('are found of rooms and of teachers, all of them, with who else is there', () => {
    const other = entriesOf(oslo2, gathering(4, '2026-09-16', { room: 'A', teachers: ['T-2', 'T-1'] }));
    const found = clashesOf(wanted, other);
    expect(found.map(({ code, who, entry, other: at }) => [code, who, entry.session, at.session])).toEqual([
      ['ROOM_TAKEN', 'A', '1-3F', '4-1F'],
      ['TEACHER_TAKEN', 'T-1', '1-3F', '4-1F'],
      ['ROOM_TAKEN', 'A', '1-3E', '4-1E'],
      ['TEACHER_TAKEN', 'T-1', '1-3E', '4-1E'],
    ]);
  });

  it('are found among the wanted ones too, each once', () => {
    const both = [...wanted, ...entriesOf(oslo2, gathering(1, '2026-09-14', { room: 'A' }))];
    expect(clashesOf(both, [])).toHaveLength(6);
  });

  it('are none with what the wanted ones replace, nor where nothing is shared', () => {
    expect(clashesOf(wanted, entriesOf(oslo1, gathering(1, '2026-09-15', { room: 'A' })))).toEqual([]);
    expect(clashesOf(wanted, entriesOf(oslo2, gathering(1, '2026-09-14', { room: 'B' })))).toEqual([]);
    expect(
      clashesOf(entriesOf(oslo1, gathering(1, '2026-09-14')), entriesOf(oslo2, gathering(1, '2026-09-14'))),
    ).toEqual([]);
  });

  const anyGathering = (number: number): fc.Arbitrary<Gathering> =>
    fc
      .array(
        fc.record({
          quarters: fc.nat({ max: 40 }),
          halfHours: fc.integer({ min: 1, max: 6 }),
          room: fc.constantFrom('A', 'B', undefined),
          teachers: fc.subarray(['T-1', 'T-2', 'A']),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((sessions) => ({
        ...monday,
        number,
        sessions: sessions.map(({ quarters, halfHours, room, teachers }, i) => ({
          code: `${number}-${i}`,
          title: 'Økt',
          startsAt: new Date(Date.UTC(2026, 8, 14, 7) + quarters * 900_000).toISOString(),
          halfHours,
          ...(room !== undefined && { room }),
          teachers,
        })),
      }));

  it('are there exactly when the log would refuse one of the two gatherings', () => {
    fc.assert(
      fc.property(anyGathering(1), anyGathering(2), (one, other) => {
        const taken = new Set(takenBy(one.sessions));
        const isRefused = takenBy(other.sessions).some((key) => taken.has(key));
        expect(clashesOf(entriesOf(oslo1, one), entriesOf(oslo2, other)).length > 0).toBe(isRefused);
      }),
      { numRuns: 500 },
    );
  });
});

describe('clashes within a class', () => {
  it('are said of every gathering that cannot stand beside those before it', () => {
    const gatherings = [
      monday,
      gathering(2, '2026-09-16'),
      gathering(3, '2026-11-23', { days: 2 }),
      gathering(4, '2027-02-08'),
    ];
    const year = { code: 'OSLO-1', startsOn: '2026-09-07', endsOn: '2027-06-11', gatherings };
    expect(classClashesOf(year, course.gatherings)).toEqual([
      { code: 'GATHERINGS_OVERLAP', classCode: 'OSLO-1', gathering: 2 },
      { code: 'GATHERING_LENGTH', classCode: 'OSLO-1', gathering: 3 },
    ]);
  });
});
