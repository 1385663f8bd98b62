import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { CertificateCorrected, CertificateIssued, CertificateRevoked } from '../domain/certificate.events';

type Issued = Recorded<CertificateIssued> | Recorded<CertificateCorrected>;
type VersionEvent = Issued | Recorded<CertificateRevoked>;

const isIssued = (event: VersionEvent): event is Issued => event.type !== 'CertificateRevoked';

const apply = async (page: readonly Recorded[], tx: Tx): Promise<void> => {
  const events = page as readonly VersionEvent[];
  await tx.query(
    `insert into issued_version_v1 (seq, number, version, issued_at, position, recorded_at, signed_by)
     select (select coalesce(max(seq), 0) from issued_version_v1) + row_number() over (order by position),
            number, version, issued_at, position, recorded_at, signed_by
       from jsonb_to_recordset($1::jsonb) as r
         (number text, version integer, issued_at timestamptz, position bigint, recorded_at timestamptz, signed_by text)`,
    [
      JSON.stringify(
        events.filter(isIssued).map(({ data, occurredAt, position, recordedAt }) => ({
          number: data.number,
          version: data.version,
          issued_at: occurredAt,
          position,
          recorded_at: recordedAt,
          signed_by: data.signedBy ?? null,
        })),
      ),
    ],
  );
  // A version ends when the next one of its number comes: a document, or the revocation.
  await tx.query(
    `update issued_version_v1 v set ended_at = r.at
       from jsonb_to_recordset($1::jsonb) as r (number text, version integer, at timestamptz)
      where v.number = r.number and v.version = r.version - 1 and v.ended_at is null`,
    [
      JSON.stringify(
        events.map(({ data, occurredAt }) => ({ number: data.number, version: data.version, at: occurredAt })),
      ),
    ],
  );
};

/**
 * Every version that has a document: which key signed it, and whether it still holds. `seq` counts them in the order of
 * the log, without a hole: from it follows the version's place in the status lists, for ever.
 */
export const issuedVersionReadModel: ReadModel = {
  name: 'issued-version',
  version: 1,
  mode: 'inline',
  handles: ['CertificateIssued', 'CertificateCorrected', 'CertificateRevoked'],
  tables: ['issued_version_v1'],
  whose: { issued_version_v1: { of: 'certificate', by: ['number'] } },
  create: `
    create table issued_version_v1 (
      seq         integer primary key,
      number      text not null,
      version     integer not null,
      issued_at   timestamptz not null,
      position    bigint not null,
      recorded_at timestamptz not null,
      signed_by   text,
      ended_at    timestamptz,
      unique (number, version)
    );
    create index issued_version_v1_ended on issued_version_v1 (seq) where ended_at is not null;
    create index issued_version_v1_signed_by on issued_version_v1 (signed_by, position);`,
  apply,
};
