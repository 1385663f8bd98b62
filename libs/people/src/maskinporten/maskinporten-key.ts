import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

const SMALLEST_MODULUS = 2_048;

const keyIn = (text: string): KeyObject =>
  text.trimStart().startsWith('{')
    ? createPrivateKey({ key: JSON.parse(text), format: 'jwk' })
    : createPrivateKey(text);

/** The private key that our grants are signed with: RSA, as PEM (PKCS#8) or JWK. @throws Error that says what is wrong with the file */
export const loadMaskinportenKey = (file: string): KeyObject => {
  let key: KeyObject;
  try {
    key = keyIn(readFileSync(file, 'utf8'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'UNREADABLE';
    throw new Error(`KULL_MASKINPORTEN_KEY_FILE holds no private key that can be read (${code})`);
  }
  if (key.asymmetricKeyType !== 'rsa') throw new Error('KULL_MASKINPORTEN_KEY_FILE: Maskinporten takes RSA keys only');
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < SMALLEST_MODULUS)
    throw new Error(`KULL_MASKINPORTEN_KEY_FILE: the key has fewer than ${SMALLEST_MODULUS} bits`);
  return key;
};
