import { createHash } from 'node:crypto';
import { type CertificateContent, CertificateContentRefused } from './certificate/content';
import { renderNow } from './certificate/render';
import type { SigningKey } from './keys/signing-key';
import { type SignatureMeta, signNow } from './pdf/sign';

/** A file with its SHA-256 (hex). */
export interface RenderedDocument {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A document that is signed. */
export interface SignedDocument extends RenderedDocument {
  /** Fingerprint of the key that signed it. */
  readonly signedBy: string;
}

/** A certificate ready to be stored. */
export interface IssuedDocument extends SignedDocument {
  /** SHA-256 (hex) before signing: what an intent names, and what rendering again must give. */
  readonly unsignedSha256: string;
}

/** What a thread is asked to do. Plain data. */
export type Work =
  | { readonly do: 'render'; readonly content: CertificateContent }
  | { readonly do: 'sign'; readonly bytes: Uint8Array; readonly key: SigningKey; readonly meta: SignatureMeta }
  | {
      readonly do: 'issue';
      readonly content: CertificateContent;
      readonly key: SigningKey;
      readonly meta: SignatureMeta;
    };

/** What it answers. A refusal is a value, because the class of an error does not survive the way between threads. */
export type Answer =
  | { readonly document: RenderedDocument & Pick<IssuedDocument, 'unsignedSha256'> }
  | { readonly refused: readonly string[] };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const documentOf = (work: Work): RenderedDocument & Pick<IssuedDocument, 'unsignedSha256'> => {
  const unsigned = work.do === 'sign' ? work.bytes : renderNow(work.content);
  const unsignedSha256 = sha256(unsigned);
  if (work.do === 'render') return { bytes: unsigned, sha256: unsignedSha256, unsignedSha256 };
  const bytes = signNow(unsigned, work.key, work.meta);
  return { bytes, sha256: sha256(bytes), unsignedSha256 };
};

/** Does the work in the calling thread: the entry of the worker threads. */
export const perform = (work: Work): Answer => {
  try {
    return { document: documentOf(work) };
  } catch (error) {
    if (error instanceof CertificateContentRefused) return { refused: error.problems };
    throw error;
  }
};
