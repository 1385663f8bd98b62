import { idOf } from '@kull/kernel';

export type {
  CertificateCorrected,
  CertificateIssued,
  CertificateRevoked,
  CorrectionReason,
  RevocationReason,
} from './domain/certificate.events';
export type { CertificateNumber } from './domain/certificate-number';
export type { Organisation, StatedLine, Statement } from './domain/statement';

/** The stream of an entitlement's certificates is `certificate-<id>`; this is the id. */
export const certificateStreamId = (studentCourseId: string, approvalId: string): string =>
  idOf('crt', studentCourseId, approvalId);

/** Bytes that were handed out, or are about to be: kept by their SHA-256 and never changed. */
export abstract class DocumentStore {
  /** Keeps the bytes and answers their SHA-256 (hex). The same bytes again change nothing. */
  abstract keep(bytes: Uint8Array, contentType: string): Promise<string>;
  /**
   * The bytes with this SHA-256, checked against it.
   * @throws Error when they are not there, or are not what was kept
   */
  abstract read(sha256: string): Promise<{ readonly bytes: Uint8Array; readonly contentType: string }>;
}
