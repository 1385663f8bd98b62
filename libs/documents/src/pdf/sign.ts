import type { Instant } from '@kull/kernel';
import type { SigningKey } from '../keys/signing-key';
import { sha256, signatureRoom, signDigest } from './cms';
import { firstPage, incrementalUpdate, readRevision, withAnnotation, withEntries } from './revision';

/** What the signature dictionary says besides the signature. */
export interface SignatureMeta {
  /** Kept to the second. */
  readonly signedAt: Instant;
  readonly reason: string;
  readonly location: string;
  readonly name: string;
}

const textString = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** `D:20260619080000+00'00'` */
const pdfDate = (instant: Instant): string => `(D:${instant.slice(0, 19).replace(/[-T:]/g, '')}+00'00')`;

const byteRangeWidth = 48;

// Level 1: no change of the document is permitted after this signature.
const certification =
  '/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>]';

const signatureDictionary = ({ signedAt, reason, location, name }: SignatureMeta, contents: string): string =>
  [
    '<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${' '.repeat(byteRangeWidth)}`,
    `/Contents ${contents}`,
    certification,
    `/M ${pdfDate(signedAt)}`,
    `/Name ${textString(name)}`,
    `/Reason ${textString(reason)}`,
    `/Location ${textString(location)}\n>>`,
  ].join('\n');

/**
 * Signs as PAdES B-B with an invisible certification signature. The given bytes stay as they are; the signature is
 * appended as an incremental update and covers the whole file but its own place. Same input, same bytes, for ever.
 * @throws Error when the file is not one that `renderCertificate` made, or was signed already
 */
export const signNow = (pdf: Uint8Array, key: SigningKey, meta: SignatureMeta): Uint8Array => {
  const revision = readRevision(pdf);
  const page = firstPage(revision);
  const catalog = revision.object(revision.root);
  if (/\/AcroForm\b/.test(catalog)) throw new Error('This PDF cannot be signed here: it has a form already');
  const signature = revision.size;
  const field = revision.size + 1;
  const placeholder = `<${'0'.repeat(2 * signatureRoom(key))}>`;

  const objects = new Map([
    [signature, signatureDictionary(meta, placeholder)],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /V ${signature} 0 R /Rect [0 0 0 0] /F 132 /P ${page} 0 R >>`,
    ],
    [page, withAnnotation(revision.object(page), field)],
    [
      revision.root,
      withEntries(catalog, `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>\n/Perms << /DocMDP ${signature} 0 R >>`),
    ],
  ]);
  const id = Buffer.from(sha256(pdf, Buffer.from(JSON.stringify(meta))))
    .toString('hex')
    .slice(0, 32);
  const update = incrementalUpdate(revision, pdf.length, objects, id);
  const signed = Buffer.concat([pdf, Buffer.from(update, 'latin1')]);

  const start = signed.indexOf(placeholder, pdf.length, 'latin1');
  const end = start + placeholder.length;
  const byteRange = `[0 ${start} ${end} ${signed.length - end}]`;
  signed.write(byteRange, signed.indexOf('/ByteRange ', pdf.length, 'latin1') + '/ByteRange '.length, 'latin1');
  const cms = signDigest(sha256(signed.subarray(0, start), signed.subarray(end)), key);
  if (2 * cms.length > placeholder.length - 2) throw new Error('The signature is larger than the room made for it');
  signed.write(Buffer.from(cms).toString('hex'), start + 1, 'latin1');
  return new Uint8Array(signed.buffer, signed.byteOffset, signed.length);
};

/** As `signNow`, for callers that may later get it from elsewhere. */
export const signPdf = async (pdf: Uint8Array, key: SigningKey, meta: SignatureMeta): Promise<Uint8Array> =>
  signNow(pdf, key, meta);
