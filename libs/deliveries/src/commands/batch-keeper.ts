import { DocumentStore, SigningKeys } from '@kull/certificates/contracts';
import { type ManifestKey, signManifest, verifyManifest } from '@kull/documents';
import { isSame } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import {
  batchFaults,
  batchFile,
  batchName,
  type Manifest,
  manifestFile,
  sha256Of,
  unsignedManifest,
} from '../domain/batch-file';
import type { Batch, BatchFiles } from '../domain/feed.events';
import type { Feed } from '../domain/feed.state';
import type { PreparedBatch } from '../domain/prepare-batch';
import { countsOf } from '../domain/release';

/** Makes the two files of a batch and keeps them. */
@Injectable()
export class BatchKeeper {
  constructor(
    private readonly documents: DocumentStore,
    private readonly keys: SigningKeys,
  ) {}

  /** Both files, checked as the receiver will check them, and kept before anything says that they exist. */
  async keep(state: Feed, batch: Batch, { records, lines }: PreparedBatch): Promise<BatchFiles> {
    const file = batchFile(records);
    const rest = unsignedManifest(batch, countsOf(lines), sha256Of(file));
    const { key } = await this.keys.active('MANIFEST');
    const manifest: Manifest = { ...rest, signature: await signManifest(rest, key) };
    const faults = batchFaults(file, manifest, { seq: state.seq, batchId: state.lastBatchId ?? null });
    if (faults.length > 0 || !(await isSigned(manifest, key)))
      throw new Error(`batch ${batch.batchId} is not in order: ${faults.join(', ') || 'E002'}`);
    const name = batchName(batch);
    return {
      fileName: `${name}.csv`,
      fileSha256: await this.documents.keep(file, 'text/csv; charset=utf-8'),
      manifestName: `${name}.manifest.json`,
      manifestSha256: await this.documents.keep(manifestFile(manifest), 'application/json'),
    };
  }
}

const isSigned = async ({ signature, ...rest }: Manifest, { publicJwk }: ManifestKey): Promise<boolean> => {
  const verification = await verifyManifest(signature, publicJwk);
  return verification.valid && isSame(verification.payload, rest);
};
