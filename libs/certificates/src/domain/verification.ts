import type { Instant } from '@kull/kernel';

/** One version of a certificate, as somebody who checks it needs it. */
export interface VerifiableVersion {
  readonly version: number;
  readonly at: Instant;
  /** SHA-256 of the document; absent for a revocation. */
  readonly sha256?: string;
  readonly reasonCode?: string;
}

/** What is checked against the register: a number alone, one version of it, or the hash of a document. */
export interface Question {
  readonly version?: number;
  readonly sha256?: string;
}

/** The five answers (credits.md 3). Each carries what it may tell, and no more. */
export type Verification =
  | { readonly answer: 'VALID'; readonly version: number; readonly issuedAt: Instant }
  | {
      readonly answer: 'REPLACED';
      readonly version: number;
      readonly by: number;
      readonly at: Instant;
      readonly reasonCode?: string;
    }
  | { readonly answer: 'REVOKED'; readonly at: Instant }
  | { readonly answer: 'ALTERED' }
  | { readonly answer: 'NEVER_ISSUED' };

/**
 * What a certificate verifies as, for ever.
 * @param versions of the number, in order; none when it was never issued
 */
export const verify = (versions: readonly VerifiableVersion[], { version, sha256 }: Question): Verification => {
  const last = versions.at(-1);
  if (!last) return { answer: 'NEVER_ISSUED' };
  const asked =
    sha256 === undefined
      ? versions.find((one) => one.version === (version ?? last.version))
      : versions.find((one) => one.sha256 === sha256.toLowerCase());
  if (!asked) return sha256 === undefined ? { answer: 'NEVER_ISSUED' } : { answer: 'ALTERED' };
  if (last.sha256 === undefined) return { answer: 'REVOKED', at: last.at };
  if (asked.version === last.version) return { answer: 'VALID', version: last.version, issuedAt: last.at };
  const next = versions.find((one) => one.version === asked.version + 1) ?? last;
  return {
    answer: 'REPLACED',
    version: asked.version,
    by: next.version,
    at: next.at,
    ...(next.reasonCode && { reasonCode: next.reasonCode }),
  };
};
