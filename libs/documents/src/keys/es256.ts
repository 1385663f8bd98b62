import { p256 } from '@noble/curves/nist.js';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { JwsKey } from './jws-key';

/** What a JWT turned out to be. */
export type JwtVerification =
  | {
      readonly valid: true;
      readonly header: Readonly<Record<string, unknown>>;
      readonly payload: Readonly<Record<string, unknown>>;
    }
  | { readonly valid: false };

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The text of a new P-256 key, as its file holds it. */
export const newEs256Key = async (): Promise<string> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
};

/** The P-256 key in such a text. */
export const es256KeyFrom = async (text: string): Promise<JwsKey> => {
  const { kty, crv, x, y, d } = JSON.parse(text) as JWK;
  if (crv !== 'P-256' || !d) throw new Error('The key is not a private key on P-256');
  const publicJwk: JWK = { kty, crv, x, y };
  return { privateJwk: { ...publicJwk, d }, publicJwk, kid: await calculateJwkThumbprint(publicJwk) };
};

/**
 * The payload as compact JWS (ES256). Deterministic (RFC 6979): the same header, payload and key give the same text for
 * ever, which the random nonces of WebCrypto do not.
 */
export const signEs256 = (payload: object, { privateJwk }: JwsKey, header: object): string => {
  const signed = `${encoded({ alg: 'ES256', ...header })}.${encoded(payload)}`;
  const signature = p256.sign(Buffer.from(signed), Buffer.from(privateJwk.d!, 'base64url'), { lowS: false });
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
};

const jsonIn = (part: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Header and payload, if the key that belongs to `publicJwk` signed just these characters. Base64url leaves bits of the
 * last character open; what is not written as the encoder writes it was not signed here.
 */
export const verifyEs256 = (jwt: string, { x, y }: JWK): JwtVerification => {
  const parts = jwt.split('.');
  if (parts.length !== 3 || !x || !y) return { valid: false };
  if (parts.some((part) => Buffer.from(part, 'base64url').toString('base64url') !== part)) return { valid: false };
  const [header, payload] = [jsonIn(parts[0]!), jsonIn(parts[1]!)];
  const signature = Buffer.from(parts[2]!, 'base64url');
  if (signature.length !== 64 || header?.alg !== 'ES256' || !payload) return { valid: false };
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return p256.verify(signature, Buffer.from(`${parts[0]}.${parts[1]}`), point, { lowS: false })
    ? { valid: true, header, payload }
    : { valid: false };
};
