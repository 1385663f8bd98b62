import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { Statement } from '../domain/statement';

/** One version of a certificate: issued with a document, or revoked without. */
export interface CertificateVersion {
  readonly version: number;
  readonly at: Instant;
  readonly sha256?: string;
  readonly reasonCode?: string;
}

/** A certificate with its history, as the last document issued states it. */
export interface CertificateRecord {
  readonly number: string;
  readonly ordinal: number;
  readonly state: 'VALID' | 'REVOKED';
  readonly versions: readonly CertificateVersion[];
  readonly statement: Statement;
}

interface CertificatesAsked {
  readonly classId: string;
  /** The organisation number that the certificates are to be delivered to. */
  readonly recipient?: string;
  /** The number of the last certificate seen: a recipient may have it, and not that of the student. */
  readonly after?: string;
  readonly limit: number;
  /** As the certificates were then: later versions are left out. What is issued is recorded as it is issued. */
  readonly validOn?: Instant;
}

interface Row {
  readonly number: string;
  readonly ordinal: number;
  readonly versions: readonly {
    readonly version: number;
    readonly at: string;
    readonly sha256: string | null;
    readonly reason: string | null;
  }[];
  readonly statement: Statement;
}

const CERTIFICATES = `
  select number, min(ordinal) as ordinal,
         json_agg(json_build_object('version', version, 'at', issued_at, 'sha256', sha256, 'reason', reason_code) order by version) as versions,
         (array_agg(statement order by version desc) filter (where statement is not null))[1] as statement,
         min(student_no) as student_no
    from certificate_v1`;

const IN_CLASS = `${CERTIFICATES} where class_id = $1 group by number`;
const IN_CLASS_THEN = `${CERTIFICATES}
  where class_id = $1 and issued_at < coalesce($5::timestamptz, 'infinity') + interval '1 millisecond' group by number`;
const PAGE = `select * from (${IN_CLASS_THEN}) c
  where ($2::text is null or (student_no, ordinal) > (select min(student_no), min(ordinal) from certificate_v1 where number = $2))
    and ($4::text is null or statement->'recipient'->>'orgNumber' = $4) order by student_no, ordinal limit $3`;
const ALL = `select * from (${IN_CLASS}) c order by student_no, ordinal`;
const NAMED = `${CERTIFICATES} where number = any ($1) group by number`;
const OF_COURSES = `${CERTIFICATES} where student_course = any ($1) group by number`;
const ONE = `${CERTIFICATES} where number = $1 group by number`;

const recordOf = ({ number, ordinal, versions, statement }: Row): CertificateRecord => ({
  number,
  ordinal,
  state: versions.at(-1)?.sha256 ? 'VALID' : 'REVOKED',
  versions: versions.map(({ version, at, sha256, reason }) => ({
    version,
    at: new Date(at).toISOString(),
    ...(sha256 && { sha256 }),
    ...(reason && { reasonCode: reason }),
  })),
  statement,
});

/** Looks certificates up. */
@Injectable()
export class CertificateQueries {
  constructor(private readonly events: EventStore) {}

  /** The certificate with this number, or undefined when there is none. */
  async find(number: string): Promise<CertificateRecord | undefined> {
    const [row] = await this.events.query<Row>(ONE, [number]);
    return row && recordOf(row);
  }

  /** The certificates with these numbers, in any order. */
  async named(numbers: readonly string[]): Promise<CertificateRecord[]> {
    return (await this.events.query<Row>(NAMED, [numbers])).map(recordOf);
  }

  /** The certificates of these students' courses, in any order. */
  async ofStudentCourses(studentCourseIds: readonly string[]): Promise<CertificateRecord[]> {
    return (await this.events.query<Row>(OF_COURSES, [studentCourseIds])).map(recordOf);
  }

  /** What one version stated; undefined for a revocation, and where there is no such version. */
  async statementOf(number: string, version: number): Promise<Statement | undefined> {
    const [row] = await this.events.query<{ statement: Statement | null }>(
      'select statement from certificate_v1 where number = $1 and version = $2',
      [number, version],
    );
    return row?.statement ?? undefined;
  }

  /** Up to `limit` certificates of a class, by student number, after the cursor; all, or those meant for one recipient. */
  async page({ classId, recipient, after, limit, validOn }: CertificatesAsked): Promise<CertificateRecord[]> {
    const rows = await this.events.query<Row>(PAGE, [
      classId,
      after ?? null,
      limit,
      recipient ?? null,
      validOn ?? null,
    ]);
    return rows.map(recordOf);
  }

  /** All certificates of a class, by student number. */
  async ofClass(classId: string): Promise<CertificateRecord[]> {
    return (await this.events.query<Row>(ALL, [classId])).map(recordOf);
  }
}
