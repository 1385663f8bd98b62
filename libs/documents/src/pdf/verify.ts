import type { Instant } from '@kull/kernel';
import { parseInstant } from '@kull/kernel';
import { sha256 } from './cms';
import { readSignature } from './read-signature';

/** What a file says of itself. Whether the fingerprint is the organiser's is for the caller to compare. */
export interface PdfVerification {
  /** It carries, or claims to carry, a signature. */
  readonly signed: boolean;
  /** The bytes under the first signature are those that were signed, and its own place holds nothing else. */
  readonly intact: boolean;
  /** Nothing was put before, between or after what was signed. */
  readonly coversWholeDocument: boolean;
  /** All three: the file is, byte for byte, what the holder of the key signed. */
  readonly unaltered: boolean;
  /** The signature forbids every later change (DocMDP level 1), as ours do. */
  readonly permitsNoChange: boolean;
  /** As the signatory wrote it; not witnessed by a third party. */
  readonly signedAt?: Instant;
  readonly name?: string;
  readonly reason?: string;
  readonly location?: string;
  /** SHA-256 of the certificate, hex. */
  readonly certificateFingerprint?: string;
  readonly certificateCommonName?: string;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly dictionary: string;
}

// Our own writer's form only: what deviates from it was not issued here.
const pattern = /\/ByteRange\s*\[0 (\d{1,10}) (\d{1,10}) (\d{1,10})\]\s*\/Contents </g;

const find = (text: string): Found | undefined => {
  for (const match of text.matchAll(pattern)) {
    const [start, end, length] = match.slice(1).map(Number) as [number, number, number];
    const wellFormed =
      match.index + match[0].length - 1 === start &&
      end > start &&
      end + length <= text.length &&
      text[end - 1] === '>';
    if (wellFormed) return { start, end, length, dictionary: text.slice(end, text.indexOf('endobj', end)) };
  }
  return undefined;
};

const textOf = (dictionary: string, key: string): string | undefined => {
  const hex = new RegExp(`/${key} <FEFF((?:[0-9a-f]{4})*)>`).exec(dictionary)?.[1];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex').swap16().toString('utf16le');
};

const timeOf = (dictionary: string): Instant | undefined => {
  const digits = /\/M \(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\+00'00'\)/.exec(dictionary);
  if (!digits) return undefined;
  const [, year, month, day, hour, minute, second] = digits;
  return parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
};

// The place of the signature is the only part that the signature does not cover: hex, then zeros, nothing else.
const cmsIn = (gap: string): Uint8Array | undefined => {
  const hex = /^<((?:[0-9a-f]{2})+)>$/.exec(gap)?.[1];
  if (!hex) return undefined;
  const bytes = Buffer.from(hex, 'hex');
  // SEQUENCE with a length of two bytes: every CMS of ours is between 256 and 65,535 bytes.
  if (bytes[0] !== 0x30 || bytes[1] !== 0x82) return undefined;
  const length = 4 + bytes.readUInt16BE(2);
  if (length > bytes.length || bytes.subarray(length).some((byte) => byte !== 0)) return undefined;
  return bytes.subarray(0, length);
};

/**
 * Checks a signed certificate with nothing but the file. Never throws for what the file holds: any file gets an answer.
 */
export const verifyPdf = (pdf: Uint8Array): PdfVerification => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const found = find(text);
  if (!found) {
    const signed = /\/ByteRange|\/Type \/Sig\b|\/ETSI\.CAdES\.detached|\/DocMDP/.test(text);
    return { signed, intact: false, coversWholeDocument: false, unaltered: false, permitsNoChange: false };
  }
  const { start, end, length, dictionary } = found;
  const coversWholeDocument = end + length === bytes.length;
  const cms = cmsIn(text.slice(start, end));
  const digest = sha256(bytes.subarray(0, start), bytes.subarray(end, end + length));
  const signature = cms && readSignature(cms, digest);
  const intact = signature?.matches ?? false;
  return {
    signed: true,
    intact,
    coversWholeDocument,
    unaltered: intact && coversWholeDocument,
    permitsNoChange: /\/TransformMethod \/DocMDP \/TransformParams << \/Type \/TransformParams \/P 1 /.test(dictionary),
    signedAt: timeOf(dictionary),
    name: textOf(dictionary, 'Name'),
    reason: textOf(dictionary, 'Reason'),
    location: textOf(dictionary, 'Location'),
    certificateFingerprint: signature && Buffer.from(sha256(signature.certificate)).toString('hex'),
    certificateCommonName: signature?.commonName,
  };
};
