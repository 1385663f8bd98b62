import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;
const FILE = 'people.key';

/** The keys of this installation. None of them is ever in the database. */
export interface PeopleKeys {
  /** Tells which wrapping key a data key was wrapped with; says nothing about the key. */
  readonly wrappingKeyId: string;
  readonly wrappingKey: Buffer;
  readonly registerKey: Buffer;
  /** Blind index of an identity number or an HPR number; each kind has its own key. */
  nationalIdIndex(nationalId: string): Buffer;
  hprNumberIndex(scope: string, hprNumber: string): Buffer;
  /** Keyed fingerprint of any content, 64 hex digits. */
  fingerprint(content: string): string;
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();

/** Derives each key for its one use from the installation's secret. */
export const peopleKeysFrom = (secret: Buffer): PeopleKeys => {
  const derived = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, 'kull people v1', use, KEY_BYTES) as ArrayBuffer);
  const wrappingKey = derived('wrap data keys');
  const nationalIdKey = derived('index national ids');
  const hprNumberKey = derived('index hpr numbers');
  const fingerprintKey = derived('fingerprint content');
  return {
    wrappingKeyId: createHash('sha256').update(wrappingKey).digest('hex').slice(0, 16),
    wrappingKey,
    registerKey: derived('seal register entries'),
    nationalIdIndex: (nationalId) => hmac(nationalIdKey, nationalId),
    hprNumberIndex: (scope, hprNumber) => hmac(hprNumberKey, `${scope}\u001f${hprNumber}`),
    fingerprint: (content) => hmac(fingerprintKey, content).toString('hex'),
  };
};

const secretFrom = (text: string, source: string): Buffer => {
  const secret = Buffer.from(text.trim(), 'base64');
  if (secret.length !== KEY_BYTES) throw new Error(`${source} does not hold ${KEY_BYTES} bytes in base64`);
  return secret;
};

const readSecret = (file: string): Buffer | undefined => {
  try {
    return secretFrom(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Written whole under another name, then linked: of several processes that start at once, one wins and all read its key. */
const makeSecret = (folder: string, file: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** The secret in `key` (base64, 32 bytes), else the one in the folder, made at the first start. */
export const loadPeopleKeys = ({ key, folder }: { readonly key?: string; readonly folder: string }): PeopleKeys => {
  if (key) return peopleKeysFrom(secretFrom(key, 'KULL_PEOPLE_KEY'));
  const file = join(folder, FILE);
  let secret = readSecret(file);
  if (!secret) {
    makeSecret(folder, file);
    secret = readSecret(file);
  }
  return peopleKeysFrom(secret!);
};
