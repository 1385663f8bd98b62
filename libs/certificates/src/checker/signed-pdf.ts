import { createHash, verify, X509Certificate } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { type Der, derOf, partsOf } from './der';
import type { Stored } from './log';

/** What a signed certificate shows to somebody who has nothing but Node. */
export interface SignedPdf {
  /** SHA-256 (hex) of the file as it was before it was signed. */
  readonly unsignedSha256: string;
  /** SHA-256 (hex) of the certificate of the key that signed. */
  readonly signer: string;
  /** The facts that are attached. */
  readonly facts: Stored;
}

const sha256 = (...parts: readonly Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// As they stand in an encoded message.
const messageDigest = Buffer.from('2a864886f70d010904', 'hex');

/** The fingerprint of the key that signed the digest, or undefined when the message is none, or is of something else. */
const signerOf = (cms: Buffer, digest: Buffer): string | undefined => {
  const [, wrapped] = partsOf(derOf(cms));
  const signedData = partsOf(partsOf(wrapped!)[0]!);
  const certificates = signedData.find(({ tag }) => tag === 0xa0);
  const [signerInfo] = partsOf(signedData.at(-1)!);
  const fields = partsOf(signerInfo!);
  const attributes = fields.find(({ tag }) => tag === 0xa0);
  const signature = fields.find(({ tag }) => tag === 0x04);
  if (!certificates || !attributes || !signature) return undefined;
  const claimed = partsOf(attributes)
    .map((attribute): readonly Der[] => partsOf(attribute))
    .find(([type]) => type?.content.equals(messageDigest));
  if (!claimed?.[1] || !partsOf(claimed[1])[0]?.content.equals(digest)) return undefined;
  const certificate = new X509Certificate(partsOf(certificates)[0]!.whole);
  // What is signed is the attributes as a SET, not under the tag that they have in the message (RFC 5652, 5.4).
  const signed = Buffer.concat([Buffer.of(0x31), attributes.whole.subarray(1)]);
  return verify('sha256', signed, certificate.publicKey, signature.content)
    ? sha256(certificate.raw).toString('hex')
    : undefined;
};

const attached = (text: string): Stored => {
  const start = text.indexOf('/Type /EmbeddedFile');
  const stream = text.indexOf('stream\n', start) + 'stream\n'.length;
  const length = /\/Length (\d+)/.exec(text.slice(text.lastIndexOf('<<', start), stream))?.[1];
  if (start < 0 || !length) return undefined;
  const bytes = Buffer.from(text.slice(stream, stream + Number(length)), 'latin1');
  return JSON.parse(inflateSync(bytes).toString('utf8'));
};

/**
 * Reads and verifies a certificate by Node's own cryptography: nothing of it is the code that renders, signs or checks
 * certificates elsewhere. Undefined when the file is not, whole and byte for byte, what somebody signed.
 */
export const readSignedPdf = (file: Uint8Array): SignedPdf | undefined => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const text = bytes.toString('latin1');
  try {
    const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text);
    if (!range) return undefined;
    const [start, end, length] = range.slice(1).map(Number) as [number, number, number];
    if (end + length !== bytes.length || text[start] !== '<' || text[end - 1] !== '>') return undefined;
    const place = Buffer.from(text.slice(start + 1, end - 1), 'hex');
    const cms = derOf(place).whole;
    if (place.subarray(cms.length).some((byte) => byte !== 0)) return undefined;
    if (text.slice(start + 1, end - 1) !== place.toString('hex')) return undefined;
    const signer = signerOf(cms, sha256(bytes.subarray(0, start), bytes.subarray(end)));
    if (!signer) return undefined;
    const unsigned = text.lastIndexOf('%%EOF', range.index) + '%%EOF'.length;
    return { signer, unsignedSha256: sha256(bytes.subarray(0, unsigned)).toString('hex'), facts: attached(text) };
  } catch (error) {
    // Bytes that are no such file: Node answers with many kinds of Error.
    if (error instanceof Error) return undefined;
    throw error;
  }
};
