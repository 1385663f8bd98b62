import { fold } from '@kull/kernel';
import fc from 'fast-check';
import type { ObservedMark } from './mark';
import { register } from './register';
import type { RegisterEvent } from './register.events';
import type { OpenRegister, Register } from './register.state';

const now = '2026-09-09T12:00:00.000Z';
const students = ['eva', 'jo', 'kim'];
const opened = fold(register, [
  {
    type: 'SessionOpened',
    data: { classId: 'cls_1', session: 'G1-1', startsAt: '2026-09-09T07:00:00.000Z', halfHours: 8, expected: students },
  },
] as RegisterEvent[]);

/** What a device's owner does: taps on a student, the first time or to change the last tap. */
const tap = fc.record({
  student: fc.nat(2),
  says: fc.constantFrom('PRESENT', 'LATE', 'ABSENT', 'EXCUSED'),
  changesLast: fc.boolean(),
  minute: fc.nat(120),
});

const stated = {
  PRESENT: { presence: 'PRESENT', lateHalfHours: 0 },
  LATE: { presence: 'PRESENT', lateHalfHours: 2 },
  ABSENT: { presence: 'ABSENT', lateHalfHours: 0 },
  EXCUSED: { presence: 'EXCUSED', lateHalfHours: 0, excuse: 'ILLNESS' },
} as const;

const marksOf = (device: number, taps: readonly (typeof tap extends fc.Arbitrary<infer T> ? T : never)[]) => {
  const last = new Map<number, string>();
  return taps.map(({ student, says, changesLast, minute }, n): ObservedMark => {
    const id = `0000000${device}-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const replaces = changesLast ? last.get(student) : undefined;
    last.set(student, id);
    return {
      id,
      studentNo: students[student]!,
      leftEarlyHalfHours: 0,
      ...stated[says],
      observedBy: `admin-${device}`,
      observedAt: new Date(Date.parse('2026-09-09T06:00:00.000Z') + minute * 60_000).toISOString(),
      source: 'DOOR',
      device: `phone-${device}`,
      ...(replaces !== undefined && { replaces }),
    };
  });
};

const afternoon = fc
  .tuple(fc.array(tap, { maxLength: 8 }), fc.array(tap, { maxLength: 8 }))
  .map(([one, other]) => [...marksOf(1, one), ...marksOf(2, other)]);

/** Sends the marks in batches of these sizes. */
const sent = (marks: readonly ObservedMark[], sizes: readonly number[], from: Register = opened): Register => {
  let state = from;
  let rest = marks;
  for (let batch = 0; rest.length > 0; batch++) {
    const size = sizes[batch % sizes.length]!;
    const decision = register.decide(state, {
      type: 'RecordMarks',
      data: { marks: rest.slice(0, size), now, judged: [] },
    });
    if ('rejected' in decision) throw new Error(decision.rejected.code);
    state = fold(register, decision.events, state);
    rest = rest.slice(size);
  }
  return state;
};

const settlement = (state: Register, studentNo: string, marks: readonly string[]): readonly RegisterEvent[] => {
  const decision = register.decide(state, {
    type: 'SettleConflict',
    data: {
      studentNo,
      marks,
      presence: 'PRESENT',
      lateHalfHours: 2,
      leftEarlyHalfHours: 0,
      settlementId: '99999999-0000-4000-8000-000000000000',
      settledBy: 'admin-9',
      now,
      reasonClass: 'WRONG_MARK',
      judged: [],
    },
  });
  if ('rejected' in decision) throw new Error(decision.rejected.code);
  return decision.events;
};

/** What people see of a register, in an order of its own. */
const seen = (state: Register): object => {
  const { records } = state as OpenRegister;
  return Object.fromEntries(
    [...records].sort(([one], [other]) => (one < other ? -1 : 1)).map(([student, record]) => [student, record]),
  );
};

/** Any order, with repetitions; in the end every mark has come at least once. */
const delivery = <T>(marks: readonly T[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...marks], { minLength: 0, maxLength: marks.length }),
      fc.shuffledSubarray([...marks], { minLength: marks.length, maxLength: marks.length }),
    )
    .map(([lostAndSentAgain, all]) => [...lostAndSentAgain, ...all]);

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

describe('two devices, in any order, repeated, lost and sent again', () => {
  it('lead to the same register', () => {
    fc.assert(
      fc.property(
        afternoon.chain((marks) => fc.tuple(fc.constant(marks), delivery(marks), sizes)),
        ([marks, delivered, batches]) => {
          expect(seen(sent(delivered, batches))).toEqual(seen(sent(marks, [500])));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('lead to the same register also when a person settled a conflict in between', () => {
    fc.assert(
      fc.property(
        afternoon.chain((marks) => fc.tuple(fc.constant(marks), delivery(marks), delivery(marks), sizes, fc.nat(30))),
        ([marks, first, second, batches, at]) => {
          const early = sent(first.slice(0, at % (first.length + 1)), batches);
          const found = early.status === 'unopened' ? [] : [...early.records];
          const [student, record] = found.find(([, { counts }]) => counts.conflict) ?? [];
          fc.pre(student !== undefined && record !== undefined);
          const settled = settlement(early, student!, record!.counts.conflict!);
          const atTheEnd = fold(register, settled, sent(marks, [500]));
          expect(seen(sent(second, batches, fold(register, settled, early)))).toEqual(seen(atTheEnd));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never count more than the least that is said while it is not settled', () => {
    fc.assert(
      fc.property(afternoon, (marks) => {
        const state = sent(marks, [500]);
        for (const { observations, counts } of state.status === 'unopened' ? [] : state.records.values()) {
          if (counts.conflict)
            for (const { id, halfHours } of observations)
              if (counts.conflict.includes(id)) expect(counts.halfHours).toBeLessThanOrEqual(halfHours);
        }
      }),
    );
  });
});
