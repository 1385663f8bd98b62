import { createHmac, timingSafeEqual } from 'node:crypto';
import { loadOrCreateHmacKey } from './hmac-key';

/** 72 bits, 12 signs: nobody guesses one, and no sign has bits to spare. */
const KEY_BYTES = 9;

/**
 * What the QR code of a certificate bears besides its number: whoever knows it has the document before them, and may
 * see the name on it. Each version has its own, so that it also tells which version was scanned.
 */
export class HolderKeys {
  constructor(private readonly key: Uint8Array) {}

  /** With the key of the folder, from `certificate-holder.key`; made at first use. */
  static async fromFolder(folder: string): Promise<HolderKeys> {
    return new HolderKeys(await loadOrCreateHmacKey(folder, 'certificate-holder.key'));
  }

  /** The holder key of one version, in characters that need no escaping in an address. */
  of(number: string, version: number): string {
    return this.bytesOf(number, version).toString('base64url');
  }

  /** The version whose key this is, if it is one; every version is compared, each in constant time. */
  versionOf(number: string, versions: readonly number[], given: string): number | undefined {
    const bytes = Buffer.alloc(KEY_BYTES);
    const isWhole = bytes.write(given, 'base64url') === KEY_BYTES && bytes.toString('base64url') === given;
    const matching = versions.filter((version) => timingSafeEqual(this.bytesOf(number, version), bytes));
    return isWhole ? matching.at(-1) : undefined;
  }

  private bytesOf(number: string, version: number): Buffer {
    return createHmac('sha256', this.key).update(`${number}/${version}`).digest().subarray(0, KEY_BYTES);
  }
}
