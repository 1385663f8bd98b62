import type { ClassPlan } from '@kull/teaching/contracts';
import type { CountedSession } from './counted-sessions';
import { type GatheringToCome, optionsOf } from './standing-options';
import { studentStandings } from './student-standings';

const half = { award: 'ectsCredits', minAttendance: { numerator: 1, denominator: 2 } } as const;

/** `G1.2`: the second session of gathering 1. */
const session = (code: string, attended?: number): CountedSession => ({
  session: code,
  startsAt: '2026-09-14T07:00:00.000Z',
  halfHours: 8,
  attended: attended ?? 0,
  state: attended === undefined ? 'open' : 'counted',
});

const plan = {
  course: {
    sessions: ['G1.1', 'G1.2', 'G2.1', 'G2.2', 'G3.1'].map((code) => ({
      ...session(code),
      code,
      title: code,
      gathering: Number(code[1]),
    })),
  },
} as unknown as ClassPlan;

const inTrondheim = (gathering: number, startsOn: string): GatheringToCome => ({
  classId: 'cls_t',
  classCode: 'TRONDHEIM-1',
  gathering,
  startsOn,
});

const options = (sessions: readonly CountedSession[], ...toCome: GatheringToCome[]) =>
  optionsOf(studentStandings('cls_o', plan, { studentNo: 'kari', sessions, requirements: [half] }, undefined), [
    ...toCome,
    { ...inTrondheim(1, '2026-09-30'), classId: 'cls_o' },
  ]);

describe('what a student can do', () => {
  it('is nothing as long as there is no risk', () => {
    expect(
      options([session('G1.1', 8), session('G1.2', 0), session('G2.1'), session('G2.2')], inTrondheim(1, '2026-10-05')),
    ).toEqual([]);
    expect(options([session('G1.1', 8)])).toEqual([]);
  });

  it('at risk: attend all that is left, make up what was missed, ask', () =>
    expect(
      options(
        [session('G1.1', 0), session('G1.2', 4), session('G2.1'), session('G2.2')],
        inTrondheim(1, '2026-10-05'),
        inTrondheim(2, '2026-11-02'),
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
        inTrondheim(2, '2026-11-02'),
        inTrondheim(1, '2026-10-05'),
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
