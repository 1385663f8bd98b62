import type { ClassReach } from '@kull/http';
import type { ListedStudent } from '@kull/teaching';

interface Traces<Applicant> {
  readonly students: readonly ListedStudent[];
  readonly applicants: readonly Applicant[];
}

/** What of it somebody sees who follows certain classes: those who are or were in them, and nothing of any admission. */
export const within = <Applicant>(reach: ClassReach, { students, applicants }: Traces<Applicant>): Traces<Applicant> =>
  reach === 'all'
    ? { students, applicants }
    : { students: students.filter(({ classId }) => reach.includes(classId)), applicants: [] };
