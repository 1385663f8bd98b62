import type { Instant, LocalDate } from '@kull/kernel';
import type { CorrectionReason, RevocationReason } from '../domain/certificate.events';

/** A certificate with what became of it. */
export interface IssuedCertificate {
  readonly number: string;
  readonly personId: string;
  readonly classId: string;
  readonly classCode: string;
  readonly courseTitle: string;
  /** As its last document states them. */
  readonly coursePoints: number;
  readonly completionDate: LocalDate;
  readonly isRevoked: boolean;
  /** By version; the last one is what it is now. */
  readonly versions: readonly {
    readonly version: number;
    readonly at: Instant;
    /** Absent: the first version. */
    readonly reasonCode?: CorrectionReason | RevocationReason;
  }[];
}

/** Other contexts' way to certificates by their numbers (a Nest provider under this token). */
export abstract class IssuedCertificates {
  /** In any order; a number that was never issued is left out. One query. */
  abstract named(numbers: readonly string[]): Promise<readonly IssuedCertificate[]>;
  /** The numbers of all that were ever issued in a class. */
  abstract numbersOf(classId: string): Promise<readonly string[]>;
}
