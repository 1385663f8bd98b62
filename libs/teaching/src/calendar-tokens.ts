import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readOrCreateSecret } from '@kull/documents/keys/kept-file';

const KEY_FILE = 'calendar-feed.key';

/** 192 bits: nobody guesses an address. */
const TOKEN_BYTES = 24;

/** What the log and the read model know of a token. */
export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes the tokens of calendar feeds: a command carried out again after a crash gives the token that it gave before. */
export class CalendarTokens {
  constructor(private readonly key: Uint8Array) {}

  /** With the key of the folder, from `calendar-feed.key`; made at first use. */
  static async fromFolder(folder: string): Promise<CalendarTokens> {
    const kept = await readOrCreateSecret(folder, KEY_FILE, async () => randomBytes(32).toString('base64'));
    const key = Buffer.from(kept.trim(), 'base64');
    if (key.length !== 32) throw new Error(`${KEY_FILE} does not hold 32 bytes in base64`);
    return new CalendarTokens(key);
  }

  /** The token that the command opens a feed with, in characters that need no escaping in an address. */
  of(commandId: string): string {
    return createHmac('sha256', this.key).update(commandId).digest().subarray(0, TOKEN_BYTES).toString('base64url');
  }
}
