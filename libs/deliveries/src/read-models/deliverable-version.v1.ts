import type { CertificateCorrected, CertificateIssued, CertificateRevoked } from '@kull/certificates/contracts';
import type { ReadModel, Recorded, Tx } from '@kull/event-store';

type VersionEvent = Recorded<CertificateIssued> | Recorded<CertificateCorrected> | Recorded<CertificateRevoked>;

const rowOf = ({ type, data, occurredAt }: VersionEvent) => {
  const { number, version, ordinal } = data;
  const common = { number, version, ordinal, at: occurredAt };
  if (type === 'CertificateRevoked') {
    const { classId, reasonCode, attendedHalfHours, assessmentPassed } = data;
    return {
      ...common,
      class_id: classId,
      reason_code: reasonCode,
      attended_half_hours: attendedHalfHours,
      assessment_passed: assessmentPassed ?? null,
    };
  }
  const { sha256, statement } = data;
  const reason_code = type === 'CertificateCorrected' ? data.reasonCode : null;
  return { ...common, class_id: statement.classId, sha256, statement, reason_code };
};

const apply = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  await tx.query(
    `insert into deliverable_version_v1
       (number, version, ordinal, class_id, at, sha256, statement, reason_code, attended_half_hours, assessment_passed)
     select number, version, ordinal, class_id, at, sha256, statement, reason_code, attended_half_hours, assessment_passed
       from jsonb_to_recordset($1::jsonb) as r
         (number text, version integer, ordinal integer, class_id text, at timestamptz, sha256 text, statement jsonb,
          reason_code text, attended_half_hours integer, assessment_passed boolean)`,
    [JSON.stringify((events as readonly VersionEvent[]).map(rowOf))],
  );
};

/** Every version of every certificate, with what a line about it says: what deliveries choose from. */
export const deliverableVersionReadModel: ReadModel = {
  name: 'deliverable-version',
  version: 1,
  mode: 'inline',
  handles: ['CertificateIssued', 'CertificateCorrected', 'CertificateRevoked'],
  tables: ['deliverable_version_v1'],
  whose: { deliverable_version_v1: { of: 'certificate', by: ['number'] } },
  create: `
    create table deliverable_version_v1 (
      number              text not null,
      version             integer not null,
      ordinal             integer not null,
      class_id            text not null,
      at                  timestamptz not null,
      sha256              text,
      statement           jsonb,
      reason_code         text,
      attended_half_hours integer,
      assessment_passed   boolean,
      primary key (number, version)
    );
    create index deliverable_version_v1_class on deliverable_version_v1 (class_id);`,
  apply,
};
