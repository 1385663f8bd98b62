import type { CommandContext, Order } from '@kull/event-store';
import { addDays, newUuid } from '@kull/kernel';
import { Chance } from '../../../../test/data/chance';
import { createTestStore, type TestStore } from '../../../../test/harness/database';
import { teachingParts } from '../teaching.module';
import { programmeClass } from './class';
import { type PlannedClass, scheduledOf } from './class.state';
import type { Session } from './class-plan';
import { enrolment } from './enrolment';
import { isInClass } from './enrolment.state';
import { enrolmentIdOf } from './ids';
import { makeUpOf } from './make-up-options';
import { transferOf } from './transfer';

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore(teachingParts);
});
afterAll(() => store.close());

const at = '2026-08-20T08:00:00.000Z';
const context = (): CommandContext => ({ commandId: newUuid(), actor: 'admin-1', occurredAt: at });

const sessionsOf = (number: number): readonly Session[] =>
  [0, 1, 2].map((day) => ({
    code: `G${number}-${day}`,
    title: 'Økt',
    startsAt: `${addDays('2026-09-01', number * 10 + day)}T07:00:00.000Z`,
    halfHours: 8,
    gathering: number,
  }));

/** The classes of an intake of their own, with two gatherings each. */
const planClasses = async (intake: string, codes: readonly string[], capacity: number): Promise<readonly string[]> => {
  const organiser = { name: 'Handelshøyskolen BI', orgNumber: '971228865' };
  for (const code of codes) {
    const classId = `cls_${intake}_${code}`;
    const outcome = await store.events.execute(
      programmeClass,
      classId,
      {
        type: 'PlanYear',
        data: {
          classId,
          plan: { code, site: 'OSLO', capacity, intake, programme: { code: 'NLP', title: 'Nasjonal lederutdanning' } },
          course: {
            ectsCredits: 30,
            ectsRule: { minAttendance: { numerator: 75, denominator: 100 } },
            gatherings: { count: 2, minDays: 3, maxDays: 4 },
            organiser,
          },
          gatherings: [1, 2].map((number) => ({
            number,
            title: `Samling ${number}`,
            venue: 'BI',
            sessions: sessionsOf(number),
          })),
        },
      },
      context(),
    );
    expect(outcome).toHaveProperty('accepted');
  }
  return codes.map((code) => `cls_${intake}_${code}`);
};

const classNow = async (classId: string): Promise<PlannedClass> =>
  (await store.events.load(programmeClass, classId)).state as PlannedClass;

const enrolOrder = async (classId: string, intake: string, studentNo: string): Promise<Order> => {
  const { plan, ceiling } = await classNow(classId);
  return {
    decider: enrolment,
    id: enrolmentIdOf(classId, studentNo),
    command: {
      type: 'EnrolStudent',
      data: {
        classId,
        classCode: plan.code,
        programme: 'NLP',
        intake,
        personId: `per_${studentNo}`,
        studentNo,
        participantStatus: 'PHYSICIAN',
        fingerprint: '0'.repeat(64),
        capacity: ceiling,
        enteredOn: '2026-08-20',
      },
    },
    commandId: newUuid(),
  };
};

const enrol = async (classId: string, intake: string, studentNo: string): Promise<string> => {
  const [outcome] = await store.events.executeEach([await enrolOrder(classId, intake, studentNo)], context());
  return 'accepted' in outcome! ? 'ACCEPTED' : outcome!.rejected.code;
};

const transfer = async (from: string, to: string, studentNo: string): Promise<string> => {
  const { state } = await store.events.load(enrolment, enrolmentIdOf(from, studentNo));
  const [home, target] = [
    { classId: from, state: await classNow(from) },
    { classId: to, state: await classNow(to) },
  ];
  const moved = transferOf(state, home, target, '2026-08-20');
  if ('rejected' in moved) return moved.rejected.code;
  const outcome = await store.events.executeTogether(
    [
      {
        decider: programmeClass,
        id: to,
        command: { type: 'CancelMakeUpsOf', data: { classId: to, studentNo, on: '2026-08-20' } },
        commandId: newUuid(),
      },
      { decider: enrolment, id: enrolmentIdOf(from, studentNo), command: moved.leave, commandId: newUuid() },
      { decider: enrolment, id: enrolmentIdOf(to, studentNo), command: moved.enter, commandId: newUuid() },
    ],
    context(),
  );
  return 'accepted' in outcome ? 'ACCEPTED' : outcome.rejected.code;
};

const makeUp = async (from: string, to: string, studentNo: string, gathering: number): Promise<string> => {
  const { state: student } = await store.events.load(enrolment, enrolmentIdOf(from, studentNo));
  const home = { classId: from, state: await classNow(from) };
  const order = makeUpOf({ studentNo, student, home, gathering, at }, { classId: to, state: await classNow(to) });
  if ('rejected' in order) return order.rejected.code;
  const outcome = await store.events.execute(programmeClass, to, order, context());
  return 'accepted' in outcome ? 'ACCEPTED' : outcome.rejected.code;
};

const count = (codes: readonly string[], wanted: string): number => codes.filter((code) => code === wanted).length;

/** Students of each class now, from the streams themselves. */
const studentsOf = async (classId: string, numbers: readonly string[]): Promise<readonly string[]> => {
  const loaded = await store.events.loadEach(
    enrolment,
    numbers.map((studentNo) => enrolmentIdOf(classId, studentNo)),
  );
  return loaded.flatMap(({ state }) => (isInClass(state) ? [state.studentNo] : []));
};

const placesTaken = async (classId: string): Promise<number | undefined> => {
  const rows = await store.events.query<{ taken: number }>(
    'select places_taken::int as taken from class_v2 where class_id = $1',
    [classId],
  );
  return rows[0]?.taken;
};

describe('enrolments that run at once', () => {
  it('never take more places than the class has', async () => {
    const [classId] = await planClasses('FULL', ['A'], 54);
    const orders = await Promise.all(Array.from({ length: 100 }, (_, i) => enrolOrder(classId!, 'FULL', `F${i}`)));
    const outcomes = await store.events.executeEach(orders, context());
    const codes = outcomes.map((outcome) => ('accepted' in outcome ? 'ACCEPTED' : outcome.rejected.code));
    expect([count(codes, 'ACCEPTED'), count(codes, 'CLASS_FULL')]).toEqual([54, 46]);
    expect(await placesTaken(classId!)).toBe(54);
  });

  it('give a person one place only in the classes of an intake', async () => {
    const classes = await planClasses('ONCE', ['A', 'B', 'C', 'D'], 54);
    const codes = await Promise.all(classes.flatMap((id) => [1, 2, 3, 4, 5].map(() => enrol(id, 'ONCE', 'P1'))));
    expect([count(codes, 'ACCEPTED'), count(codes, 'ALREADY_ENROLLED')]).toEqual([5, 15]);
    const places = await Promise.all(classes.map((id) => studentsOf(id, ['P1'])));
    expect(places.flat()).toEqual(['P1']);
  });

  it('give a student number to one person only in an intake', async () => {
    const [a, b] = await planClasses('NUMBER', ['A', 'B'], 54);
    const [one, other] = [await enrolOrder(a!, 'NUMBER', 'N1'), await enrolOrder(b!, 'NUMBER', 'N1')];
    const stranger = { ...other, command: { ...other.command, data: { ...other.command.data, personId: 'per_x' } } };
    const outcomes = await store.events.executeEach([one, stranger], context());
    const codes = outcomes.map((outcome) => ('accepted' in outcome ? 'ACCEPTED' : outcome.rejected.code)).sort();
    expect(codes).toEqual(['ACCEPTED', 'STUDENT_NO_TAKEN']);
  });
});

describe('the last place', () => {
  it('goes to one of those who come from outside, from another class, and as a guest', async () => {
    const [a, b] = await planClasses('LAST', ['A', 'B'], 3);
    for (const studentNo of ['L1', 'L2', 'L3']) await enrol(a!, 'LAST', studentNo);
    for (const studentNo of ['L4', 'L5']) await enrol(b!, 'LAST', studentNo);
    const codes = await Promise.all([
      enrol(b!, 'LAST', 'L6'),
      transfer(a!, b!, 'L1'),
      makeUp(a!, b!, 'L2', 1),
      store.events
        .execute(programmeClass, b!, { type: 'ChangeCapacity', data: { classId: b!, capacity: 2 } }, context())
        .then((outcome) => ('accepted' in outcome ? 'ACCEPTED' : outcome.rejected.code)),
    ]);
    expect(count(codes, 'ACCEPTED')).toBe(1);
    expect(codes.filter((code) => code !== 'ACCEPTED').every((code) => /^(CLASS_FULL|PLACES_TAKEN)$/.test(code))).toBe(
      true,
    );
  });

  it('leaves who was not let in where they were', async () => {
    const [a, b] = await planClasses('STAY', ['A', 'B'], 1);
    await enrol(a!, 'STAY', 'S1');
    await enrol(b!, 'STAY', 'S2');
    expect(await transfer(a!, b!, 'S1')).toBe('CLASS_FULL');
    expect([await studentsOf(a!, ['S1', 'S2']), await studentsOf(b!, ['S1', 'S2'])]).toEqual([['S1'], ['S2']]);
    expect(await enrol(b!, 'STAY', 'S1')).toBe('ALREADY_ENROLLED');
  });

  it('is free again the moment somebody stops, for one', async () => {
    const [a] = await planClasses('FREE', ['A'], 1);
    await enrol(a!, 'FREE', 'W1');
    await store.events.execute(
      enrolment,
      enrolmentIdOf(a!, 'W1'),
      { type: 'WithdrawStudent', data: { on: '2026-08-20', reasonClass: 'WORK' } },
      context(),
    );
    const codes = await Promise.all(['W2', 'W3', 'W4'].map((studentNo) => enrol(a!, 'FREE', studentNo)));
    expect([count(codes, 'ACCEPTED'), count(codes, 'CLASS_FULL')]).toEqual([1, 2]);
  });
});

describe('whatever runs at once', () => {
  it('no class has more students and guests than seats, and no person two places', async () => {
    const classes = await planClasses('STORM', ['A', 'B', 'C'], 5);
    const numbers = Array.from({ length: 18 }, (_, i) => `T${i}`);
    const chance = new Chance(20260820);
    const act = async (): Promise<string> => {
      const [from, to, studentNo] = [chance.oneOf(classes), chance.oneOf(classes), chance.oneOf(numbers)];
      const id = enrolmentIdOf(from, studentNo);
      const which = chance.between(1, 10);
      if (which <= 4) return enrol(from, 'STORM', studentNo);
      if (which <= 6) return transfer(from, to, studentNo);
      if (which <= 8) return makeUp(from, to, studentNo, chance.between(1, 2));
      if (which === 9) {
        const capacity = chance.between(3, 6);
        const command = { type: 'ChangeCapacity', data: { classId: from, capacity } } as const;
        await store.events.execute(programmeClass, from, command, context());
      } else {
        const command = { type: 'WithdrawStudent', data: { on: '2026-08-20', reasonClass: 'OTHER' } } as const;
        await store.events.execute(enrolment, id, command, context());
      }
      return 'ACCEPTED';
    };
    for (let round = 0; round < 12; round++) {
      await Promise.all(Array.from({ length: 30 }, act));
      const seated: string[] = [];
      for (const classId of classes) {
        const [state, students] = [await classNow(classId), await studentsOf(classId, numbers)];
        seated.push(...students);
        for (const { number } of scheduledOf(state)) {
          const guests = state.guests.filter(({ gathering }) => gathering === number);
          expect(students.length + guests.length).toBeLessThanOrEqual(state.capacity);
        }
        expect(await placesTaken(classId)).toBe(students.length);
        const [counted] = await store.owner.query<{ value: number }>(
          'select value::int as value from log.counter where key = $1',
          [`places:${classId}`],
        );
        const closed = state.ceiling - state.capacity;
        expect(counted?.value ?? 0).toBe(students.length + state.guestSeats + closed);
      }
      expect(new Set(seated).size).toBe(seated.length);
    }
  });
});
