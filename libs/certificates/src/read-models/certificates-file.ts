import { stringify } from 'csv-stringify/sync';
import type { CertificateRecord } from './certificate.query';

/** The name under which a version's document is handed out. */
export const documentName = (number: string, version: number): string => `${number}-v${version}.pdf`;

const columns = ['student_no', 'certificate_no', 'version', 'state', 'sha256', 'file'];

/** A cell that a spreadsheet would take for a formula gets a leading `'` (selection.md 7). */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** `certificates.csv`: one row per certificate, its last state and its last document (credits.md 6). */
export const certificatesFile = (certificates: readonly CertificateRecord[]): string =>
  stringify(
    [
      columns,
      ...certificates.map(({ number, state, versions, statement }) => {
        const document = versions.findLast(({ sha256 }) => sha256 !== undefined)!;
        return [
          harmless(statement.studentNo),
          number,
          String(versions.at(-1)!.version),
          state,
          document.sha256,
          `certificates/${documentName(number, document.version)}`,
        ];
      }),
    ],
    { bom: true, delimiter: ';', record_delimiter: '\r\n' },
  );
