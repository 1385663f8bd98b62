import type { DeliverableCertificate, DueLine, IssuedVersion, RevokedVersion } from './deliverable';

/** What left last for one line of a certificate. */
export interface DeliveredVersion {
  readonly version: number;
  readonly action: DueLine['action'];
}

/** Finds what left last for a line of a certificate; undefined when nothing did. */
export type DeliveredBefore = (number: string, lineNo: number) => DeliveredVersion | undefined;

const issuedUpTo = ({ versions }: DeliverableCertificate, version: number): IssuedVersion =>
  versions.findLast((one): one is IssuedVersion => one.kind === 'issued' && one.version <= version)!;

/** The current state as it is: what an ADD or a CORRECT carries. */
const issuedLines = (
  certificate: DeliverableCertificate,
  { version, at, sha256, statement, reasonCode }: IssuedVersion,
  deliveredBefore: DeliveredBefore,
): DueLine[] => {
  const { number, ordinal } = certificate;
  return statement.lines.flatMap((line): DueLine[] => {
    const before = deliveredBefore(number, line.lineNo);
    if (before?.action === 'REVOKE' || before?.version === version) return [];
    const { attendedHalfHours, assessmentPassed } = statement;
    const said = { number, ordinal, version, at, statement, line, attendedHalfHours, assessmentPassed, sha256 };
    return [before ? { ...said, action: 'CORRECT', reasonCode } : { ...said, action: 'ADD' }];
  });
};

/** A revocation of what was delivered, as it was delivered. What never left is not revoked. */
const revokedLines = (
  certificate: DeliverableCertificate,
  { version, at, reasonCode, attendedHalfHours, assessmentPassed }: RevokedVersion,
  deliveredBefore: DeliveredBefore,
): DueLine[] => {
  const { number, ordinal } = certificate;
  const last = issuedUpTo(certificate, version);
  return last.statement.lines.flatMap(({ lineNo }): DueLine[] => {
    const before = deliveredBefore(number, lineNo);
    if (!before || before.action === 'REVOKE') return [];
    const { statement } = issuedUpTo(certificate, before.version);
    const line = statement.lines.find((one) => one.lineNo === lineNo)!;
    const identity = { number, ordinal, version, at, statement, line: { ...line, points: 0 }, sha256: last.sha256 };
    return [{ ...identity, action: 'REVOKE', attendedHalfHours, assessmentPassed, reasonCode }];
  });
};

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * What is owed to the receiver now, one line per certificate and credit line: the last state, whatever came between.
 * In the order of the file: student number, line number, version (credits.md 5).
 */
export const dueLines = (
  certificates: readonly DeliverableCertificate[],
  deliveredBefore: DeliveredBefore,
): readonly DueLine[] =>
  certificates
    .flatMap((certificate) => {
      const current = certificate.versions.at(-1)!;
      return current.kind === 'issued'
        ? issuedLines(certificate, current, deliveredBefore)
        : revokedLines(certificate, current, deliveredBefore);
    })
    .sort(
      (one, other) =>
        byText(one.statement.studentNo, other.statement.studentNo) ||
        one.line.lineNo - other.line.lineNo ||
        one.version - other.version ||
        one.ordinal - other.ordinal,
    );
