import { type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';
import { type ClassMember, endOf, type PlannedClass, type Session } from '@kull/teaching/contracts';
import { doorReferenceOf } from './door-code';

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

/** Before the first day in their present class, students were in the class that they came from. */
const wasThere = ({ periods }: ClassMember, day: LocalDate): boolean => {
  const from = periods[0]?.from;
  return from !== undefined && day < from;
};

const isExpectedAt = (member: ClassMember, { classId, gathering, day }: Occasion): boolean => {
  if (member.student.classId === classId) return true;
  const here = member.attendedIn.filter((one) => one.classId === classId);
  return here.some((one) => (one.gathering === undefined ? wasThere(member, day) : one.gathering === gathering));
};

/** Everybody of the cohort, as the door of that class sees them on that occasion. */
export const cohortAtDoor = (cohort: readonly ClassMember[], occasion: Occasion): readonly CohortStudent[] =>
  cohort.map((member) => ({
    reference: doorReferenceOf(member.student),
    classCode: member.student.classCode,
    student: member.student,
    isExpected: isExpectedAt(member, occasion),
  }));

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
