import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readOrCreateSecret } from './kept-file';

const KEY_BYTES = 32;
/** 128 bits: nobody guesses one. */
const MAC_BYTES = 16;

/** Signs what links in letters say, so that nobody makes one that we did not send. */
export class LinkKey {
  constructor(private readonly key: Uint8Array) {}

  /** With the key of the folder, from the file of that name; made at first use. */
  static async fromFolder(folder: string, file: string): Promise<LinkKey> {
    const kept = await readOrCreateSecret(folder, file, async () => randomBytes(KEY_BYTES).toString('base64'));
    const key = Buffer.from(kept.trim(), 'base64');
    if (key.length !== KEY_BYTES) throw new Error(`${file} does not hold ${KEY_BYTES} bytes in base64`);
    return new LinkKey(key);
  }

  /** What goes into the address beside what is said. */
  mac(said: string): string {
    return createHmac('sha256', this.key).update(said).digest().subarray(0, MAC_BYTES).toString('base64url');
  }

  /** Whether that was signed here. */
  isMac(said: string, mac: string): boolean {
    const [ours, given] = [Buffer.from(this.mac(said)), Buffer.from(mac)];
    return ours.length === given.length && timingSafeEqual(ours, given);
  }
}
