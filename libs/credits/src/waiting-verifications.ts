import type { Instant, LocalDate } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { verificationNotePurpose } from './commands/verify-hpr';
import type { EvidenceClass, HprVerificationProposed } from './domain/hpr.events';
import { Holders } from './holders';
import { type CourseOfClass, StudentCourses } from './student-courses';

/** What somebody proposed to verify a number by, for the second person to see. Without the number. */
export interface WaitingVerification {
  readonly studentNo: string;
  readonly verification: string;
  readonly line: {
    readonly familyName: string;
    readonly givenNames: string;
    readonly birthDate?: LocalDate;
    readonly profession: string;
    readonly authorisedFrom?: LocalDate;
    readonly authorisedTo?: LocalDate;
  };
  readonly evidenceClass: EvidenceClass;
  readonly documentHash: string | null;
  readonly note: string | null;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
}

/** The verifications of a class that wait for a second person. */
@Injectable()
export class WaitingVerifications {
  constructor(
    private readonly courses: StudentCourses,
    private readonly holders: Holders,
    private readonly people: People,
  ) {}

  async ofClass(of: CourseOfClass): Promise<{
    readonly waiting: readonly WaitingVerification[];
    readonly personIds: readonly string[];
  }> {
    const taken = [...(await this.courses.ofClass(of)).values()];
    const waiting = taken.flatMap(({ course: { studentNo, personId, proposal } }) =>
      proposal ? [{ studentNo, personId, proposal }] : [],
    );
    return {
      waiting: await Promise.all(waiting.map(({ studentNo, proposal }) => this.opened(studentNo, proposal))),
      personIds: waiting.map(({ personId }) => personId),
    };
  }

  private async opened(studentNo: string, proposal: HprVerificationProposed['data']): Promise<WaitingVerification> {
    const { verificationId, entry, evidenceClass, documentHash, note, proposedBy, proposedAt } = proposal;
    const { hprNumber: _, ...line } = await this.holders.openEntry(entry);
    const [opened] = note ? await this.people.open<string>([{ sealed: note, purpose: verificationNotePurpose }]) : [];
    return {
      studentNo,
      verification: verificationId,
      line,
      evidenceClass,
      documentHash: documentHash ?? null,
      note: opened ?? null,
      proposedBy,
      proposedAt,
    };
  }
}
