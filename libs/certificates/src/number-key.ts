import { loadOrCreateHmacKey } from './hmac-key';

/** The key that certificate numbers are made with, from `certificate-number.key` of the folder; made at first use. */
export const loadOrCreateNumberKey = (folder: string): Promise<Uint8Array> =>
  loadOrCreateHmacKey(folder, 'certificate-number.key');
