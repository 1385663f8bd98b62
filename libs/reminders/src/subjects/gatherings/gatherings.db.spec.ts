import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type Instant, instantInOslo, type LocalDate, localDateInOslo } from '@kull/kernel';
import fc from 'fast-check';
import { GatheringYear, gatheringFrom, personOf } from '../../../../../test/harness/gathering-year';
import type { Occasion } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import { writeOccasion } from '../index';
import { GatheringChanges } from './changed-source';
import { GatheringsToCome } from './source';

const planOf = (programmeCode: string): Plan => ({
  programmeCode,
  subject: 'GATHERING',
  steps: [
    { step: 'P14D', daysBefore: 14, at: '09:00:00' },
    { step: 'P2D', daysBefore: 2, at: '09:00:00' },
  ],
  channels: ['MAIL'],
  validForHours: 24,
  collected: false,
  mayBeDeclined: true,
  onSince: '2026-01-01T00:00:00.000Z',
});

let year: GatheringYear;
let toCome: GatheringsToCome;
let changes: GatheringChanges;
beforeAll(async () => {
  year = await GatheringYear.start();
  toCome = new GatheringsToCome(year.gatherings);
  changes = new GatheringChanges(year.gatherings);
});
afterAll(() => year.close());

const wholeYear = ['2026-06-01T00:00:00.000Z', '2027-08-01T00:00:00.000Z'] as const;
const allOf = (plan: Plan): Promise<readonly Occasion[]> => toCome.between(plan, ...wholeYear);

const studentOrder = fc.record({
  kind: fc.constant('student' as const),
  what: fc.constantFrom('withdraw', 'leave', 'transfer', 'come back'),
  student: fc.integer({ min: 1, max: 3 }),
  home: fc.integer({ min: 0, max: 1 }),
  day: fc.integer({ min: 0, max: 120 }),
  length: fc.integer({ min: 1, max: 40 }),
});
const classOrder = fc.record({
  kind: fc.constant('class' as const),
  what: fc.constantFrom('move', 'cancel', 'schedule', 'guest'),
  student: fc.integer({ min: 1, max: 3 }),
  home: fc.integer({ min: 0, max: 1 }),
  number: fc.integer({ min: 1, max: 3 }),
  day: fc.integer({ min: 0, max: 120 }),
});

type StudentOrder = typeof studentOrder extends fc.Arbitrary<infer Order> ? Order : never;
type ClassOrder = typeof classOrder extends fc.Arbitrary<infer Order> ? Order : never;

/** What a reader of the events alone knows: gatherings by class and number, and days of everybody in every class. */
interface Known {
  readonly gatherings: Map<string, { first: LocalDate; days: number; revision: number; cancelled: boolean }>;
  readonly stays: {
    classId: string;
    person: string;
    from: LocalDate;
    until?: LocalDate;
    leaves: [LocalDate, LocalDate?][];
  }[];
  readonly guests: { key: string; person: string }[];
}

const isThere = (stay: Known['stays'][number], day: LocalDate): boolean =>
  stay.from <= day &&
  (stay.until === undefined || day < stay.until) &&
  !stay.leaves.some(([from, until]) => from <= day && (until === undefined || day < until));

const present = (stays: Known['stays']) => stays.filter((stay) => stay.until === undefined);

/** Every line that should be told, by brute force. */
const expected = ({ gatherings, stays, guests }: Known, from: Instant, to: Instant): readonly string[] =>
  [...gatherings].flatMap(([key, { first, days, revision, cancelled }]) => {
    const classId = key.split('.')[0]!;
    if (cancelled) return [];
    const allDays = Array.from({ length: days }, (_, i) => addDays(first, i));
    const people = new Set([
      ...present(stays)
        .filter(({ classId: id, person }) => {
          const own = stays.filter((stay) => stay.classId === id && stay.person === person);
          return id === classId && allDays.some((day) => own.some((stay) => isThere(stay, day)));
        })
        .map(({ person }) => person),
    ]);
    const visitors = guests.filter((guest) => guest.key === key).map(({ person }) => person);
    return [14, 2].flatMap((daysBefore) => {
      const dueAt = instantInOslo(addDays(first, -daysBefore), '09:00:00');
      if (dueAt <= from || dueAt > to) return [];
      return [...new Set([...people, ...visitors])].map(
        (person) => `${dueAt} ${key} r${revision} P${daysBefore}D ${person}`,
      );
    });
  });

const line = ({ dueAt, about, version, step, recipient }: Occasion): string =>
  `${dueAt} ${about} r${version} ${step} ${recipient.kind === 'person' ? recipient.personId : recipient.kind}`;

let run = 0;

/** A world of its own for every run: a programme that nobody else has. */
const worldOf = async (orders: readonly (StudentOrder | ClassOrder)[]) => {
  const programme = `P${run++}`;
  const known: Known = { gatherings: new Map(), stays: [], guests: [] };
  const classes = [
    await year.plan(programme, 'OSLO-1', ['2026-09-07', '2026-10-12', '2026-11-16']),
    await year.plan(programme, 'OSLO-2', ['2026-09-14', '2026-10-19', '2026-11-23']),
  ];
  const firsts = [
    ['2026-09-07', '2026-10-12', '2026-11-16'],
    ['2026-09-14', '2026-10-19', '2026-11-23'],
  ];
  for (const [i, days] of firsts.entries())
    for (const [at, first] of days.entries())
      known.gatherings.set(`${classes[i]}.${at + 1}`, { first, days: 3, revision: 0, cancelled: false });
  for (const [i, classId] of classes.entries())
    for (const n of [1, 2]) {
      const studentNo = `S${i}${n}`;
      await year.enrol(programme, classId, studentNo, '2026-08-01');
      known.stays.push({ classId, person: personOf(programme, studentNo), from: '2026-08-01', leaves: [] });
    }
  for (const order of orders) {
    const classId = classes[order.home]!;
    const day = addDays('2026-08-15', order.day);
    const studentNo = `S${order.home}${order.student}`;
    const person = personOf(programme, studentNo);
    const own = known.stays.findLast((stay) => stay.classId === classId && stay.person === person);
    if (order.kind === 'student') {
      if (order.what === 'withdraw') {
        const command = { type: 'WithdrawStudent', data: { on: day, reasonClass: 'OTHER' } } as const;
        if ((await year.askStudent(classId, studentNo, command)).length > 0) own!.until = day;
      } else if (order.what === 'leave') {
        const until = order.length > 35 ? undefined : addDays(day, order.length);
        const data = { from: day, ...(until !== undefined && { until }), reasonClass: 'OTHER' } as const;
        if ((await year.askStudent(classId, studentNo, { type: 'GrantLeave', data })).length > 0)
          for (const stay of known.stays.filter((one) => one.classId === classId && one.person === person))
            stay.leaves.push([day, until]);
      } else if (order.what === 'transfer') {
        const to = classes[1 - order.home]!;
        const data = { to: { classId: to, classCode: 'OSLO' }, on: day };
        if ((await year.askStudent(classId, studentNo, { type: 'TransferStudent', data })).length === 0) continue;
        own!.until = day;
        if ((await year.enrol(programme, to, studentNo, day)).length > 0)
          known.stays.push({ classId: to, person, from: day, leaves: [] });
      } else if ((await year.enrol(programme, classId, studentNo, day)).length > 0)
        known.stays.push({ classId, person, from: day, leaves: [] });
      continue;
    }
    const key = `${classId}.${order.number}`;
    const gathering = gatheringFrom(order.number, day);
    const at = '2026-07-01T08:00:00.000Z';
    const on = '2026-07-01';
    if (order.what === 'move' || order.what === 'schedule') {
      const command =
        order.what === 'move'
          ? ({ type: 'RescheduleGathering', data: { classId, gathering, on } } as const)
          : ({ type: 'ScheduleGathering', data: { classId, gathering } } as const);
      if ((await year.ask(classId, command, at)).length > 0) {
        const { revision } = known.gatherings.get(key)!;
        known.gatherings.set(key, { first: day, days: 3, revision: revision + 1, cancelled: false });
      }
    } else if (order.what === 'cancel') {
      const command = {
        type: 'CancelGathering',
        data: { classId, number: order.number, on, reasonClass: 'OTHER' },
      } as const;
      if ((await year.ask(classId, command, at)).length > 0) {
        const before = known.gatherings.get(key)!;
        known.gatherings.set(key, { ...before, revision: before.revision + 1, cancelled: true });
        for (let i = known.guests.length - 1; i >= 0; i--) if (known.guests[i]!.key === key) known.guests.splice(i, 1);
      }
    } else {
      const other = 1 - order.home;
      const visitor = `S${other}${order.student}`;
      const makeUp = {
        gathering: order.number,
        studentNo: visitor,
        homeClassId: classes[other]!,
        homeClassCode: 'OSLO',
      };
      const homeSessions = gatheringFrom(order.number, '2026-08-20').sessions;
      const command = { type: 'ArrangeMakeUp', data: { ...makeUp, classId, homeSessions, at } } as const;
      const isKnown = known.stays.some(
        (stay) => stay.classId === classes[other] && stay.person === personOf(programme, visitor),
      );
      if (isKnown && (await year.ask(classId, command, at)).length > 0)
        known.guests.push({ key, person: personOf(programme, visitor) });
    }
  }
  return { plan: planOf(programme), known };
};

describe('gatherings to come', () => {
  it('are told to exactly those whom the events leave there, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(studentOrder, classOrder), { maxLength: 12 }), async (orders) => {
        const { plan, known } = await worldOf(orders);
        const occasions = await allOf(plan);
        expect(occasions.map(line).sort()).toEqual([...expected(known, ...wholeYear)].sort());
        const month = ['2026-09-20T12:00:00.000Z', '2026-10-18T12:00:00.000Z'] as const;
        const inMonth = await toCome.between(plan, ...month);
        expect(inMonth.map(line).sort()).toEqual([...expected(known, ...month)].sort());
        expect(await toCome.standing(plan, occasions)).toEqual(occasions.map((stands) => ({ stands })));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('are told once to a guest who has been transferred to the class since, as to a student', async () => {
    const guest = { kind: 'class', what: 'guest', student: 1, home: 0, number: 1, day: 0 } as const;
    const transfer = { kind: 'student', what: 'transfer', student: 1, home: 1, day: 0, length: 1 } as const;
    const { plan, known } = await worldOf([guest, transfer]);
    const occasions = await allOf(plan);
    expect(occasions.map(line).sort()).toEqual([...expected(known, ...wholeYear)].sort());
    expect(await toCome.standing(plan, occasions)).toEqual(occasions.map((stands) => ({ stands })));
    expect(occasions.filter(({ facts }) => facts.role === 'guest')).toEqual([]);
  });

  it('tell nothing old after a move, a cancellation, a withdrawal or leave', async () => {
    const programme = 'OLD';
    const plan = planOf(programme);
    const classId = await year.plan(programme, 'OSLO-1', ['2026-09-07', '2026-10-12', '2026-11-16']);
    for (const n of [1, 2, 3]) await year.enrol(programme, classId, `S${n}`, '2026-08-01');
    const before = await allOf(plan);
    expect(before).toHaveLength(3 * 3 * 2);

    await year.ask(
      classId,
      { type: 'RescheduleGathering', data: { classId, gathering: gatheringFrom(2, '2026-10-19'), on: '2026-07-01' } },
      '2026-07-01T08:00:00.000Z',
    );
    await year.ask(
      classId,
      { type: 'CancelGathering', data: { classId, number: 3, on: '2026-07-01', reasonClass: 'OTHER' } },
      '2026-07-01T08:00:00.000Z',
    );
    await year.askStudent(classId, 'S2', { type: 'WithdrawStudent', data: { on: '2026-08-20', reasonClass: 'OTHER' } });
    await year.askStudent(classId, 'S3', { type: 'GrantLeave', data: { from: '2026-09-01', reasonClass: 'OTHER' } });

    const standing = await toCome.standing(plan, before);
    const became = before.map(({ about, recipient }, at) => {
      const one = standing[at]!;
      const person = recipient.kind === 'person' ? recipient.personId : '';
      const who = ['S1', 'S2', 'S3'].find((no) => personOf(programme, no) === person);
      return `${about.split('.')[1]} ${who} ${'stands' in one ? 'stands' : one.cancelled}`;
    });
    expect([...new Set(became)].sort()).toEqual([
      '1 S1 stands',
      '1 S2 WITHDRAWN',
      '1 S3 WITHDRAWN',
      '2 S1 MOVED',
      '2 S2 WITHDRAWN',
      '2 S3 WITHDRAWN',
      '3 S1 WITHDRAWN',
      '3 S2 WITHDRAWN',
      '3 S3 WITHDRAWN',
    ]);
  });

  it('carry a calendar file with the UID and SEQUENCE of the feed', async () => {
    const programme = 'ICS';
    const classId = await year.plan(programme, 'OSLO-1', ['2026-09-07', '2026-10-12', '2026-11-16']);
    await year.enrol(programme, classId, 'S1', '2026-08-01');
    await year.ask(
      classId,
      { type: 'RescheduleGathering', data: { classId, gathering: gatheringFrom(1, '2026-09-14'), on: '2026-07-01' } },
      '2026-07-01T08:00:00.000Z',
    );
    const [first] = await allOf(planOf(programme));
    const [attached] = writeOccasion(first!, 'nn', {}).attachments!;
    const file = new TextDecoder().decode(attached!.bytes);
    const [told] = await year.gatherings.ofClasses([classId]);
    expect(file.match(/^UID:(.*)$/gm)).toEqual(told!.entries.map(({ uid }) => `UID:${uid}\r`.trim()));
    expect(file.match(/^SEQUENCE:(\d+)/gm)).toEqual(['SEQUENCE:1', 'SEQUENCE:1', 'SEQUENCE:1']);
    expect(file).toContain('DTSTART;TZID=Europe/Oslo:20260914T090000');
    expect(file).not.toMatch(/DTSTAMP:19700101/);
  });
});

describe('a change of a gathering', () => {
  it('is told at once to who is touched and to who teaches, and only the last of them', async () => {
    const programme = 'CHG';
    const plan: Plan = { ...planOf(programme), subject: 'GATHERING_CHANGED', steps: [], validForHours: 72 };
    const classId = await year.plan(programme, 'OSLO-1', ['2026-09-07', '2026-10-12', '2026-11-16'], 'teacher-1');
    await year.enrol(programme, classId, 'S1', '2026-08-01');
    await year.enrol(programme, classId, 'S2', '2026-08-01');
    await year.askStudent(classId, 'S2', { type: 'GrantLeave', data: { from: '2026-08-10', reasonClass: 'OTHER' } });
    const move = (day: LocalDate, at: Instant) =>
      year.ask(
        classId,
        {
          type: 'RescheduleGathering',
          data: { classId, gathering: gatheringFrom(1, day, 'teacher-2'), on: localDateInOslo(at) },
        },
        at,
      );
    const eventOf = async () => (await year.store.events.readStream(`class-${classId}`)).at(-1)!;

    await move('2026-09-14', '2026-09-01T10:00:00.000Z');
    const first = await changes.fromEvent(plan, await eventOf());
    expect(first.map(line)).toEqual([
      `2026-09-01T10:00:00.000Z ${classId}.1 r1 ONCE ${personOf(programme, 'S1')}`,
      `2026-09-01T10:00:00.000Z ${classId}.1 r1 ONCE staff`,
      `2026-09-01T10:00:00.000Z ${classId}.1 r1 ONCE staff`,
    ]);
    expect(first.slice(1).map(({ recipient }) => recipient)).toEqual([
      { kind: 'staff', code: 'teacher-2' },
      { kind: 'staff', code: 'teacher-1' },
    ]);
    expect(writeOccasion(first[0]!, 'nb', {})).toMatchObject({ subject: 'Samling 1 er flyttet' });
    expect(writeOccasion(first[0]!, 'nb', {}).textMessage).toBeUndefined();
    expect(await changes.fromEvent(planOf('OTHER'), await eventOf())).toEqual([]);

    await year.ask(
      classId,
      { type: 'CancelGathering', data: { classId, number: 1, on: '2026-09-12', reasonClass: 'OTHER' } },
      '2026-09-12T10:00:00.000Z',
    );
    const second = await changes.fromEvent(plan, await eventOf());
    expect(await changes.standing(plan, first)).toEqual([
      { cancelled: 'MOVED' },
      { cancelled: 'MOVED' },
      { cancelled: 'WITHDRAWN' },
    ]);
    expect(await changes.standing(plan, second)).toEqual(second.map((stands) => ({ stands })));
    expect(writeOccasion(second[0]!, 'nn', {}).textMessage).toBe('Samling 1 er avlyst (klasse OSLO-1).');
  });
});
