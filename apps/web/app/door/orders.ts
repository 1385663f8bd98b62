import type { PresenceKind } from '../../../../libs/attendance/src/domain/mark';
import type { RegisterAnswer, StudentAnswer } from '../../../../libs/attendance/src/http/register-answers';

export type { PresenceKind, RegisterAnswer };

/** The session that somebody stands at the door of. */
export interface Place {
  readonly classId: string;
  readonly session: string;
}

/**
 * How far an order has come. `tried`: it was sent, and whether it arrived is not known; sent again it is the same one.
 * `refused`: the service said no, and why.
 */
export type Progress =
  | { readonly at: 'waiting' | 'tried' | 'sent' }
  | { readonly at: 'refused'; readonly code: string; readonly message?: string };

interface Ordered extends Place {
  /** Made here, so that it is the same one however often it is sent. */
  readonly id: string;
  /** By the device's clock, set right by the service's. */
  readonly observedAt: string;
  readonly progress: Progress;
}

/** How one student was there, as it was tapped in the list. */
export interface MarkOrder extends Ordered {
  readonly kind: 'mark';
  readonly studentNo: string;
  readonly presence: PresenceKind;
  readonly source: 'LIST' | 'DOOR';
  /** The mark of this device that it takes the place of. */
  readonly replaces?: string;
}

/** A door code that was read. The service finds the student by it, also in another class. */
export interface ScanOrder extends Ordered {
  readonly kind: 'scan';
  readonly code: string;
  /** Absent: of another class, where this device knows nobody. */
  readonly studentNo?: string;
}

/** Which of the marks that disagree is right. */
export interface SettlementOrder extends Ordered {
  readonly kind: 'settlement';
  readonly studentNo: string;
  readonly presence: PresenceKind;
  readonly marks: readonly string[];
}

/** The session is done: to be locked when it is over. */
export interface LockOrder extends Ordered {
  readonly kind: 'lock';
  readonly notBefore: string;
}

/** What this device has to tell the service. */
export type Order = MarkOrder | ScanOrder | SettlementOrder | LockOrder;

/** Says that a student was or was not there. */
type Said = MarkOrder | ScanOrder;

/** Who holds which device: only their own marks can be replaced. */
export interface Holder {
  readonly actor: string;
  readonly device: string;
}

/** A new order's own: an id and the time. */
export interface Made {
  readonly id: string;
  readonly observedAt: string;
}

export const isAt = (place: Place, { classId, session }: Place): boolean =>
  classId === place.classId && session === place.session;

const isSaidOf =
  (place: Place, studentNo: string) =>
  (order: Order): order is Said =>
    (order.kind === 'mark' || order.kind === 'scan') &&
    order.studentNo === studentNo &&
    isAt(place, order) &&
    order.progress.at !== 'refused';

const presenceOf = (order: Said): PresenceKind => (order.kind === 'mark' ? order.presence : 'PRESENT');

const studentIn = (register: RegisterAnswer | undefined, studentNo: string): StudentAnswer | undefined =>
  register?.students.find((one) => one.studentNo === studentNo);

/** What this device said last of the student, as far as the service knows. */
const heldMark = (student: StudentAnswer | undefined, { actor, device }: Holder) => {
  const own = student?.marks.filter((mark) => mark.observedBy === actor && mark.device === device) ?? [];
  return own.findLast(({ id }) => !own.some(({ replaces }) => replaces === id));
};

/** How the row of a student stands. */
export interface Standing {
  readonly presence?: PresenceKind;
  /** Not yet told the service. */
  readonly isWaiting: boolean;
  /** The service has marks that disagree. */
  readonly isDisputed: boolean;
  /** Who else said it: absent when it was said here. */
  readonly by?: string;
}

/** How a student stands: what was said here last, until the service is known to have it; then what counts there. */
export const standingOf = (
  orders: readonly Order[],
  register: RegisterAnswer | undefined,
  holder: Holder,
  place: Place,
  studentNo: string,
): Standing => {
  const student = studentIn(register, studentNo);
  const isDisputed = student?.conflict !== undefined;
  const last = orders.findLast(isSaidOf(place, studentNo));
  const isKnown = last !== undefined && student?.marks.some(({ id }) => id === last.id);
  if (last && !isKnown) return { presence: presenceOf(last), isWaiting: last.progress.at !== 'sent', isDisputed };
  const own = heldMark(student, holder);
  if (isDisputed && own) return { presence: own.presence, isWaiting: false, isDisputed };
  const counts = student?.counts;
  if (!counts) return { isWaiting: false, isDisputed };
  return { presence: counts.presence, isWaiting: false, isDisputed, ...(!own && { by: counts.by }) };
};

/** The order in which taps go: – → P → F → G → P … */
export const nextPresence = (presence: PresenceKind | undefined): PresenceKind => {
  switch (presence) {
    case undefined:
    case 'EXCUSED':
      return 'PRESENT';
    case 'PRESENT':
      return 'ABSENT';
    case 'ABSENT':
      return 'EXCUSED';
  }
};

interface Saying extends Place {
  readonly studentNo: string;
  readonly presence: PresenceKind;
}

/**
 * The orders with one more thing said of a student. What was never sent gives way to it without a trace; what may have
 * arrived is replaced. Saying again what stands says nothing.
 */
export const saying = (
  orders: readonly Order[],
  register: RegisterAnswer | undefined,
  holder: Holder,
  { studentNo, presence, ...place }: Saying,
  { id, observedAt }: Made,
  source: MarkOrder['source'] = 'LIST',
): readonly Order[] => {
  const isSo = (among: readonly Order[]): boolean => {
    const stands = standingOf(among, register, holder, place, studentNo);
    return stands.presence === presence && !stands.by;
  };
  if (isSo(orders)) return orders;
  const isSaid = isSaidOf(place, studentNo);
  const kept = orders.filter((order) => !(isSaid(order) && order.progress.at === 'waiting'));
  if (isSo(kept)) return kept;
  const before = kept.findLast(isSaid);
  const held = heldMark(studentIn(register, studentNo), holder);
  const replaces = before?.id ?? held?.id;
  const mark: MarkOrder = {
    kind: 'mark',
    ...place,
    id,
    observedAt,
    studentNo,
    presence,
    source,
    ...(replaces !== undefined && { replaces }),
    progress: { at: 'waiting' },
  };
  return [...kept, mark];
};

/** The orders with a door code that was read; of somebody already said to be there, unchanged. */
export const scanned = (
  orders: readonly Order[],
  register: RegisterAnswer | undefined,
  holder: Holder,
  { code, studentNo, ...place }: Place & Pick<ScanOrder, 'code' | 'studentNo'>,
  made: Made,
): readonly Order[] => {
  const scan: ScanOrder = { kind: 'scan', ...place, ...made, code, progress: { at: 'waiting' } };
  if (studentNo === undefined)
    return orders.some((one) => one.kind === 'scan' && one.code === code && isAt(place, one))
      ? orders
      : [...orders, scan];
  const stands = standingOf(orders, register, holder, place, studentNo);
  const isNew = stands.presence === undefined || stands.by !== undefined;
  if (isNew) return stands.presence === 'PRESENT' && !stands.isDisputed ? orders : [...orders, { ...scan, studentNo }];
  return saying(orders, register, holder, { ...place, studentNo, presence: 'PRESENT' }, made, 'DOOR');
};

/** Whether what was said last of the student can be taken back: it was never sent, or another thing was said before it. */
export const canTakeBack = (
  orders: readonly Order[],
  place: Place,
  studentNo: string,
  before: PresenceKind | undefined,
): boolean => {
  const last = orders.findLast(isSaidOf(place, studentNo));
  return before !== undefined || last?.progress.at === 'waiting';
};

/** The orders without what was said last of the student: as if it had not been, or with what stood before it. */
export const takenBack = (
  orders: readonly Order[],
  register: RegisterAnswer | undefined,
  holder: Holder,
  { before, studentNo, ...place }: Place & { readonly studentNo: string; readonly before: PresenceKind | undefined },
  made: Made,
): readonly Order[] => {
  const isSaid = isSaidOf(place, studentNo);
  const kept = orders.filter((order) => !(isSaid(order) && order.progress.at === 'waiting'));
  const stands = standingOf(kept, register, holder, place, studentNo);
  if (before === undefined || stands.presence === before) return kept;
  return saying(kept, register, holder, { ...place, studentNo, presence: before }, made);
};
