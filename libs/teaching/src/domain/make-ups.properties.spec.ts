import { addDays, fold, isRejected, type SetRule } from '@kull/kernel';
import fc from 'fast-check';
import { programmeClass } from './class';
import type { ClassCommand } from './class.commands';
import type { ClassEvent } from './class.events';
import { type PlannedClass, scheduledOf } from './class.state';
import type { Session } from './class-plan';
import { type EnrolmentCommand, type EnrolmentEvent, enrolment } from './enrolment';
import { type Enrolment, isInClass } from './enrolment.state';
import { periodOf } from './gathering';

const classId = 'cls_2';
const firstDay = '2026-09-01';
const startOf = (number: number): string => addDays(firstDay, number * 10);

const sessionsOf = (number: number, from = startOf(number)): readonly Session[] =>
  [0, 1, 2].map((day) => ({
    code: `G${number}-${day}`,
    title: 'Økt',
    startsAt: `${addDays(from, day)}T07:00:00.000Z`,
    halfHours: 8,
    gathering: number,
  }));
const gathering = (number: number, from = startOf(number)) => ({
  number,
  title: `Samling ${number}`,
  venue: 'BI',
  sessions: sessionsOf(number, from),
});

const planned: readonly ClassEvent[] = [
  {
    type: 'ClassPlanned',
    data: { code: 'OSLO-2', site: 'OSLO', capacity: 3, programme: { code: 'NLP', title: 'Nasjonal lederutdanning' } },
  },
  {
    type: 'CoursePlanned',
    data: {
      course: {
        ectsCredits: 30,
        ectsRule: { minAttendance: { numerator: 75, denominator: 100 } },
        gatherings: { count: 3, minDays: 3, maxDays: 4 },
        organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
      },
    },
  },
  ...[1, 2, 3].map((number): ClassEvent => ({ type: 'GatheringScheduled', data: { classId, ...gathering(number) } })),
];

/** A class and its students, over a log that keeps only the counter of places. */
class House {
  class = fold(programmeClass, planned) as PlannedClass;
  readonly students = new Map<string, Enrolment>();
  day = firstDay;
  placesTaken = 0;

  /** Whether the log takes it: the counter moves only when no rule is broken. */
  private stores(rules: readonly SetRule[]): boolean {
    let taken = this.placesTaken;
    for (const rule of rules) {
      if (rule.kind !== 'count' || rule.key !== `places:${classId}`) continue;
      taken += rule.by;
      if (rule.by > 0 && taken > rule.max) return false;
    }
    this.placesTaken = taken;
    return true;
  }

  onClass(command: ClassCommand): void {
    const decision = programmeClass.decide(this.class, command);
    if (isRejected(decision) || !this.stores(decision.events.flatMap(programmeClass.setRules!))) return;
    this.class = fold(programmeClass, decision.events, this.class) as PlannedClass;
  }

  onStudent(studentNo: string, command: EnrolmentCommand): void {
    const before = this.students.get(studentNo) ?? enrolment.initial;
    const decision = enrolment.decide(before, command);
    if (isRejected(decision) || !this.stores(decision.events.flatMap(enrolment.setRules!))) return;
    this.students.set(studentNo, fold<Enrolment, EnrolmentEvent>(enrolment, decision.events, before));
  }

  get studentsNow(): number {
    return [...this.students.values()].filter(isInClass).length;
  }

  /** Guests of each gathering that is not over. */
  get guestsToCome(): readonly number[] {
    return scheduledOf(this.class)
      .filter((one) => periodOf(one).endsOn >= this.day)
      .map(({ number }) => this.class.guests.filter((guest) => guest.gathering === number).length);
  }
}

type Step = (house: House) => void;

const guestNo = fc.integer({ min: 1, max: 4 }).map((n) => `G${n}`);
const studentNo = fc.integer({ min: 1, max: 4 }).map((n) => `S${n}`);
const number = fc.integer({ min: 1, max: 3 });

const arrange = fc.record({ guestNo, number }).map(
  ({ guestNo, number }): Step =>
    (house) =>
      house.onClass({
        type: 'ArrangeMakeUp',
        data: {
          classId,
          gathering: number,
          studentNo: guestNo,
          homeClassId: 'cls_1',
          homeClassCode: 'OSLO-1',
          homeSessions: sessionsOf(number),
          at: `${house.day}T06:00:00.000Z`,
        },
      }),
);
const cancel = fc.record({ guestNo, number }).map(
  ({ guestNo, number }): Step =>
    (house) =>
      house.onClass({
        type: 'CancelMakeUp',
        data: { classId, gathering: number, studentNo: guestNo, on: house.day },
      }),
);
const cancelAll = guestNo.map(
  (guestNo): Step =>
    (house) =>
      house.onClass({ type: 'CancelMakeUpsOf', data: { classId, studentNo: guestNo, on: house.day } }),
);
const release = fc.constant<Step>((house) =>
  house.onClass({ type: 'ReleaseMakeUpSeats', data: { classId, on: house.day } }),
);
const changeCapacity = fc.integer({ min: 1, max: 5 }).map(
  (capacity): Step =>
    (house) =>
      house.onClass({ type: 'ChangeCapacity', data: { classId, capacity } }),
);
const callOff = number.map(
  (number): Step =>
    (house) =>
      house.onClass({ type: 'CancelGathering', data: { classId, number, on: house.day, reasonClass: 'OTHER' } }),
);
const planAnew = number.map(
  (number): Step =>
    (house) =>
      house.onClass({ type: 'ScheduleGathering', data: { classId, gathering: gathering(number) } }),
);
const move = fc.record({ number, by: fc.integer({ min: 1, max: 5 }) }).map(
  ({ number, by }): Step =>
    (house) =>
      house.onClass({
        type: 'RescheduleGathering',
        data: { classId, gathering: gathering(number, addDays(startOf(number), by)), on: house.day },
      }),
);
const enrol = studentNo.map(
  (studentNo): Step =>
    (house) =>
      house.onStudent(studentNo, {
        type: 'EnrolStudent',
        data: {
          classId,
          classCode: 'OSLO-2',
          programme: 'NLP',
          intake: 'NLP-2026',
          personId: `per_${studentNo}`,
          studentNo,
          participantStatus: 'PHYSICIAN',
          fingerprint: studentNo,
          capacity: house.class.ceiling,
          enteredOn: house.day,
        },
      }),
);
const withdraw = studentNo.map(
  (studentNo): Step =>
    (house) =>
      house.onStudent(studentNo, { type: 'WithdrawStudent', data: { on: house.day, reasonClass: 'OTHER' } }),
);
const wait = fc.integer({ min: 1, max: 6 }).map(
  (days): Step =>
    (house) => {
      house.day = addDays(house.day, days);
    },
);

const story = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: arrange },
    { weight: 6, arbitrary: enrol },
    { weight: 2, arbitrary: withdraw },
    ...[release, callOff, planAnew].map((arbitrary) => ({ weight: 3, arbitrary })),
    ...[cancel, cancelAll, changeCapacity, move, wait].map((arbitrary) => ({ weight: 1, arbitrary })),
  ),
  { maxLength: 40, size: 'max' },
);

describe('whatever becomes of students and guests', () => {
  it('nobody is without a seat at a gathering to come', () =>
    fc.assert(
      fc.property(story, (steps) => {
        const house = new House();
        for (const step of steps) {
          step(house);
          for (const guests of house.guestsToCome)
            expect(house.studentsNow + guests).toBeLessThanOrEqual(house.class.capacity);
        }
      }),
      { numRuns: 300 },
    ));

  it('the places counted are those of students, those kept for guests and those closed', () =>
    fc.assert(
      fc.property(story, (steps) => {
        const house = new House();
        for (const step of steps) {
          step(house);
          const { capacity, ceiling, guestSeats } = house.class;
          expect(house.placesTaken).toBe(house.studentsNow + guestSeats + ceiling - capacity);
        }
      }),
      { numRuns: 300 },
    ));

  it('no seat is kept that no gathering to come needs, once seats are released', () =>
    fc.assert(
      fc.property(story, (steps) => {
        const house = new House();
        for (const step of steps) step(house);
        expect(house.class.guestSeats).toBeGreaterThanOrEqual(Math.max(0, ...house.guestsToCome));
        house.onClass({ type: 'ReleaseMakeUpSeats', data: { classId, on: house.day } });
        expect(house.class.guestSeats).toBe(Math.max(0, ...house.guestsToCome));
      }),
      { numRuns: 300 },
    ));
});
