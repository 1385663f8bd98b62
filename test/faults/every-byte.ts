import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrCreateSigningKey, renderCertificate, signPdf, verifyPdf } from '@kull/documents';
import { example } from '@kull/documents/testing/example';
import { Chance } from '../data/chance';

/** A certificate of which each byte was another once. */
export interface EveryByteReport {
  readonly seed: number;
  /** Length of the file; so many changed files were verified. */
  readonly bytes: number;
  readonly ms: number;
  readonly green: boolean;
  /** Places at which a change was not told. */
  readonly untold: readonly number[];
}

/**
 * Changes each byte of a signed certificate to some other, one at a time, and asks the verifier. `npm test` does it at
 * some places of a certificate, and at every place of a delivery, a badge and a status list: a PDF has fifty times as
 * many bytes, and each takes milliseconds.
 */
export const changeEveryByte = async (seed: number): Promise<EveryByteReport> => {
  const began = performance.now();
  const chance = new Chance(seed);
  const folder = mkdtempSync(join(tmpdir(), 'kull-every-byte-'));
  try {
    const meta = { signedAt: example.issuedAt, reason: 'v2', location: 'Norge', name: example.organiser.name };
    const signed = await signPdf(await renderCertificate(example), await loadOrCreateSigningKey(folder), meta);
    if (!verifyPdf(signed).unaltered) throw new Error('The certificate is altered before anything was changed');
    const untold = [...signed.keys()].filter(
      (place) => verifyPdf(signed.with(place, signed[place]! ^ chance.between(1, 255))).unaltered,
    );
    const ms = Math.round(performance.now() - began);
    return { seed, bytes: signed.length, ms, green: untold.length === 0, untold };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
