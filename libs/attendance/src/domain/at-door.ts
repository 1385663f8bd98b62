import { type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';
import { type ClassMember, endOf, type FormerMember, type PlannedClass, type Session } from '@kull/teaching/contracts';
import { doorReferenceOf } from './door-code';
import { isWithin } from './expected';

/** A student of the cohort as a door sees them. */
export interface CohortStudent {
  readonly reference: string;
  readonly classCode: string;
  readonly student: ClassMember['student'];
  /** Whether this class expects them: as its own student, as a guest, or as one who was its student on that day. */
  readonly isExpected: boolean;
}

/** Where and when somebody stands at the door. */
export interface Occasion {
  readonly classId: string;
  readonly gathering?: number;
  readonly day: LocalDate;
}

const isGuest = ({ attendedIn }: ClassMember, { classId, gathering }: Occasion): boolean =>
  gathering !== undefined && attendedIn.some((one) => one.classId === classId && one.gathering === gathering);

const asSeen = (student: ClassMember['student'], isExpected: boolean): CohortStudent => ({
  reference: doorReferenceOf(student),
  classCode: student.classCode,
  student,
  isExpected,
});

/**
 * Everybody of the cohort, as the door of that class sees them on that occasion. `former`: who has left the class; a
 * scan that comes in late is of the day on which it was made.
 */
export const cohortAtDoor = (
  cohort: readonly ClassMember[],
  former: readonly FormerMember[],
  occasion: Occasion,
): readonly CohortStudent[] => {
  const stillHere = former.filter(({ periods }) => isWithin(periods, occasion.day));
  const left = stillHere.map(({ student }) => asSeen(student, true));
  const known = new Set(left.map(({ reference }) => reference));
  const now = cohort.map((member) =>
    asSeen(member.student, member.student.classId === occasion.classId || isGuest(member, occasion)),
  );
  return [...left, ...now.filter(({ reference }) => !known.has(reference))];
};

const sessionsOf = ({ plan }: PlannedClass): readonly Session[] => plan.course?.sessions ?? [];

/** The session of that code. */
export const sessionOf = (planned: PlannedClass, code: string): Session | undefined =>
  sessionsOf(planned).find((session) => session.code === code);

/** The occasion of one session. */
export const occasionOf = (classId: string, { gathering, startsAt }: Session): Occasion => ({
  classId,
  ...(gathering !== undefined && { gathering }),
  day: localDateInOslo(startsAt),
});

/** The sessions of a gathering, in order of time; of a course without gatherings, all of them. */
export const sessionsAt = (planned: PlannedClass, gathering: number | undefined): readonly Session[] =>
  sessionsOf(planned).filter((session) => session.gathering === gathering);

const DOORS_OPEN_MS = 3_600_000;

/**
 * The session that students can mark themselves in now: from an hour before its start until its end. Of two that follow
 * close on each other the one that is not over yet; with a code, only the one of that code.
 */
export const runningSession = (planned: PlannedClass, now: Instant, code?: string): Session | undefined =>
  sessionsOf(planned)
    .filter((session) => code === undefined || session.code === code)
    .filter((session) => Date.parse(session.startsAt) - DOORS_OPEN_MS <= Date.parse(now) && now < endOf(session))
    .sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))[0];
