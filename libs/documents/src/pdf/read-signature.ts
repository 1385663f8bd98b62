import { p256 } from '@noble/curves/nist.js';
import { fromBER, OctetString } from 'asn1js';
import { Certificate, ContentInfo, SignedData } from 'pkijs';
import { bufferOf, certificateBlocks, cmsMessage, signedAttributes } from './cms';

/** What a CMS signature holds. */
export interface ReadSignature {
  /** DER. */
  readonly certificate: Uint8Array;
  /** The common name in it, as the signatory named itself. */
  readonly commonName: string | undefined;
  /** Whether it was made over this digest with the key of that certificate. */
  readonly matches: boolean;
}

const messageDigest = '1.2.840.113549.1.9.4';
const commonName = '2.5.4.3';

const read = (cms: Uint8Array, digest: Uint8Array): ReadSignature | undefined => {
  const { result } = fromBER(bufferOf(cms));
  const signed = new SignedData({ schema: new ContentInfo({ schema: result }).content });
  const certificate = signed.certificates?.[0];
  const signer = signed.signerInfos[0];
  if (!(certificate instanceof Certificate) || !signer) return undefined;
  const claimed = signer.signedAttrs?.attributes.find(({ type }) => type === messageDigest)?.values[0];
  if (!(claimed instanceof OctetString)) return undefined;

  const encoded = new Uint8Array(certificate.toSchema().toBER());
  const claimedDigest = new Uint8Array(claimed.valueBlock.valueHexView);
  const signature = new Uint8Array(signer.signature.valueBlock.valueHexView);
  const attributes = signedAttributes(claimedDigest, encoded);
  if (Buffer.compare(cmsMessage(attributes, certificateBlocks(encoded), signature), cms) !== 0) return undefined;

  const point = new Uint8Array(certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView);
  return {
    certificate: encoded,
    commonName: certificate.subject.typesAndValues.find(({ type }) => type === commonName)?.value.valueBlock.value,
    matches:
      Buffer.compare(claimedDigest, digest) === 0 && p256.verify(signature, attributes, point, { format: 'der' }),
  };
};

/**
 * Reads a message of the shape that `signDigest` makes. It is built anew from its parts and compared byte for byte, so
 * that nothing can hide in it.
 * @returns undefined when it is anything else
 */
export const readSignature = (cms: Uint8Array, digest: Uint8Array): ReadSignature | undefined => {
  try {
    return read(cms, digest);
  } catch (error) {
    // Bytes that are no such message: the libraries answer with many kinds of Error.
    if (error instanceof Error) return undefined;
    throw error;
  }
};
