import type { PlacesInLog } from './places-in-log';
import { dayOf } from './timetable';
import type { LoggedEvent } from './year-log';

interface RegisterInLog {
  readonly classId: string;
  readonly session: string;
  startsAt: number;
  readonly halfHours: number;
  lockedFor?: 'GATHERING_HELD' | 'AWARDS_JUDGED';
  marks: number;
}

const HOUR_MS = 3_600_000;

/** Suggested session codes begin with the number of their gathering: `3-1F`. */
const gatheringOf = (session: string): number => Number(session.split('-')[0]);

/** What events may say in a register: who, by whom, for how long (I-28 to I-30), and what after it is locked (I-31). */
export class RegistersInLog {
  private readonly registers = new Map<string, RegisterInLog>();

  constructor(private readonly places: PlacesInLog) {}

  /** How many marks there are in all. */
  get marks(): number {
    return [...this.registers.values()].reduce((sum, { marks }) => sum + marks, 0);
  }

  /** How many marks there are in the register of a session. */
  marksIn(classId: string, session: string): number {
    return [...this.registers.values()].find((one) => one.classId === classId && one.session === session)?.marks ?? 0;
  }

  read({ type, stream, data }: LoggedEvent): readonly string[] {
    if (type === 'SessionOpened') {
      const { classId, session, startsAt, halfHours } = data;
      this.registers.set(stream, { classId, session, startsAt: Date.parse(startsAt), halfHours, marks: 0 });
      return [];
    }
    const register = this.registers.get(stream);
    return register ? this.readIn(register, type, data) : [];
  }

  private readIn(register: RegisterInLog, type: string, data: LoggedEvent['data']): readonly string[] {
    switch (type) {
      case 'SessionRescheduled':
        register.startsAt = Date.parse(data.startsAt);
        return register.lockedFor ? ['I-31: moved after it was locked'] : [];
      case 'AttendanceRecorded':
        return this.recorded(register, data);
      case 'AttendanceConflictFound':
        return register.lockedFor ? ['I-31: a mark was taken after it was locked'] : [];
      case 'AttendanceConflictSettled':
        return [...lengthBreaches(register, data), ...named(data.settledBy, data.settledAt), ...byHand(register, data)];
      case 'AttendanceCorrected':
        return [
          ...lengthBreaches(register, data),
          ...named(data.correctedBy, data.correctedAt),
          ...byHand(register, data),
        ];
      case 'AttendanceLocked':
        register.lockedFor = data.reason ?? 'AWARDS_JUDGED';
        return [];
      default:
        return [];
    }
  }

  private recorded(register: RegisterInLog, data: LoggedEvent['data']): readonly string[] {
    const { classId, session, startsAt, lockedFor } = register;
    const { studentNo, observedBy, observedAt } = data;
    register.marks++;
    const isTheirs = this.places.belongs(classId, studentNo, dayOf(startsAt), gatheringOf(session));
    const isEarly = Date.parse(observedAt) < startsAt - HOUR_MS;
    return [
      ...(isTheirs ? [] : [`I-28: ${studentNo} does not belong in it`]),
      ...(isEarly ? [`I-28: ${studentNo} was seen before it began`] : []),
      ...named(observedBy, observedAt),
      ...lengthBreaches(register, data),
      ...(lockedFor ? [`I-31: ${studentNo} was marked after it was locked`] : []),
    ];
  }
}

const lengthBreaches = (register: RegisterInLog, { studentNo, halfHours }: LoggedEvent['data']): readonly string[] =>
  Number.isInteger(halfHours) && halfHours >= 0 && halfHours <= register.halfHours
    ? []
    : [`I-29: ${studentNo} has ${halfHours} half hours of ${register.halfHours}`];

const named = (by: unknown, at: unknown): readonly string[] =>
  typeof by === 'string' && by !== '' && Number.isFinite(Date.parse(String(at))) ? [] : ['I-30: by nobody, or never'];

/** A change by hand has a reason, and ends when credits have been judged; then a correction of the credits has none. */
const byHand = ({ lockedFor }: RegisterInLog, { reasonClass }: LoggedEvent['data']): readonly string[] =>
  (reasonClass === undefined) === (lockedFor === 'AWARDS_JUDGED') ? [] : ['I-31: changed by hand after the award'];
