import { dayOf, HALF_DAY, REQUIRED, type Timetable, type YearSession } from './timetable';

export type Presence = 'PRESENT' | 'ABSENT' | 'EXCUSED';
export type Standing = 'MET' | 'SAFE' | 'AT_RISK' | 'IMPOSSIBLE';

/** How somebody was there. */
export interface Said {
  readonly presence: Presence;
  readonly halfHours: number;
}

/** Days; `until` is the first one outside. */
interface Days {
  readonly from?: string;
  readonly until?: string;
}

export interface YearStudent {
  readonly no: string;
  /** Undefined: has stopped. */
  classId?: string;
  readonly stays: (Days & { readonly classId: string })[];
  readonly leaves: Days[];
  /** Gatherings that the student attends in another class. */
  seats: { readonly classId: string; readonly gathering: number }[];
}

export interface YearClass {
  readonly id: string;
  readonly code: string;
  readonly timetable: Timetable;
  capacity: number;
}

interface YearRegister {
  readonly said: Map<string, Said & { readonly isInConflict?: boolean }>;
  isLocked: boolean;
}

export const isOn = ({ from = '', until = '9999' }: Days, day: string): boolean => from <= day && day < until;

/**
 * What must be true, kept by the test itself: who is where, and what was said of whom. Everything is worked out anew
 * from that when it is asked, by the plainest reading of the rules.
 */
export class YearModel {
  readonly classes: readonly YearClass[];
  readonly students = new Map<string, YearStudent>();
  private readonly registers = new Map<string, YearRegister>();
  /** Half hours as corrections after the award left them. */
  private readonly corrected = new Map<string, number>();

  constructor(
    classes: readonly YearClass[],
    readonly commissioned: number,
  ) {
    this.classes = classes;
  }

  byCode(code: string): YearClass {
    return this.classes.find((one) => one.code === code)!;
  }

  byId(id: string): YearClass {
    return this.classes.find((one) => one.id === id)!;
  }

  student(no: string): YearStudent {
    return this.students.get(no)!;
  }

  /** Who has a place in the class now, by number. */
  studentsOf(classId: string): readonly YearStudent[] {
    return [...this.students.values()].filter((one) => one.classId === classId).sort((a, b) => (a.no < b.no ? -1 : 1));
  }

  enrol(no: string, classId: string, from?: string): void {
    const student = this.students.get(no) ?? { no, stays: [], leaves: [], seats: [] };
    student.classId = classId;
    student.stays.push({ classId, ...(from !== undefined && { from }) });
    this.students.set(no, student);
  }

  /** The student is in the class no more from that day on; seats that are still to come are given back. */
  leave(no: string, on: string, today: string): void {
    const student = this.student(no);
    const last = student.stays.pop()!;
    student.stays.push({ ...last, until: on });
    student.classId = undefined;
    const kept = student.seats.filter(
      ({ classId, gathering }) => this.byId(classId).timetable.days(gathering)[0] < today,
    );
    student.seats = kept;
  }

  /** Only a seat in the class that the student comes to is given up. */
  transfer(no: string, to: string, on: string, today: string): void {
    const student = this.student(no);
    const seats = student.seats.filter(
      ({ classId, gathering }) => classId !== to || this.byId(classId).timetable.days(gathering)[0] < today,
    );
    this.leave(no, on, today);
    student.seats = seats;
    this.enrol(no, to, on);
  }

  register(classId: string, code: string): YearRegister {
    const key = `${classId} ${code}`;
    const register = this.registers.get(key) ?? { said: new Map(), isLocked: false };
    this.registers.set(key, register);
    return register;
  }

  /** Student numbers of who is to be there: students on that day, on leave or not, and guests; in order. */
  expectedIn(classId: string, session: YearSession): readonly string[] {
    const day = dayOf(session.startsAt);
    return [...this.students.values()]
      .filter(
        ({ stays, seats }) =>
          stays.some((stay) => stay.classId === classId && isOn(stay, day)) ||
          seats.some((seat) => seat.classId === classId && seat.gathering === session.gathering),
      )
      .map(({ no }) => no)
      .sort();
  }

  isOnLeave(no: string, day: string): boolean {
    return this.student(no).leaves.some((leave) => isOn(leave, day));
  }

  /** Half hours of the student in a session of the year: the most that was said of it, in whichever class. */
  hoursIn(no: string, code: string): number {
    const corrected = this.corrected.get(`${no} ${code}`);
    if (corrected !== undefined) return corrected;
    return Math.max(0, ...this.classes.map(({ id }) => this.register(id, code).said.get(no)?.halfHours ?? 0));
  }

  hoursOf(no: string): number {
    return this.sessionsOf(no).reduce((sum, { code }) => sum + this.hoursIn(no, code), 0);
  }

  /** After the award: what the class of the student says now holds, whatever was said elsewhere. */
  correct(classId: string, no: string, code: string, halfHours: number): void {
    this.corrected.set(`${no} ${code}`, halfHours);
    const presence = halfHours > 0 ? 'PRESENT' : 'ABSENT';
    this.register(classId, code).said.set(no, { presence, halfHours });
  }

  /** Whether the student can still attend the session: at home, or as a guest. */
  isOpen(no: string, { code, gathering }: YearSession): boolean {
    const { classId, seats } = this.student(no);
    const isToCome = seats.some((seat) => {
      const register = this.register(seat.classId, code);
      return seat.gathering === gathering && !register.isLocked && !register.said.has(no);
    });
    const isSaid = this.classes.some(({ id }) => this.register(id, code).said.has(no));
    return isToCome || (!isSaid && !this.register(classId!, code).isLocked);
  }

  /** Half hours that can still be attended, session by session. */
  openOf(no: string, missed: readonly string[] = []): readonly number[] {
    return this.sessionsOf(no)
      .filter((session) => !missed.includes(session.code) && this.isOpen(no, session))
      .map(({ code }) => HALF_DAY - this.hoursIn(no, code));
  }

  /** Where the student stands with the attendance that the ectsCredits need (W15). */
  standingOf(no: string): Standing {
    return this.standingWithout(no, []).status;
  }

  /**
   * The same when these sessions will be missed. Tries the outcomes that matter: attending nothing more, everything, and
   * everything but one session.
   */
  standingWithout(no: string, missed: readonly string[]): { readonly status: Standing; readonly leftToLose: number } {
    const attended = this.hoursOf(no);
    const open = this.openOf(no, missed);
    const everything = attended + open.reduce((sum, left) => sum + left, 0);
    const leftToLose = Math.max(0, Math.min(everything - attended, everything - REQUIRED));
    if (attended >= REQUIRED) return { status: 'MET', leftToLose };
    if (everything < REQUIRED) return { status: 'IMPOSSIBLE', leftToLose };
    return { status: open.every((left) => everything - left >= REQUIRED) ? 'SAFE' : 'AT_RISK', leftToLose };
  }

  private sessionsOf(no: string): readonly YearSession[] {
    return this.byId(this.student(no).classId!).timetable.all();
  }
}
