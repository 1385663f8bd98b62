import { createHash, randomBytes } from 'node:crypto';

const SECRET = /^[\w-]{43}$/;

/** What a browser holds: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of it; undefined for what cannot be one. */
export const secretHash = (secret: string | undefined): Buffer | undefined =>
  secret !== undefined && SECRET.test(secret) ? createHash('sha256').update(secret).digest() : undefined;

/** Names of the cookies. `__Host-`: from this host alone, by TLS alone; plain http is for this machine only. */
export interface CookieNames {
  readonly session: string;
  readonly attempt: string;
  readonly secure: boolean;
}

export const COOKIE_NAMES = Symbol('cookie names');

export const cookieNames = (baseUrl: string): CookieNames => {
  const secure = baseUrl.startsWith('https:');
  const prefix = secure ? '__Host-' : '';
  return { session: `${prefix}kull-session`, attempt: `${prefix}kull-login`, secure };
};
