import type { DeliverableCertificate, DueLine, IssuedVersion } from './deliverable';
import type { SentLine } from './feed.state';

/** What the receiver has of a line, as it was when it left: what a correction or revocation is compared with. */
export const deliveredLine = (certificate: DeliverableCertificate, base: SentLine): DueLine | undefined => {
  const version = certificate.versions.find(
    (one): one is IssuedVersion => one.kind === 'issued' && one.version === base.version,
  );
  const line = version?.statement.lines.find(({ lineNo }) => lineNo === base.lineNo);
  if (!version || !line) return undefined;
  const { at, statement, sha256 } = version;
  const { attendedHalfHours, assessmentPassed } = statement;
  const { number, ordinal } = certificate;
  const said = { number, ordinal, version: base.version, at, statement, line, sha256 };
  return { ...said, action: 'ADD', attendedHalfHours, ...(assessmentPassed !== undefined && { assessmentPassed }) };
};
