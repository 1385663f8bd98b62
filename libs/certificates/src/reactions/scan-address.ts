import { type CertificateContent, signedCode } from '@kull/documents';
import type { CodeKeys } from '../code-keys';
import type { HolderKeys } from '../holder-keys';

/** What the QR code of a document is made with. */
export interface ScanTools {
  readonly codeKeys: CodeKeys;
  readonly holderKeys: HolderKeys;
}

/** The content with its QR code: the address, the key of its holder, and the facts signed (peers.md W22). */
export const withScanAddress = async (
  content: CertificateContent,
  coursePoints: number,
  { codeKeys, holderKeys }: ScanTools,
): Promise<CertificateContent> => {
  const { certificateNumber, version, issuedAt, verificationAddress, holder, course } = content;
  const facts = {
    version,
    approvalId: course.approvalId,
    points: coursePoints,
    completedOn: course.completedOn,
    familyName: holder.familyName,
    givenNames: holder.givenName,
  };
  const address = `${verificationAddress}?k=${holderKeys.of(certificateNumber, version)}`;
  return { ...content, scanAddress: signedCode(address, facts, await codeKeys.keyFor(issuedAt)) };
};
