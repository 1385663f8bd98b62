import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { CertificateCorrected, CertificateIssued, CertificateRevoked } from '../domain/certificate.events';

type VersionEvent = Recorded<CertificateIssued> | Recorded<CertificateCorrected> | Recorded<CertificateRevoked>;

/** One version of a certificate, as a row. */
interface VersionRow {
  readonly student_course: string;
  readonly approval: string;
  readonly number: string;
  readonly version: number;
  readonly ordinal: number;
  readonly class_id: string;
  readonly issued_at: string;
  readonly sha256: string | null;
  readonly reason_code: string | null;
  readonly student_no: string | null;
  readonly statement: object | null;
}

const rowOf = ({ type, data, occurredAt }: VersionEvent): VersionRow => {
  const { number, version, ordinal } = data;
  const common = { number, version, ordinal, issued_at: occurredAt };
  if (type === 'CertificateRevoked') {
    const { studentCourseId: student_course, approvalId: approval, classId: class_id, reasonCode: reason_code } = data;
    return {
      ...common,
      student_course,
      approval,
      class_id,
      reason_code,
      sha256: null,
      student_no: null,
      statement: null,
    };
  }
  const { sha256, statement } = data;
  return {
    ...common,
    student_course: statement.studentCourseId,
    approval: statement.approvalId,
    class_id: statement.classId,
    sha256,
    reason_code: type === 'CertificateCorrected' ? data.reasonCode : null,
    student_no: statement.studentNo,
    statement,
  };
};

/** The rows of a page, and which of them are live after it: the last of each entitlement, unless that is a revocation. */
const rowsOf = (events: readonly VersionEvent[]): readonly (VersionRow & { readonly live: boolean })[] => {
  const rows = events.map(rowOf);
  const last = new Map(rows.map((row) => [`${row.student_course}/${row.approval}`, row]));
  return rows.map((row) => ({
    ...row,
    live: row.sha256 !== null && last.get(`${row.student_course}/${row.approval}`) === row,
  }));
};

const apply = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const rows = JSON.stringify(rowsOf(events as readonly VersionEvent[]));
  await tx.query(
    `update certificate_v1 c set live = false
       from jsonb_to_recordset($1::jsonb) as r (student_course text, approval text)
      where c.live and c.student_course = r.student_course and c.approval = r.approval`,
    [rows],
  );
  await tx.query(
    `insert into certificate_v1
       (student_course, approval, number, version, ordinal, class_id, issued_at, sha256, reason_code, student_no, statement, live)
     select student_course, approval, number, version, ordinal, class_id, issued_at, sha256, reason_code, student_no, statement, live
       from jsonb_to_recordset($1::jsonb) as r
         (student_course text, approval text, number text, version integer, ordinal integer, class_id text,
          issued_at timestamptz, sha256 text, reason_code text, student_no text, statement jsonb, live boolean)`,
    [rows],
  );
};

/** Every version of every certificate. The keys hold reliability.md D2: no version twice, one live per entitlement. */
export const certificateReadModel: ReadModel = {
  name: 'certificate',
  version: 1,
  mode: 'inline',
  handles: ['CertificateIssued', 'CertificateCorrected', 'CertificateRevoked'],
  tables: ['certificate_v1'],
  whose: {
    certificate_v1: {
      of: 'course',
      by: ['student_course'],
      gives: { certificate: ['number'], document: ['sha256'] },
    },
  },
  create: `
    create table certificate_v1 (
      student_course text not null,
      approval       text not null,
      number         text not null,
      version        integer not null,
      ordinal        integer not null,
      class_id       text not null,
      issued_at      timestamptz not null,
      sha256         text,
      reason_code    text,
      student_no     text,
      statement      jsonb,
      live           boolean not null,
      primary key (student_course, approval, number, version)
    );
    create unique index certificate_v1_one_live on certificate_v1 (student_course, approval) where live;
    create unique index certificate_v1_number on certificate_v1 (number, version);
    create index certificate_v1_class on certificate_v1 (class_id, student_no, ordinal);`,
  apply,
};
