import * as fc from 'fast-check';
import type { MarkAnswer, RegisterAnswer, StudentAnswer } from '../../../../libs/attendance/src/http/register-answers';
import {
  canTakeBack,
  type Holder,
  type MarkOrder,
  nextPresence,
  type Order,
  type PresenceKind,
  saying,
  scanned,
  standingOf,
  takenBack,
} from './orders';
import { answered, shipments, tried, withoutKnown } from './sending';

const place = { classId: 'cls_1', session: 'G1-1' };
const later = '2026-09-14T09:00:00.000Z';
const me: Holder = { actor: 'mli', device: 'phone-1' };
const other: Holder = { actor: 'tvi', device: 'phone-2' };

let made = 0;
const next = () => ({
  id: `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
  observedAt: '2026-09-14T06:45:00.000Z',
});

/** A register as the service answers, of marks in the order in which they came. */
const registerOf = (
  students: readonly string[],
  marks: readonly (MarkAnswer & { studentNo: string })[],
): RegisterAnswer => {
  const line = (studentNo: string): StudentAnswer => {
    const own = marks.filter((mark) => mark.studentNo === studentNo);
    const open = own.filter(
      ({ id, observedBy, device }) =>
        !own.some((one) => one.replaces === id && one.observedBy === observedBy && one.device === device),
    );
    const [first] = open;
    if (!first) return { studentNo, onLeave: false, marks: [], changes: [] };
    const disagree = open.some(({ presence }) => presence !== first.presence);
    const least = disagree ? open.find(({ presence }) => presence !== 'PRESENT')! : first;
    return {
      studentNo,
      onLeave: false,
      counts: { ...least, by: least.observedBy, at: least.observedAt },
      ...(disagree && { conflict: open.map(({ id }) => id) }),
      marks: own,
      changes: [],
    };
  };
  return { session: place.session, students: students.map(line) } as unknown as RegisterAnswer;
};

const markFrom = (order: Order, { actor, device }: Holder): MarkAnswer & { studentNo: string } => {
  const { id, observedAt, studentNo, presence, replaces } = order as MarkOrder;
  return {
    id,
    studentNo,
    presence: order.kind === 'scan' ? 'PRESENT' : presence,
    attendedHours: 0,
    lateHours: 0,
    leftEarlyHours: 0,
    observedBy: actor,
    device,
    observedAt,
    source: 'LIST',
    ...(replaces && { replaces }),
  };
};

const tap = (orders: readonly Order[], presence: PresenceKind, register?: RegisterAnswer) =>
  saying(orders, register, me, { ...place, studentNo: 'S1', presence }, next());
const stands = (orders: readonly Order[], register?: RegisterAnswer) => standingOf(orders, register, me, place, 'S1');

describe('a row that is tapped', () => {
  it('goes from nothing to present, absent, excused, and round again', () => {
    expect([undefined, 'PRESENT', 'ABSENT', 'EXCUSED'].map((one) => nextPresence(one as PresenceKind))).toEqual([
      'PRESENT',
      'ABSENT',
      'EXCUSED',
      'PRESENT',
    ]);
  });

  it('leaves one mark, the last, while nothing was sent', () => {
    const orders = tap(tap(tap([], 'PRESENT'), 'ABSENT'), 'EXCUSED');
    expect(orders).toMatchObject([{ presence: 'EXCUSED', progress: { at: 'waiting' } }]);
    expect(orders[0]).not.toHaveProperty('replaces');
    expect(stands(orders)).toEqual({ presence: 'EXCUSED', isWaiting: true, isDisputed: false });
  });

  it('replaces what may have arrived, and is silent when it is what stands', () => {
    const first = tap([], 'PRESENT');
    const sent = tried(first, first);
    const second = tap(sent, 'ABSENT');
    expect(second).toMatchObject([{ progress: { at: 'tried' } }, { presence: 'ABSENT', replaces: first[0]!.id }]);
    expect(tap(second, 'PRESENT')).toEqual(sent);
  });

  it('replaces its own mark in the register, and disagrees with that of another', () => {
    const [own] = tap([], 'PRESENT');
    const seen = registerOf(['S1'], [markFrom(own!, me)]);
    expect(tap([], 'ABSENT', seen)).toMatchObject([{ replaces: own!.id }]);
    const theirs = registerOf(['S1'], [markFrom(own!, other)]);
    expect(stands([], theirs)).toMatchObject({ presence: 'PRESENT', by: 'tvi' });
    expect(tap([], 'ABSENT', theirs)[0]).not.toHaveProperty('replaces');
  });

  it('is taken back: without a trace when it was not sent, else by what stood before', () => {
    const undo = (orders: readonly Order[], before: PresenceKind | undefined) =>
      takenBack(orders, undefined, me, { ...place, studentNo: 'S1', before }, next());
    const first = tap([], 'PRESENT');
    expect(undo(first, undefined)).toEqual([]);
    const sent = answered(tried(first, first), [{ id: first[0]!.id }]);
    expect(canTakeBack(sent, place, 'S1', undefined)).toBe(false);
    const second = tap(sent, 'ABSENT');
    expect(undo(second, 'PRESENT')).toEqual(sent);
    const both = tried(second, second);
    expect(undo(both, 'PRESENT')).toMatchObject([{}, {}, { presence: 'PRESENT', replaces: both[1]!.id }]);
  });
});

describe('a code that is read', () => {
  const scan = (orders: readonly Order[], studentNo?: string) =>
    scanned(orders, undefined, me, { ...place, code: 'eyJ', ...(studentNo && { studentNo }) }, next());

  it('marks once, however often it is held up', () => {
    const once = scan([], 'S1');
    expect(once).toMatchObject([{ kind: 'scan', studentNo: 'S1' }]);
    expect(scan(once, 'S1')).toBe(once);
    expect(scan(scan([]))).toHaveLength(1);
  });

  it('replaces an absence that was tapped here', () => {
    const absent = tap([], 'ABSENT');
    expect(scan(tried(absent, absent), 'S1')).toMatchObject([
      {},
      { kind: 'mark', source: 'DOOR', presence: 'PRESENT', replaces: absent[0]!.id },
    ]);
  });
});

describe('what is sent', () => {
  const lock: Order = { kind: 'lock', ...place, ...next(), notBefore: later, progress: { at: 'waiting' } };

  it('is held for a while, scans before taps, and a lock when the session is over and all else has arrived', () => {
    const orders = [
      lock,
      ...scanned(tap([], 'PRESENT'), undefined, me, { ...place, code: 'eyJ', studentNo: 'S2' }, next()),
    ];
    const kinds = (at: string, heldAfter = at, of: readonly Order[] = orders) =>
      shipments(of, at, heldAfter).map(({ kind }) => kind);
    expect(kinds('2026-09-14T06:45:01.000Z', '2026-09-14T06:44:58.000Z')).toEqual(['scans']);
    expect(kinds('2026-09-14T06:46:00.000Z')).toEqual(['scans', 'marks']);
    expect(kinds(later)).toEqual(['scans', 'marks']);
    const rest = answered(
      orders,
      orders.slice(1).map(({ id }) => ({ id })),
    );
    expect(kinds(later, later, rest)).toEqual(['lock']);
  });

  it('goes in batches of five hundred', () => {
    const many = Array.from(
      { length: 1_201 },
      (_, at): Order => ({ ...(tap([], 'PRESENT')[0] as MarkOrder), studentNo: `S${at}` }),
    );
    expect(shipments(many, later).map(({ orders }) => orders.length)).toEqual([500, 500, 201]);
  });
});

/** A phone at the door, and what its holder said last. */
interface Phone {
  readonly holder: Holder;
  orders: readonly Order[];
  register: RegisterAnswer | undefined;
  readonly said: Map<string, PresenceKind>;
}

const students = ['S1', 'S2', 'S3'];
const act = fc.oneof(
  fc.record({ does: fc.constant('tap' as const), phone: fc.nat(1), student: fc.constantFrom(...students) }),
  fc.record({ does: fc.constant('scan' as const), phone: fc.nat(1), student: fc.constantFrom(...students) }),
  fc.record({
    does: fc.constant('send' as const),
    phone: fc.nat(1),
    network: fc.constantFrom('lost', 'no answer', 'fine'),
  }),
  fc.record({ does: fc.constant('look' as const), phone: fc.nat(1) }),
);

it('loses nothing and has nothing twice, wherever the network is cut (goal 12)', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const stored = new Map<string, MarkAnswer & { studentNo: string }>();
      const phones = [me, other].map((holder): Phone => ({ holder, orders: [], register: undefined, said: new Map() }));
      const look = (phone: Phone): void => {
        phone.register = registerOf(students, [...stored.values()]);
        phone.orders = withoutKnown(phone.orders, { classId: place.classId, register: phone.register });
      };
      const send = (phone: Phone, network: string): void => {
        for (const { orders } of shipments(phone.orders, later)) {
          phone.orders = tried(phone.orders, orders);
          if (network === 'lost') continue;
          for (const order of orders) if (!stored.has(order.id)) stored.set(order.id, markFrom(order, phone.holder));
          if (network === 'fine')
            phone.orders = answered(
              phone.orders,
              orders.map(({ id }) => ({ id })),
            );
        }
      };
      for (const one of acts) {
        const phone = phones[one.phone]!;
        const { orders, register, holder, said } = phone;
        if (one.does === 'send') send(phone, one.network);
        else if (one.does === 'look') look(phone);
        else {
          const before = standingOf(orders, register, holder, place, one.student);
          const studentNo = one.student;
          const presence = one.does === 'scan' ? 'PRESENT' : nextPresence(before.presence);
          phone.orders =
            one.does === 'scan'
              ? scanned(orders, register, holder, { ...place, code: studentNo, studentNo }, next())
              : saying(orders, register, holder, { ...place, studentNo, presence }, next());
          expect(standingOf(phone.orders, register, holder, place, studentNo).presence).toBe(presence);
          const wasOthers = one.does === 'scan' && before.by !== undefined && before.presence === 'PRESENT';
          if (!wasOthers) said.set(studentNo, presence);
        }
      }
      for (const phone of phones) send(phone, 'fine');
      for (const phone of phones) look(phone);
      for (const { holder, orders, said } of phones) {
        expect(orders).toEqual([]);
        for (const studentNo of students) {
          const own = [...stored.values()].filter(
            (mark) => mark.studentNo === studentNo && mark.device === holder.device,
          );
          const last = own.filter(({ id }) => !own.some(({ replaces }) => replaces === id));
          expect(last.map(({ presence }) => presence)).toEqual(said.has(studentNo) ? [said.get(studentNo)] : []);
        }
      }
    }),
    { numRuns: 500 },
  );
});
