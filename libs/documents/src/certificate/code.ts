import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { isLocalDate, type LocalDate } from '@kull/kernel';
import type { JWK } from 'jose';
import type { JwsKey } from '../keys/jws-key';

/** What a certificate's QR code states by itself, to somebody without network. It is the holder's own document. */
export interface CodeFacts {
  readonly version: number;
  readonly approvalId: string;
  /** Course points, at most one decimal. */
  readonly points: number;
  readonly completedOn: LocalDate;
  readonly familyName: string;
  readonly givenNames: string;
}

/** A public key that codes are checked with. */
export interface CodeKey {
  readonly kid: string;
  readonly publicJwk: JWK;
}

/** What the text of a QR code turned out to be. */
export type CodeVerification =
  | { readonly outcome: 'SIGNED'; readonly address: string; readonly kid: string; readonly facts: CodeFacts }
  /** A code of this form whose text is not what the key signed. */
  | { readonly outcome: 'ALTERED' }
  /** None of the keys given is the one that it names. */
  | { readonly outcome: 'UNKNOWN_KEY'; readonly kid: string }
  | { readonly outcome: 'NO_CODE' };

/** 66 bits of the thumbprint name the key; the signature decides. */
const KID_SIGNS = 11;

/** Keeps these signatures apart from all others that an Ed25519 key may ever make. */
const message = (text: string): Buffer => Buffer.from(`kull.certificate-code.v1\n${text}`, 'utf8');

const form = /^(https?:\/\/[^\s#]+)#([\w-]+)\.([\w-]{11})\.([\w-]{86})$/;

const encoded = ({ version, approvalId, points, completedOn, familyName, givenNames }: CodeFacts): string =>
  Buffer.from(JSON.stringify([version, approvalId, points, completedOn, familyName, givenNames])).toString('base64url');

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const decoded = (text: string): CodeFacts | undefined => {
  const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  if (!Array.isArray(parts) || parts.length !== 6) return undefined;
  const [version, approvalId, points, completedOn, familyName, givenNames] = parts as readonly unknown[];
  const isWellFormed =
    Number.isInteger(version) &&
    isText(approvalId) &&
    typeof points === 'number' &&
    isText(completedOn) &&
    isLocalDate(completedOn) &&
    isText(familyName) &&
    isText(givenNames);
  return isWellFormed ? ({ version, approvalId, points, completedOn, familyName, givenNames } as CodeFacts) : undefined;
};

/**
 * The text of the QR code: the address, and behind `#`, where no server sees it, facts, key and an Ed25519 signature
 * over every character before it. The same input gives the same text for ever.
 */
export const signedCode = (address: string, facts: CodeFacts, key: JwsKey): string => {
  const text = `${address}#${encoded(facts)}.${key.kid.slice(0, KID_SIGNS)}`;
  const signature = sign(null, message(text), createPrivateKey({ key: { ...key.privateJwk }, format: 'jwk' }));
  return `${text}.${signature.toString('base64url')}`;
};

/** Checks the text of a QR code with nothing but keys. Never throws for what the text holds. */
export const verifyCode = (text: string, keys: readonly CodeKey[]): CodeVerification => {
  const found = form.exec(text);
  if (!found) return { outcome: 'NO_CODE' };
  const [, address, facts, kid, given] = found as unknown as readonly [string, string, string, string, string];
  const key = keys.find((one) => one.kid.startsWith(kid));
  if (!key) return { outcome: 'UNKNOWN_KEY', kid };
  const signature = Buffer.from(given, 'base64url');
  const publicKey = createPublicKey({ key: { ...key.publicJwk }, format: 'jwk' });
  // The last sign of a signature has bits to spare: another sign must not read as the same signature.
  const isGenuine =
    signature.toString('base64url') === given &&
    verify(null, message(`${address}#${facts}.${kid}`), publicKey, signature);
  const stated = isGenuine ? decoded(facts) : undefined;
  return stated ? { outcome: 'SIGNED', address, kid: key.kid, facts: stated } : { outcome: 'ALTERED' };
};
