import { expectedAt } from './expected';

const session = (startsAt: string, gathering?: number) => ({
  code: 'G1-1',
  title: 'Samling 1',
  startsAt,
  halfHours: 8,
  ...(gathering !== undefined && { gathering }),
});

describe('who a register expects', () => {
  const roll = {
    students: [
      { studentNo: 'ola', periods: [{}] },
      { studentNo: 'kari', periods: [{ from: '2026-10-01' }] },
      { studentNo: 'eva', periods: [{ until: '2026-10-01' }, { from: '2026-11-02' }] },
    ],
    guests: [
      { studentNo: 'per', gathering: 2 },
      { studentNo: 'siv', gathering: 1 },
    ],
  };

  it.each([
    ['before anybody came or left', '2026-09-30T07:00:00.000Z', ['eva', 'ola']],
    ['on the day of coming and leaving, by Norwegian time', '2026-09-30T22:30:00.000Z', ['kari', 'ola']],
    ['after somebody came back', '2026-11-02T07:00:00.000Z', ['eva', 'kari', 'ola']],
  ])('are its students of that day: %s', (_, startsAt, expected) =>
    expect(expectedAt(session(startsAt), roll)).toEqual(expected),
  );

  it('are the guests of its gathering too', () =>
    expect(expectedAt(session('2026-09-30T07:00:00.000Z', 2), roll)).toEqual(['eva', 'ola', 'per']));
});
