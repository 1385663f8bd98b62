import { ruleFile } from '@kull/kernel/rule-file';
import type { CertificateRecord } from './certificate.query';

/** The name under which a version's document is handed out. */
export const documentName = (number: string, version: number): string => `${number}-v${version}.pdf`;

const columns = ['student_no', 'certificate_no', 'version', 'state', 'sha256', 'file'];

/** `certificates.csv`: one row per certificate, its last state and its last document (credits.md 6). */
export const certificatesFile = (certificates: readonly CertificateRecord[]): string =>
  ruleFile({
    columns,
    rows: certificates.map(({ number, state, versions, statement }) => {
      const document = versions.findLast(({ sha256 }) => sha256 !== undefined)!;
      return [
        statement.studentNo,
        number,
        versions.at(-1)!.version,
        state,
        document.sha256!,
        `certificates/${documentName(number, document.version)}`,
      ];
    }),
  });
