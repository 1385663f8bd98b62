import { randomBytes } from 'node:crypto';
import { readOrCreateSecret } from '@kull/documents/keys/kept-file';

/** A key of 32 bytes, from the file of that name in the folder; made at first use. */
export const loadOrCreateHmacKey = async (folder: string, file: string): Promise<Uint8Array> => {
  const kept = await readOrCreateSecret(folder, file, async () => randomBytes(32).toString('base64'));
  const key = Buffer.from(kept.trim(), 'base64');
  if (key.length !== 32) throw new Error(`${file} does not hold 32 bytes in base64`);
  return key;
};
