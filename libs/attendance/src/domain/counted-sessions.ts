import { type HalfHours, type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';
import type { AttendedClass, Period, Session } from '@kull/teaching/contracts';
import { isWithin } from './expected';
import type { PresenceKind } from './mark';
import type { OpenRegister } from './register.state';
import type { WhatCounts } from './student-record';

/** One session of a class, as it counts for one student. */
export interface CountedSession {
  readonly session: string;
  readonly startsAt: Instant;
  /** Its length. */
  readonly halfHours: HalfHours;
  /** At most the length. Of an open session: what counts so far. */
  readonly attended: HalfHours;
  /** `open`: it can still be attended or marked. */
  readonly state: 'counted' | 'open';
  readonly presence?: PresenceKind;
  readonly by?: string;
  readonly at?: Instant;
  /** Where it was attended, when elsewhere. */
  readonly classId?: string;
}

/** A session with its day in Norway, which is worked out once for all students. */
export interface DatedSession extends Session {
  readonly day: LocalDate;
}

export const datedOf = (session: Session): DatedSession => ({ ...session, day: localDateInOslo(session.startsAt) });

/** Whose sessions are counted. */
export interface CountedStudent {
  readonly studentNo: string;
  readonly periods: readonly Period[];
  /** The other classes whose registers count for the student. */
  readonly attendedIn: readonly AttendedClass[];
}

/** The register of a session in a class; undefined while nobody opened it. */
export type RegisterOf = (classId: string, session: string) => OpenRegister | undefined;

interface Found {
  readonly classId: string;
  readonly counts: WhatCounts;
}

/** What each register says of the student, the class's own first. */
const foundIn = (registers: readonly (OpenRegister | undefined)[], studentNo: string): readonly Found[] => {
  const found: Found[] = [];
  for (const register of registers) {
    const counts = register?.records.get(studentNo)?.counts;
    if (register && counts) found.push({ classId: register.classId, counts });
  }
  return found;
};

/** A seat as a guest where nobody has marked the student yet: the session can still be attended there. */
const isToCome = (register: OpenRegister | undefined, studentNo: string): boolean =>
  register?.status !== 'locked' && !register?.records.has(studentNo);

/** Whether the class that the student was in on that day has closed its register of the session. */
const isClosed = (
  own: OpenRegister | undefined,
  before: readonly (OpenRegister | undefined)[],
  { studentNo, periods }: CountedStudent,
  day: LocalDate,
): boolean => {
  if (own?.status === 'locked') return true;
  if (isWithin(periods, day)) return false;
  const expecting = before.filter((register) => register?.expected.has(studentNo));
  return expecting.length > 0 && expecting.every((register) => register?.status === 'locked');
};

/** Where the student attended most; the first of several. */
const mostOf = (found: readonly Found[]): Found | undefined => {
  let [most] = found;
  for (const one of found) if (most && one.counts.halfHours > most.counts.halfHours) most = one;
  return most;
};

const counted = (
  home: string,
  { code, startsAt, halfHours }: DatedSession,
  state: CountedSession['state'],
  found: Found | undefined,
): CountedSession => {
  if (!found)
    return state === 'counted'
      ? { session: code, startsAt, halfHours, attended: 0, state, presence: 'ABSENT' }
      : { session: code, startsAt, halfHours, attended: 0, state };
  const { presence, by, at } = found.counts;
  const attended = Math.min(found.counts.halfHours, halfHours);
  const session = { session: code, startsAt, halfHours, attended, state, presence, by, at };
  return found.classId === home ? session : { ...session, classId: found.classId };
};

/**
 * The sessions of a class's plan as they count for one of its students, each once (I-29): the most of what the class's
 * own register says, those of the classes the student was in before (I-27), and those of the classes where the student
 * is a guest at that gathering (W16). After awards were judged, what a correction said in the own register holds.
 */
export const countSessions = (
  home: string,
  sessions: readonly DatedSession[],
  student: CountedStudent,
  registerOf: RegisterOf,
): readonly CountedSession[] => {
  const { studentNo, attendedIn } = student;
  const before = attendedIn.filter(({ gathering }) => gathering === undefined);
  const seats = attendedIn.filter(({ gathering }) => gathering !== undefined);
  return sessions.map((session) => {
    const { code, day, gathering } = session;
    const own = registerOf(home, code);
    if (own?.records.get(studentNo)?.rulings.at(-1)?.afterAwards)
      return counted(home, session, 'counted', mostOf(foundIn([own], studentNo)));
    const earlier = before.map(({ classId }) => registerOf(classId, code));
    const visited = seats
      .filter((seat) => seat.gathering === gathering)
      .map(({ classId }) => registerOf(classId, code));
    const found = mostOf(foundIn([own, ...earlier, ...visited], studentNo));
    const isOpen = visited.some((one) => isToCome(one, studentNo)) || (!found && !isClosed(own, earlier, student, day));
    return counted(home, session, isOpen ? 'open' : 'counted', found);
  });
};
