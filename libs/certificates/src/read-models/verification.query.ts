import { type Holder, holderPurpose } from '@kull/credits/contracts';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { parseCertificateNumber } from '../domain/certificate-number';
import { maskedName } from '../domain/mask';
import { type Question, type Verification, verify } from '../domain/verification';
import { CertificateQueries } from './certificate.query';

/** What anybody may see of a certificate: less than its document shows (I-43). */
export interface PublicFacts {
  /** `K*** T***`; absent when nothing is kept of the holder any more. */
  readonly maskedName?: string;
  readonly courseTitle: string;
  readonly organiserName: string;
  readonly organiserOrgNumber: string;
  readonly approvalId: string;
  readonly coursePoints: number;
  readonly completionDate: string;
}

export interface VerificationReport {
  /** As it is written; undefined when the text asked for is no number. */
  readonly number?: string;
  readonly verification: Verification;
  /** Only where there is a certificate. */
  readonly facts?: PublicFacts;
}

/** Answers whether a certificate holds (credits.md 3). */
@Injectable()
export class VerificationQueries {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly people: People,
  ) {}

  async verify(text: string, question: Question): Promise<VerificationReport> {
    const number = parseCertificateNumber(text);
    const found = number === undefined ? undefined : await this.certificates.find(number);
    const verification = verify(found?.versions ?? [], question);
    if (!found) return { number, verification };
    const { statement } = found;
    const [holder] = await this.people.open<Holder>([{ sealed: statement.holder, purpose: holderPurpose }]);
    return {
      number,
      verification,
      facts: {
        ...(holder && { maskedName: maskedName(holder.givenNames, holder.familyName) }),
        courseTitle: statement.courseTitle,
        organiserName: statement.organiser.name,
        organiserOrgNumber: statement.organiser.orgNumber,
        approvalId: statement.approvalId,
        coursePoints: statement.coursePoints,
        completionDate: statement.completionDate,
      },
    };
  }
}
