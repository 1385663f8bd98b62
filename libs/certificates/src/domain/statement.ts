import type { Sealed } from '@kull/event-store/contracts';
import type { HalfHours, Instant, LocalDate } from '@kull/kernel';

/** A credit line as the certificate states it. */
export interface StatedLine {
  readonly lineNo: number;
  readonly specialty: string;
  readonly purpose: 'VIDERE' | 'ETTER' | 'BOTH';
  readonly category: string;
  readonly approvedHalfHours: HalfHours;
  /** At most one decimal. */
  readonly points: number;
}

export interface Organisation {
  readonly name: string;
  readonly orgNumber: string;
}

/** Everything that one version of a certificate states, frozen when it was issued (domain.md 1.5 and 9.2). */
export interface Statement {
  readonly studentCourseId: string;
  readonly classId: string;
  readonly classCode: string;
  readonly studentNo: string;
  readonly personId: string;
  /** Names, birth date, HPR number and language, under the person's key. */
  readonly holder: Sealed;
  readonly participantStatus: string;
  readonly hprVerifiedAt: Instant;
  readonly approvalId: string;
  readonly courseTitle: string;
  /** `ONLINE`, `IN_PERSON`, `BLENDED`. */
  readonly deliveryMode: string;
  /** Name of the place, or `ONLINE`. */
  readonly place: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly completionDate: LocalDate;
  readonly organiser: Organisation;
  readonly recipient: Organisation;
  /** `CONSENT:<id>` or `AGREEMENT:<id>`. */
  readonly sharingBasis: string;
  readonly attendedHalfHours: HalfHours;
  /** Absent: the approval asks for no assessment. */
  readonly assessmentPassed?: boolean;
  readonly coursePoints: number;
  readonly lines: readonly StatedLine[];
}
