import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The first byte of every sealed value, so that another form can follow this one. */
const FORM = 1;

/** Random bytes are drawn many at a time: one call per value would be half the cost of sealing. */
const pool = Buffer.alloc(NONCE_BYTES * 1024);
let used = pool.length;

/** A nonce that was never given before: 96 random bits. */
export const freshNonce = (): Buffer => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const nonce = Buffer.from(pool.subarray(used, used + NONCE_BYTES));
  used += NONCE_BYTES;
  return nonce;
};

/**
 * AES-256-GCM. What the value belongs to (`personId/purpose`) is bound to it: moved to another person or another field
 * it does not open (reliability.md S25).
 */
export const sealBytes = (key: Uint8Array, belongsTo: string, plain: Uint8Array): Buffer => {
  const nonce = freshNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(belongsTo, 'utf8'));
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([Buffer.of(FORM), nonce, body, cipher.getAuthTag()]);
};

/** Throws when key, place or a single bit is another. */
export const openBytes = (key: Uint8Array, belongsTo: string, sealed: Uint8Array): Buffer => {
  if (sealed[0] !== FORM || sealed.length < 1 + NONCE_BYTES + TAG_BYTES) throw new Error('not a sealed value');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(belongsTo, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES));
  decipher.final();
  return plain;
};

export const sealJson = (key: Uint8Array, belongsTo: string, value: unknown): Buffer =>
  sealBytes(key, belongsTo, Buffer.from(JSON.stringify(value), 'utf8'));

export const openJson = <T>(key: Uint8Array, belongsTo: string, sealed: Uint8Array): T =>
  JSON.parse(openBytes(key, belongsTo, sealed).toString('utf8')) as T;
