import type { CertificateCorrected, CertificateIssued, CertificateRevoked } from '@kull/certificates/contracts';
import type { Instant } from '@kull/kernel';
import type { CertificateVersion, DeliverableCertificate } from './deliverable';

/** Something that happened, or would happen, to a certificate. */
export type CertificateChange = (CertificateIssued | CertificateCorrected | CertificateRevoked) & {
  readonly occurredAt: Instant;
};

const versionOf = (change: CertificateChange): CertificateVersion => {
  const { occurredAt: at } = change;
  switch (change.type) {
    case 'CertificateIssued': {
      const { version, sha256, statement } = change.data;
      return { kind: 'issued', version, at, sha256, statement };
    }
    case 'CertificateCorrected': {
      const { version, sha256, statement, reasonCode } = change.data;
      return { kind: 'issued', version, at, sha256, statement, reasonCode };
    }
    case 'CertificateRevoked': {
      const { version, reasonCode, attendedHalfHours, assessmentPassed } = change.data;
      const passed = assessmentPassed !== undefined && { assessmentPassed };
      return { kind: 'revoked', version, at, reasonCode, attendedHalfHours, ...passed };
    }
  }
};

/** The certificates with what happens to them. */
export const withChanges = (
  certificates: readonly DeliverableCertificate[],
  changes: readonly CertificateChange[],
): readonly DeliverableCertificate[] => {
  const byNumber = new Map(certificates.map((one) => [one.number, one] as const));
  for (const change of changes) {
    const { number, ordinal } = change.data;
    const versions = byNumber.get(number)?.versions ?? [];
    byNumber.set(number, { number, ordinal, versions: [...versions, versionOf(change)] });
  }
  return [...byNumber.values()];
};
