import type { Holder } from '@kull/credits/contracts';
import type { CertificateContent } from '@kull/documents';
import type { HalfHours } from '@kull/kernel';
import type { Awarded, Corrected } from '../domain/entitlement-fact';
import type { StatedLine } from '../domain/statement';

/** Who signs, and where certificates are looked up: of the installation, frozen into each document. */
export interface CertificateIssuer {
  readonly signatory: { readonly name: string; readonly role: string };
  /** `https://kull.example.no`: what stands before `/v/<number>`. */
  readonly publicUrl: string;
}

/** Hours that one purpose of one specialty can count; lines for `BOTH` count for either (I-35). */
const approvedHalfHours = (lines: readonly StatedLine[]): HalfHours =>
  Math.max(
    ...lines.flatMap(({ specialty }) =>
      (['VIDERE', 'ETTER'] as const).map((purpose) =>
        lines
          .filter((line) => line.specialty === specialty && (line.purpose === purpose || line.purpose === 'BOTH'))
          .reduce((sum, line) => sum + line.approvedHalfHours, 0),
      ),
    ),
  );

/** Where the certificate with this number is looked up. */
export const verificationAddress = (publicUrl: string, number: string): string => `${publicUrl}/v/${number}`;

/** Everything that the document of one version says (domain.md 1.5). */
export const certificateContent = (
  fact: Awarded | Corrected,
  holder: Holder,
  { number, version }: { readonly number: string; readonly version: number },
  { signatory, publicUrl }: CertificateIssuer,
): CertificateContent => {
  const { statement } = fact;
  return {
    language: holder.language,
    certificateNumber: number,
    version,
    issuedAt: fact.at,
    ...(version > 1 && fact.kind === 'corrected' && { replaces: { version: version - 1, reason: fact.reasonCode } }),
    holder: {
      givenName: holder.givenNames,
      familyName: holder.familyName,
      hprNumber: holder.hprNumber ?? '',
      birthDate: holder.birthDate,
      status: statement.participantStatus as CertificateContent['holder']['status'],
    },
    course: {
      title: statement.courseTitle,
      approvalId: statement.approvalId,
      startsOn: statement.startsOn,
      endsOn: statement.endsOn,
      completedOn: statement.completionDate,
      place: statement.place,
    },
    organiser: { name: statement.organiser.name, orgNo: statement.organiser.orgNumber },
    hours: { approved: approvedHalfHours(statement.lines) / 2, attended: statement.attendedHalfHours / 2 },
    creditLines: statement.lines.map(({ specialty, purpose, category, approvedHalfHours: hours, points }) => ({
      specialty,
      purpose,
      category: category as CertificateContent['creditLines'][number]['category'],
      hours: hours / 2,
      points,
    })),
    attendanceRecorded: true,
    assessment: statement.assessmentPassed === undefined ? 'NOT_REQUIRED' : 'PASSED',
    signatory,
    verificationAddress: verificationAddress(publicUrl, number),
  };
};
