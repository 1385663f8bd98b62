import { compareWithRebuild } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { createTestStore, type TestStore } from '../../../../test/harness/database';
import { classPlan, course, gathering } from '../../test-model/a-year';
import { teachingParts } from '../teaching.module';
import { programmeClass } from './class';
import type { ClassCommand } from './class.commands';
import { enrolment } from './enrolment';
import type { Gathering } from './gathering';
import { classIdOf, enrolmentIdOf } from './ids';

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore(teachingParts);
});
afterAll(() => store.close());

const context = () => ({ commandId: newUuid(), actor: 'admin-1', occurredAt: '2026-08-01T00:00:00.000Z' });

const order = (classId: string, command: ClassCommand) => ({
  decider: programmeClass,
  id: classId,
  command,
  commandId: newUuid(),
});

/** The codes of the refusals, or `OK`. */
const outcomes = async (orders: readonly Parameters<typeof store.events.executeEach>[0][number][]): Promise<string[]> =>
  (await store.events.executeEach(orders, context())).map((outcome) =>
    'rejected' in outcome ? outcome.rejected.code : 'OK',
  );

const planYear = (
  code: string,
  intake: string,
  more: { gatherings?: readonly Gathering[]; capacity?: number } = {},
) => {
  const plan = { ...classPlan(code), intake, commissionedPlaces: 216, capacity: more.capacity ?? 54 };
  const classId = classIdOf(plan);
  const { gatherings = [] } = more;
  return order(classId, { type: 'PlanYear', data: { classId, plan, course, gatherings } });
};
const schedule = (classId: string, wanted: Gathering) =>
  order(classId, { type: 'ScheduleGathering', data: { classId, gathering: wanted } });
const move = (classId: string, wanted: Gathering) =>
  order(classId, { type: 'RescheduleGathering', data: { classId, gathering: wanted, on: '2026-08-01' } });
const changeTo = (classId: string, capacity: number, commissionedPlaces?: number) =>
  order(classId, { type: 'ChangeCapacity', data: { classId, capacity, commissionedPlaces } });
const enrol = (classId: string, i: number, capacity = 54) => {
  const studentNo = `S${i}`;
  const data = {
    classId,
    classCode: 'OSLO-1',
    programme: 'NLP',
    intake: classId,
    personId: `per_${classId}_${i}`,
    studentNo,
    participantStatus: 'PHYSICIAN',
    fingerprint: '0'.repeat(64),
    capacity,
  };
  const command = { type: 'EnrolStudent', data } as const;
  return { decider: enrolment, id: enrolmentIdOf(classId, studentNo), command, commandId: newUuid() };
};
const count = (codes: readonly string[], wanted: string): number => codes.filter((code) => code === wanted).length;
const counterOf = async (key: string): Promise<number> => {
  const [row] = await store.owner.query<{ value: number }>('select value::int from log.counter where key = $1', [key]);
  return row?.value ?? 0;
};

const classesOf = (intake: string, codes: readonly string[]): readonly string[] =>
  codes.map((code) => classIdOf({ code, intake }));

describe('rooms and teachers under commands that run at once', () => {
  const [one, other, third] = classesOf('ROOMS', ['A', 'B', 'C']) as [string, string, string];
  const inRoom = (room: string, startsOn = '2026-09-14', teachers?: string[]) =>
    gathering(1, startsOn, { room, teachers });

  it('are in one place at a time: one of two classes gets the room', async () => {
    await outcomes(['A', 'B', 'C'].map((code) => planYear(code, 'ROOMS')));
    const codes = await outcomes([schedule(one, inRoom('R:1')), schedule(other, inRoom('R:1'))]);
    expect(codes.sort()).toEqual(['OK', 'ROOM_TAKEN']);
  });

  it('are said with what is taken and from when', async () => {
    const winner = await store.events.load(programmeClass, one);
    const loser = winner.state.status !== 'unplanned' && winner.state.gatherings.length > 0 ? other : one;
    const { command } = schedule(loser, inRoom('R:1', '2026-09-16'));
    expect(await store.events.execute(programmeClass, loser, command, context())).toEqual({
      rejected: { code: 'ROOM_TAKEN', who: 'R:1', at: '2026-09-16T07:00:00.000Z' },
    });
  });

  it('are free again where a gathering was moved away or cancelled, and taken where it went', async () => {
    const days = gathering(2, '2026-10-05', { room: 'R2', teachers: ['T-1'] });
    const later = gathering(2, '2026-10-06', { room: 'R2', teachers: ['T-2'] });
    const elsewhere = gathering(2, '2026-10-05', { room: 'R3', teachers: ['T-1'] });
    expect(await outcomes([schedule(one, days)])).toEqual(['OK']);
    expect(await outcomes([schedule(other, elsewhere)])).toEqual(['TEACHER_TAKEN']);
    expect(await outcomes([move(one, later)])).toEqual(['OK']);
    expect(await outcomes([schedule(other, elsewhere)])).toEqual(['OK']);
    const monday = { ...gathering(2, '2026-10-05', { room: 'R2' }) };
    expect(await outcomes([schedule(third, monday)])).toEqual(['ROOM_TAKEN']);
    const cancel = {
      type: 'CancelGathering',
      data: { classId: one, number: 2, on: '2026-08-01', reasonClass: 'OTHER' },
    } as const;
    expect(await outcomes([order(one, cancel)])).toEqual(['OK']);
    expect(await outcomes([schedule(third, monday)])).toEqual(['OK']);
  });

  it('stay where they were when a move is refused', async () => {
    const [mine, theirs] = classesOf('MOVES', ['A', 'B']) as [string, string];
    await outcomes([
      planYear('A', 'MOVES', { gatherings: [gathering(1, '2026-11-02', { room: 'R9' })] }),
      planYear('B', 'MOVES', { gatherings: [gathering(1, '2026-11-09', { room: 'R9' })] }),
    ]);
    expect(await outcomes([move(theirs, gathering(1, '2026-11-03', { room: 'R9' }))])).toEqual(['ROOM_TAKEN']);
    expect(await outcomes([move(mine, gathering(1, '2026-11-10', { room: 'R9' }))])).toEqual(['ROOM_TAKEN']);
    expect(await outcomes([move(mine, gathering(1, '2026-11-03', { room: 'R9' }))])).toEqual(['OK']);
  });
});

describe('the places commissioned for an intake (I-22)', () => {
  it('are never exceeded by classes planned at once', async () => {
    const codes = await outcomes(Array.from({ length: 8 }, (_, i) => planYear(`K-${i}`, 'PLACES')));
    expect([count(codes, 'OK'), count(codes, 'COMMISSIONED_PLACES_EXCEEDED')]).toEqual([4, 4]);
    expect(await counterOf('commissioned:PLACES')).toBe(216);
  });

  it('are never exceeded by capacities that change at once, and move from class to class', async () => {
    const classIds = classesOf('CHANGES', ['K-0', 'K-1', 'K-2']);
    await outcomes(['K-0', 'K-1', 'K-2'].map((code) => planYear(code, 'CHANGES')));
    const codes = await outcomes(classIds.map((classId) => changeTo(classId, 54 + 30)));
    expect([count(codes, 'OK'), count(codes, 'COMMISSIONED_PLACES_EXCEEDED')]).toEqual([1, 2]);
    const winner = codes.indexOf('OK');
    expect(await outcomes([changeTo(classIds[winner]!, 50)])).toEqual(['OK']);
    const loser = classIds[(winner + 1) % 3]!;
    expect(await outcomes([changeTo(loser, 84)])).toEqual(['OK']);
    expect(await counterOf('commissioned:CHANGES')).toBe(50 + 84 + 54);
  });

  it('can be raised, and then hold what they were raised to', async () => {
    const [classId] = classesOf('RAISED', ['K-0']) as [string];
    await outcomes([planYear('K-0', 'RAISED')]);
    expect(await outcomes([changeTo(classId, 217)])).toEqual(['COMMISSIONED_PLACES_EXCEEDED']);
    expect(await outcomes([changeTo(classId, 217, 220)])).toEqual(['OK']);
    expect(await outcomes([changeTo(classId, 221, 220)])).toEqual(['COMMISSIONED_PLACES_EXCEEDED']);
  });
});

describe('places that are closed while students are enrolled', () => {
  it('are never those that are taken: students and closed places together fill the class', async () => {
    const [classId] = classesOf('CLOSING', ['K-0']) as [string];
    await outcomes([planYear('K-0', 'CLOSING')]);
    const enrolments = Array.from({ length: 54 }, (_, i) => enrol(classId, i));
    const codes = await outcomes([
      ...enrolments.slice(0, 30),
      changeTo(classId, 20),
      ...enrolments.slice(30),
      changeTo(classId, 10),
    ]);
    const { state } = await store.events.load(programmeClass, classId);
    const capacity = state.status === 'unplanned' ? 0 : state.capacity;
    const enrolled = codes.filter((code, i) => code === 'OK' && i !== 30 && i !== 55).length;
    expect(enrolled).toBeLessThanOrEqual(capacity);
    expect(await counterOf(`places:${classId}`)).toBe(enrolled + 54 - capacity);
    expect(codes.every((code) => ['OK', 'CLASS_FULL', 'PLACES_TAKEN'].includes(code))).toBe(true);
  });

  it('are refused below the places taken, closed down to them, and opened again', async () => {
    const [classId] = classesOf('REOPENED', ['K-0']) as [string];
    await outcomes([planYear('K-0', 'REOPENED')]);
    await outcomes(Array.from({ length: 40 }, (_, i) => enrol(classId, i)));
    expect(await outcomes([changeTo(classId, 39)])).toEqual(['PLACES_TAKEN']);
    expect(await outcomes([changeTo(classId, 40)])).toEqual(['OK']);
    expect(await outcomes([enrol(classId, 40)])).toEqual(['CLASS_FULL']);
    expect(await outcomes([changeTo(classId, 41)])).toEqual(['OK']);
    expect(await outcomes([enrol(classId, 40)])).toEqual(['OK']);
    expect(await outcomes([enrol(classId, 41)])).toEqual(['CLASS_FULL']);
    expect(await outcomes([changeTo(classId, 60)])).toEqual(['OK']);
    expect(await outcomes([enrol(classId, 41, 60)])).toEqual(['OK']);
    expect(await counterOf(`places:${classId}`)).toBe(42);
  });
});

describe('read models', () => {
  it('equal their rebuild', async () => {
    for (const model of teachingParts.readModels) {
      const { live, rebuilt } = await compareWithRebuild(model, store.codecs, store.owner);
      expect(live).toEqual(rebuilt);
    }
  });
});
