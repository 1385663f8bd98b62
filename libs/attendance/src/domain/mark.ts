import { type HalfHours, type Instant, isCode, parseInstant, type Uuid } from '@kull/kernel';

/** Whether a student was there. */
export const presenceKinds = ['PRESENT', 'ABSENT', 'EXCUSED'] as const;
export type PresenceKind = (typeof presenceKinds)[number];

/** Why an absence is excused: a category and nothing more (domain.md 6). */
export const excuseCodes = ['ILLNESS', 'CARE', 'WORK_DUTY', 'OTHER'] as const;
export type ExcuseCode = (typeof excuseCodes)[number];

/** Where a mark was made: in the list, at the door, by the student, on paper, in a file. */
export const markSources = ['LIST', 'DOOR', 'SELF', 'PAPER', 'FILE'] as const;
export type MarkSource = (typeof markSources)[number];

/** Why attendance is changed by hand, or which of two marks is right: a class of reasons, never the reason itself. */
export const changeReasons = ['WRONG_MARK', 'MISSED_MARK', 'DEVICE_ERROR', 'NEW_INFORMATION', 'OTHER'] as const;
export type ChangeReason = (typeof changeReasons)[number];

/** How somebody was there. `halfHours`: the length of the session less late and left early; 0 unless present. */
export interface Attendance {
  readonly presence: PresenceKind;
  readonly halfHours: HalfHours;
  /** Absent: came in time. */
  readonly lateHalfHours?: HalfHours;
  /** Absent: stayed to the end. */
  readonly leftEarlyHalfHours?: HalfHours;
  /** Only with `EXCUSED`. */
  readonly excuse?: ExcuseCode;
}

/** The same, as it is said before the length of the session is known. */
export interface StatedAttendance extends Omit<Attendance, 'halfHours' | 'lateHalfHours' | 'leftEarlyHalfHours'> {
  readonly lateHalfHours: HalfHours;
  readonly leftEarlyHalfHours: HalfHours;
}

/** How long one student was present, and who saw it, as the log keeps it. Absent fields: a row of a file. */
export interface Mark extends Omit<Attendance, 'presence'> {
  readonly studentNo: string;
  readonly observedBy: string;
  readonly observedAt: Instant;
  readonly markId?: Uuid;
  /** Absent: present when there are hours, else absent. */
  readonly presence?: PresenceKind;
  /** Absent: a file. */
  readonly source?: MarkSource;
  readonly device?: string;
  /** The mark of the same observer and device that this one takes the place of: a second tap on the phone. */
  readonly replaces?: Uuid;
}

/** A mark as an observer made it. The id is the observer's device's own: the same mark sent twice is one. */
export interface ObservedMark extends StatedAttendance {
  readonly id: Uuid;
  readonly studentNo: string;
  readonly observedBy: string;
  /** By the device's clock. */
  readonly observedAt: Instant;
  readonly source: MarkSource;
  readonly device?: string;
  readonly replaces?: Uuid;
}

/** What was stated, in a session of that length; undefined when late and early are more than the session. */
export const attendanceIn = (
  sessionHalfHours: HalfHours,
  { presence, lateHalfHours, leftEarlyHalfHours, excuse }: StatedAttendance,
): Attendance | undefined => {
  const left = sessionHalfHours - lateHalfHours - leftEarlyHalfHours;
  if (left < 0) return undefined;
  return {
    presence,
    halfHours: presence === 'PRESENT' ? left : 0,
    ...(lateHalfHours > 0 && { lateHalfHours }),
    ...(leftEarlyHalfHours > 0 && { leftEarlyHalfHours }),
    ...(excuse && { excuse }),
  };
};

/** What one thing says of attendance and what another says, when it is the same: as long, and there or not there. */
export const isAgreed = (one: Attendance, other: Attendance): boolean =>
  one.presence === other.presence && one.halfHours === other.halfHours;

/** A mark as it comes in, unread: from a phone, a door, a typed sheet. */
export interface GivenMark {
  readonly id: string;
  readonly session: string;
  readonly studentNo: string;
  readonly presence: string;
  readonly lateHalfHours?: number;
  readonly leftEarlyHalfHours?: number;
  readonly excuse?: string;
  readonly observedBy: string;
  readonly observedAt: string;
  readonly source: string;
  readonly device?: string;
  readonly replaces?: string;
}

/**
 * Why a mark cannot be read:
 * - `INVALID_MARK`: no UUID, or a presence, excuse, source or device that there is not; an excuse for who is not excused.
 * - `INVALID_HOURS`: late or left early is no number of half hours, or is said of somebody who was not present.
 * - `INVALID_OBSERVER`, `INVALID_TIMESTAMP`: who saw it and when (I-30).
 */
export type MarkFault = 'INVALID_MARK' | 'INVALID_HOURS' | 'INVALID_OBSERVER' | 'INVALID_TIMESTAMP';

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const isDevice = (text: string): boolean => /^[\w.:-]{1,64}$/.test(text);
const isHalfHours = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;
const isOneOf = <T extends string>(codes: readonly T[], text: string): text is T =>
  (codes as readonly string[]).includes(text);

/** Reads what was said of one student's attendance; an excuse that is not named is `OTHER`. */
export const readAttendance = ({
  presence,
  excuse,
  lateHalfHours = 0,
  leftEarlyHalfHours = 0,
}: Pick<GivenMark, 'presence' | 'excuse' | 'lateHalfHours' | 'leftEarlyHalfHours'>):
  | StatedAttendance
  | 'INVALID_MARK'
  | 'INVALID_HOURS' => {
  if (!isOneOf(presenceKinds, presence)) return 'INVALID_MARK';
  if (excuse !== undefined && (presence !== 'EXCUSED' || !isOneOf(excuseCodes, excuse))) return 'INVALID_MARK';
  if (!isHalfHours(lateHalfHours) || !isHalfHours(leftEarlyHalfHours)) return 'INVALID_HOURS';
  if (presence !== 'PRESENT' && lateHalfHours + leftEarlyHalfHours > 0) return 'INVALID_HOURS';
  return { presence, lateHalfHours, leftEarlyHalfHours, ...(presence === 'EXCUSED' && { excuse: excuse ?? 'OTHER' }) };
};

/** Reads a mark, or says why it cannot be read. */
export const readMark = (given: GivenMark): ObservedMark | MarkFault => {
  const { studentNo, observedBy, source } = given;
  const id = given.id.toLowerCase();
  const replaces = given.replaces?.toLowerCase();
  if (!isUuid(id) || (replaces !== undefined && !isUuid(replaces))) return 'INVALID_MARK';
  if (!isOneOf(markSources, source) || (given.device !== undefined && !isDevice(given.device))) return 'INVALID_MARK';
  const stated = readAttendance(given);
  if (typeof stated === 'string') return stated;
  if (!isCode(observedBy)) return 'INVALID_OBSERVER';
  const observedAt = parseInstant(given.observedAt);
  if (observedAt === undefined) return 'INVALID_TIMESTAMP';
  return {
    ...stated,
    id,
    studentNo,
    observedBy,
    observedAt,
    source,
    ...(given.device !== undefined && { device: given.device }),
    ...(replaces !== undefined && { replaces }),
  };
};
