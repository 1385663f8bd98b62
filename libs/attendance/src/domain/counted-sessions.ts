import { type HalfHours, type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';
import type { AttendedClass, Period, Session } from '@kull/teaching/contracts';
import { isWithin } from './expected';
import type { PresenceKind } from './mark';
import type { OpenRegister } from './register.state';
import type { Standing } from './student-record';

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
  readonly standing: Standing;
}

const standingIn = (register: OpenRegister | undefined, studentNo: string): readonly Found[] => {
  const standing = register?.records.get(studentNo)?.standing;
  return register && standing ? [{ classId: register.classId, standing }] : [];
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

/** The hours are in the class's own register, or in the one where the student attended most. */
const mostOf = (found: readonly Found[]): Found | undefined =>
  found.length === 0
    ? undefined
    : found.reduce((one, other) => (other.standing.halfHours > one.standing.halfHours ? other : one));

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
): readonly CountedSession[] =>
  sessions.map(({ code, startsAt, day, halfHours, gathering }) => {
    const { studentNo, attendedIn } = student;
    const own = registerOf(home, code);
    const before = attendedIn.filter((one) => one.gathering === undefined);
    const visited = attendedIn.filter((one) => one.gathering !== undefined && one.gathering === gathering);
    const [registersBefore, registersVisited] = [before, visited].map((classes) =>
      classes.map(({ classId }) => registerOf(classId, code)),
    ) as [(OpenRegister | undefined)[], (OpenRegister | undefined)[]];
    const ofOwn = standingIn(own, studentNo);
    const isCorrected = own?.records.get(studentNo)?.rulings.at(-1)?.afterAwards ?? false;
    const elsewhere = [...registersBefore, ...registersVisited].flatMap((one) => standingIn(one, studentNo));
    const found = mostOf(isCorrected ? ofOwn : [...ofOwn, ...elsewhere]);
    const isOpen =
      !isCorrected &&
      (registersVisited.some((one) => isToCome(one, studentNo)) ||
        (found === undefined && !isClosed(own, registersBefore, student, day)));
    const state = isOpen ? 'open' : 'counted';
    const session = { session: code, startsAt, halfHours, state } as const;
    if (!found) return { ...session, attended: 0, ...(state === 'counted' && { presence: 'ABSENT' }) };
    const { classId, standing } = found;
    return {
      ...session,
      attended: Math.min(standing.halfHours, halfHours),
      presence: standing.presence,
      by: standing.by,
      at: standing.at,
      ...(classId !== home && { classId }),
    };
  });
