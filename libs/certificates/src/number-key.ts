import { randomBytes } from 'node:crypto';
import { readOrCreateSecret } from '@kull/documents';

/** The key that certificate numbers are made with, from `certificate-number.key` of the folder; made at first use. */
export const loadOrCreateNumberKey = async (folder: string): Promise<Uint8Array> => {
  const kept = await readOrCreateSecret(folder, 'certificate-number.key', async () =>
    randomBytes(32).toString('base64'),
  );
  const key = Buffer.from(kept.trim(), 'base64');
  if (key.length !== 32) throw new Error('certificate-number.key does not hold 32 bytes in base64');
  return key;
};
