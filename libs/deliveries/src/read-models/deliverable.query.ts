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

const IN_CLASSES = `select number, version, ordinal, at, sha256, statement, reason_code, attended_half_hours, assessment_passed
  from deliverable_version_v1 where class_id = any ($1) order by number, version`;

const FEEDS = `select statement #>> '{organiser,orgNumber}' as "organiserOrgNumber",
    statement #>> '{recipient,orgNumber}' as "recipientOrgNumber", array_agg(distinct class_id order by class_id) as "classIds"
  from deliverable_version_v1 where statement is not null group by 1, 2 order by 1, 2`;

const COURSE_OF = `select statement->>'studentCourseId' as "studentCourseId"
  from deliverable_version_v1 where number = $1 and statement is not null limit 1`;

const PERSONS = `select distinct on (number) number, statement->>'personId' as person
  from deliverable_version_v1 where number = any ($1) and statement is not null order by number`;

/** A feed that has something to deliver, or had, and the classes that it comes from. */
export interface DeliverableFeed {
  readonly organiserOrgNumber: string;
  readonly recipientOrgNumber: string;
  readonly classIds: readonly string[];
}

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

  /** All certificates of some classes with all their versions. */
  async ofClasses(classIds: readonly string[]): Promise<readonly DeliverableCertificate[]> {
    const certificates = new Map<string, { number: string; ordinal: number; versions: CertificateVersion[] }>();
    for (const row of await this.events.query<Row>(IN_CLASSES, [classIds])) {
      const { number, ordinal } = row;
      const found = certificates.get(number) ?? { number, ordinal, versions: [] };
      found.versions.push(versionOf(row));
      certificates.set(number, found);
    }
    return [...certificates.values()];
  }

  /** Every feed that certificates have been issued for. */
  feeds(): Promise<DeliverableFeed[]> {
    return this.events.query<DeliverableFeed>(FEEDS);
  }

  /** The student's course that a certificate is for; undefined when it was never issued. */
  async courseOf(number: string): Promise<string | undefined> {
    const [row] = await this.events.query<{ studentCourseId: string }>(COURSE_OF, [number]);
    return row?.studentCourseId;
  }

  /** Whose certificates these are, by number. */
  async personsOf(numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.events.query<{ number: string; person: string }>(PERSONS, [numbers]);
    return new Map(rows.map(({ number, person }) => [number, person]));
  }
}
