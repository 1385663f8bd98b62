import { standingOf } from './attendance-standing';
import type { CountedSession } from './counted-session';
import { type GatheringToCome, optionsOf } from './standing-options';

const half = { award: 'ectsCredits', minAttendance: { numerator: 1, denominator: 2 } } as const;

const session = (code: string, attended?: number): CountedSession => ({
  session: code,
  startsAt: '2026-09-14T07:00:00.000Z',
  halfHours: 8,
  attended: attended ?? 0,
  state: attended === undefined ? 'open' : 'counted',
});

const inTrondheim = (gathering: number, startsOn: string, ...sessions: string[]): GatheringToCome => ({
  classId: 'cls_t',
  classCode: 'TRONDHEIM-1',
  gathering,
  startsOn,
  sessions,
});

const options = (sessions: readonly CountedSession[], ...elsewhere: GatheringToCome[]) =>
  optionsOf(sessions, [standingOf(sessions, half)], elsewhere);

describe('what a student can do', () => {
  it('is nothing as long as there is no risk', () => {
    expect(
      options(
        [session('G1.1', 8), session('G1.2', 0), session('G2.1'), session('G2.2')],
        inTrondheim(1, '2026-10-05', 'G1.2'),
      ),
    ).toEqual([]);
    expect(options([session('G1.1', 8)])).toEqual([]);
  });

  it('at risk: attend all that is left, make up what was missed, ask', () =>
    expect(
      options(
        [session('G1.1', 0), session('G1.2', 4), session('G2.1'), session('G2.2')],
        inTrondheim(1, '2026-10-05', 'G1.1', 'G1.2'),
        inTrondheim(2, '2026-11-02', 'G2.1', 'G2.2'),
      ),
    ).toEqual([
      {
        kind: 'MAKE_UP',
        gathering: 1,
        classId: 'cls_t',
        classCode: 'TRONDHEIM-1',
        startsOn: '2026-10-05',
        regained: 12,
        isEnough: true,
      },
      { kind: 'ATTEND_ALL', sessions: 2 },
      { kind: 'TALK_TO_COORDINATOR' },
    ]));

  it('out of reach: what can be made up, the first one first, and whether that is enough', () =>
    expect(
      options(
        [session('G1.1', 0), session('G1.2', 0), session('G2.1', 0), session('G3.1')],
        inTrondheim(2, '2026-11-02', 'G2.1'),
        inTrondheim(1, '2026-10-05', 'G1.1', 'G1.2'),
      ),
    ).toMatchObject([
      { kind: 'MAKE_UP', gathering: 1, regained: 16, isEnough: true },
      { kind: 'MAKE_UP', gathering: 2, regained: 8, isEnough: true },
      { kind: 'TALK_TO_COORDINATOR' },
    ]));

  it('out of reach for good: ask', () =>
    expect(options([session('G1.1', 0), session('G1.2', 0), session('G2.1')])).toEqual([
      { kind: 'TALK_TO_COORDINATOR' },
    ]));
});
