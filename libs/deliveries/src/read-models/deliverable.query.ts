import type { Statement } from '@kull/certificates/contracts';
import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import type { CertificateVersion, DeliverableCertificate } from '../domain/deliverable';

interface Row {
  readonly number: string;
  readonly version: number;
  readonly ordinal: number;
  readonly at: Date;
  readonly sha256: string | null;
  readonly statement: Statement | null;
  readonly reason_code: string | null;
  readonly attended_half_hours: number | null;
  readonly assessment_passed: boolean | null;
}

const IN_CLASS = `select number, version, ordinal, at, sha256, statement, reason_code, attended_half_hours, assessment_passed
  from deliverable_version_v1 where class_id = $1 order by number, version`;

const versionOf = (row: Row): CertificateVersion => {
  const { version, sha256, statement } = row;
  const at = row.at.toISOString();
  if (sha256 !== null && statement !== null)
    return { kind: 'issued', version, at, sha256, statement, ...(row.reason_code && { reasonCode: row.reason_code }) };
  return {
    kind: 'revoked',
    version,
    at,
    reasonCode: row.reason_code ?? '',
    attendedHalfHours: row.attended_half_hours ?? 0,
    ...(row.assessment_passed !== null && { assessmentPassed: row.assessment_passed }),
  };
};

/** The certificates that a delivery chooses from. */
@Injectable()
export class DeliverableQueries {
  constructor(private readonly events: EventStore) {}

  /** All certificates of a class with all their versions. */
  async ofClass(classId: string): Promise<readonly DeliverableCertificate[]> {
    const certificates = new Map<string, { number: string; ordinal: number; versions: CertificateVersion[] }>();
    for (const row of await this.events.query<Row>(IN_CLASS, [classId])) {
      const { number, ordinal } = row;
      const found = certificates.get(number) ?? { number, ordinal, versions: [] };
      found.versions.push(versionOf(row));
      certificates.set(number, found);
    }
    return [...certificates.values()];
  }
}
