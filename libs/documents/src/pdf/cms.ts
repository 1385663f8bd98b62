import { createHash } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import {
  type BaseBlock,
  Constructed,
  Integer,
  ObjectIdentifier,
  OctetString,
  Primitive,
  Sequence,
  Set as SetOf,
} from 'asn1js';
import { Certificate } from 'pkijs';
import type { SigningKey } from '../keys/signing-key';

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

/** SHA-256 over the parts, one after the other. */
export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** A copy of its own: asn1js wants an ArrayBuffer that holds nothing else. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

const oidOf = (value: string) => new ObjectIdentifier({ value });
const octets = (bytes: Uint8Array) => new OctetString({ valueHex: bufferOf(bytes) });
const sequence = (...value: BaseBlock[]) => new Sequence({ value });
const set = (...value: BaseBlock[]) => new SetOf({ value });
const tagged = (tagNumber: number, ...value: BaseBlock[]) =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber }, value });

// The content of an encoded block under a tag, as it is: what is inside is not taken apart and encoded anew.
const retagged = (encoded: ArrayBuffer, tagClass: 1 | 3, tagNumber: number): BaseBlock => {
  // One byte of tag, one of length, and those that the length itself takes when it is 128 or more.
  const length = new DataView(encoded).getUint8(1);
  const header = 2 + (length < 128 ? 0 : length - 128);
  const block = new Primitive({ idBlock: { tagClass, tagNumber }, valueHex: encoded.slice(header) });
  block.idBlock.isConstructed = true;
  return block;
};
const sequenceTag = 16;

/**
 * The signed attributes as a SET OF, which is what the signature is over (RFC 5652, 5.4). The time of signing is none of
 * them: PAdES B-B keeps it in /M of the signature dictionary (EN 319 142-1). DER wants the set sorted by its encoding:
 * here by length, which is always this order.
 */
export const signedAttributes = (digest: Uint8Array, certificate: Uint8Array): Uint8Array => {
  // ESSCertIDv2 { certHash }: the hash algorithm is SHA-256 when it is left out (RFC 5035).
  const certificateId = sequence(octets(sha256(certificate)));
  return new Uint8Array(
    set(
      sequence(oidOf(oid.contentType), set(oidOf(oid.data))),
      sequence(oidOf(oid.messageDigest), set(octets(digest))),
      sequence(oidOf(oid.signingCertificateV2), set(sequence(sequence(certificateId)))),
    ).toBER(),
  );
};

/** A certificate as it stands in a message. */
export interface CertificateBlocks {
  readonly certificate: BaseBlock;
  readonly issuerAndSerial: BaseBlock;
}

/** @throws Error when the bytes are no X.509 certificate */
export const certificateBlocks = (certificate: Uint8Array): CertificateBlocks => {
  const { issuer, serialNumber } = Certificate.fromBER(bufferOf(certificate));
  return {
    certificate: retagged(bufferOf(certificate), 1, sequenceTag),
    issuerAndSerial: retagged(sequence(issuer.toSchema(), serialNumber).toBER(), 1, sequenceTag),
  };
};

// Reading a certificate costs more than signing with its key; a process signs with few keys.
const known = new Map<string, CertificateBlocks>();
const knownBlocks = ({ certificate, fingerprint }: SigningKey): CertificateBlocks => {
  const blocks = known.get(fingerprint) ?? certificateBlocks(certificate);
  known.set(fingerprint, blocks);
  return blocks;
};

/** CMS SignedData with one certificate and one signer, detached. One shape: its parts decide every byte. */
export const cmsMessage = (
  attributes: Uint8Array,
  { certificate, issuerAndSerial }: CertificateBlocks,
  signature: Uint8Array,
): Uint8Array => {
  const signer = sequence(
    new Integer({ value: 1 }),
    issuerAndSerial,
    sequence(oidOf(oid.sha256)),
    retagged(bufferOf(attributes), 3, 0),
    sequence(oidOf(oid.ecdsaWithSha256)),
    octets(signature),
  );
  const signedData = sequence(
    new Integer({ value: 1 }),
    set(sequence(oidOf(oid.sha256))),
    sequence(oidOf(oid.data)),
    tagged(0, certificate),
    set(signer),
  );
  return new Uint8Array(sequence(oidOf(oid.signedData), tagged(0, signedData)).toBER());
};

/** A CAdES signature over a SHA-256 digest. Deterministic (RFC 6979): the same input, the same bytes. */
export const signDigest = (digest: Uint8Array, key: SigningKey): Uint8Array => {
  const attributes = signedAttributes(digest, key.certificate);
  const signature = p256.sign(attributes, key.secret, { format: 'der' });
  return cmsMessage(attributes, knownBlocks(key), signature);
};

/** An upper bound for the length of `signDigest`, in bytes: certificate and issuer, with room for all else. */
export const signatureRoom = ({ certificate }: SigningKey): number =>
  Math.ceil((2 * certificate.length + 1024) / 512) * 512;
