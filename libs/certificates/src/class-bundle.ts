import { signJws } from '@kull/documents';
import type { Instant } from '@kull/kernel';
import { Zip, ZipPassThrough } from 'fflate';
import type { CodeKeys } from './code-keys';
import type { DocumentStore } from './contracts';
import type { CertificateRecord } from './read-models/certificate.query';
import { documentName } from './read-models/certificates-file';

/** What the manifest is, to whoever checks its signature. */
export const BUNDLE_TYPE = 'kull-certificates+jws';

interface BundledDocument {
  readonly certificateNo: string;
  readonly version: number;
  readonly studentNo: string;
  readonly sha256: string;
  /** Its place in the archive, as `course run` names it. */
  readonly file: string;
}

/** What is in an archive of a class, by the organiser's word. */
export interface BundleManifest {
  readonly schema: 'kull.certificates.v1';
  readonly classId: string;
  readonly certificates: readonly BundledDocument[];
}

/** The first time that the form knows: the same state gives the same bytes. In local time, as the form has it. */
const FILE_TIME = new Date(1980, 0, 1);

const EARLIEST: Instant = '1970-01-01T00:00:00.000Z';

const documentOf = ({ number, versions, statement }: CertificateRecord): BundledDocument => {
  const { version, sha256 } = versions.at(-1)!;
  const file = `certificates/${documentName(number, version)}`;
  return { certificateNo: number, version, studentNo: statement.studentNo, sha256: sha256!, file };
};

/** The live certificates of a class, in the order given. */
export const bundleManifest = (classId: string, certificates: readonly CertificateRecord[]): BundleManifest => ({
  schema: 'kull.certificates.v1',
  classId,
  certificates: certificates.filter(({ state }) => state === 'VALID').map(documentOf),
});

/** The manifest as a file: with the signature of the key that its newest document is dated under. */
export const signedManifest = async (
  manifest: BundleManifest,
  certificates: readonly CertificateRecord[],
  keys: CodeKeys,
): Promise<string> => {
  const issued = certificates.filter(({ state }) => state === 'VALID').map(({ versions }) => versions.at(-1)!.at);
  const dated = issued.sort().at(-1) ?? EARLIEST;
  const signature = await signJws(manifest, await keys.keyFor(dated), BUNDLE_TYPE);
  return `${JSON.stringify({ ...manifest, signature }, undefined, 2)}\n`;
};

/**
 * The archive, piece by piece: the manifest, then one document after the other, so that one of them is in memory at a
 * time. Documents are stored as they are: they are compressed already.
 */
export async function* bundle(
  manifest: BundleManifest,
  manifestFile: string,
  documents: DocumentStore,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const put = (name: string, content: Uint8Array): Uint8Array[] => {
    const file = new ZipPassThrough(name);
    file.mtime = FILE_TIME;
    zip.add(file);
    file.push(content, true);
    const pieces = ready;
    ready = [];
    return pieces;
  };
  yield* put('manifest.json', Buffer.from(manifestFile, 'utf8'));
  for (const { file, sha256 } of manifest.certificates) yield* put(file, (await documents.read(sha256)).bytes);
  zip.end();
  yield* ready;
}
