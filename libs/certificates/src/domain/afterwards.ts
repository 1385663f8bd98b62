import type { Instant } from '@kull/kernel';
import type { IssuedCertificate } from '../contracts/issued';
import type { CertificateEvent } from './certificate.events';

type Change = Exclude<CertificateEvent, { type: 'CertificatePrepared' }> & { readonly occurredAt: Instant };

const stated = (change: Extract<Change, { type: 'CertificateIssued' | 'CertificateCorrected' }>) => {
  const { personId, classId, classCode, courseTitle, coursePoints, completionDate } = change.data.statement;
  return { personId, classId, classCode, courseTitle, coursePoints, completionDate };
};

/** A certificate as other contexts see it, once this has happened to it. */
const after = (before: IssuedCertificate | undefined, change: Change): IssuedCertificate => {
  const { number, version } = change.data;
  const named = { version, at: change.occurredAt };
  switch (change.type) {
    case 'CertificateIssued':
      return { number, ...stated(change), isRevoked: false, versions: [named] };
    case 'CertificateCorrected': {
      const versions = [...(before?.versions ?? []), { ...named, reasonCode: change.data.reasonCode }];
      return { number, ...stated(change), isRevoked: false, versions };
    }
    case 'CertificateRevoked': {
      if (!before) throw new Error(`${number} would be revoked and was never issued`);
      const versions = [...before.versions, { ...named, reasonCode: change.data.reasonCode }];
      return { ...before, isRevoked: true, versions };
    }
  }
};

/** The certificates that the changes are about, as they are after them. */
export const afterwards = (
  before: readonly IssuedCertificate[],
  changes: readonly Change[],
): readonly IssuedCertificate[] => {
  const certificates = new Map(before.map((one) => [one.number, one] as const));
  for (const change of changes) {
    const { number } = change.data;
    certificates.set(number, after(certificates.get(number), change));
  }
  return [...certificates.values()];
};
