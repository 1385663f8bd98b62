import { Injectable } from '@nestjs/common';
import { type IssuedCertificate, IssuedCertificates } from '../contracts/issued';
import { CertificateQueries, type CertificateRecord } from './certificate.query';

const issuedOf = ({ number, state, versions, statement }: CertificateRecord): IssuedCertificate => ({
  number,
  personId: statement.personId,
  classId: statement.classId,
  classCode: statement.classCode,
  courseTitle: statement.courseTitle,
  coursePoints: statement.coursePoints,
  completionDate: statement.completionDate,
  isRevoked: state === 'REVOKED',
  versions: versions.map(({ sha256: _sha256, ...version }) => version as IssuedCertificate['versions'][number]),
});

/** Certificates for other contexts, as the list of versions has them. */
@Injectable()
export class IssuedCertificateQueries extends IssuedCertificates {
  constructor(private readonly certificates: CertificateQueries) {
    super();
  }

  async named(numbers: readonly string[]): Promise<readonly IssuedCertificate[]> {
    return (await this.certificates.named(numbers)).map(issuedOf);
  }

  async numbersOf(classId: string): Promise<readonly string[]> {
    return (await this.certificates.ofClass(classId)).map(({ number }) => number);
  }
}
