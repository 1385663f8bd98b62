import { type Clock, systemClock } from '@kull/kernel';
import { createLocalJWKSet, type JWK, type JWTPayload, jwtVerify } from 'jose';
import { hasRepeatedNames } from './repeated-names';

/** What a token says, before anybody has checked that it is true. */
export interface UncheckedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: JWTPayload;
}

/** What a token has to be. Lists are fixed: nothing that the token says chooses how it is checked (RFC 8725). */
export interface JwtRules {
  readonly algorithms: readonly string[];
  /** Lower-case; `undefined` in the list allows a token that says none. */
  readonly types: readonly (string | undefined)[];
  readonly issuer: string;
  /** The one value of `aud`; a list of several is refused. */
  readonly audience: string;
  /** Most seconds from `iat` to `exp`. */
  readonly lifetimeSeconds: number;
  /** How far apart the clocks of two machines may be. */
  readonly skewSeconds: number;
}

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Headers that name another key or another way to check: we hold the keys, and fetch none that a token names. */
const FORBIDDEN_HEADERS = ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64', 'zip'];

const objectIn = (part: string): Record<string, unknown> | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url'));
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && !hasRepeatedNames(text) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

/** Header and claims of a compact JWS; undefined when it is none, or says anything twice. */
export const uncheckedJwt = (token: string): UncheckedJwt | undefined => {
  if (!COMPACT.test(token)) return undefined;
  const [header, claims] = token.split('.').slice(0, 2).map(objectIn);
  return header && claims && { header, claims: claims as JWTPayload };
};

const isInTime = ({ iat, exp }: JWTPayload, { lifetimeSeconds, skewSeconds }: JwtRules, now: number): boolean =>
  typeof iat === 'number' &&
  typeof exp === 'number' &&
  iat <= now + skewSeconds &&
  exp > iat &&
  exp - iat <= lifetimeSeconds &&
  exp <= now + lifetimeSeconds + skewSeconds;

/**
 * The claims of a token that one of the keys signed and that keeps every rule; undefined otherwise, whatever was wrong.
 * No request goes out.
 */
export const checkedJwt = async (
  token: string,
  keys: readonly JWK[],
  rules: JwtRules,
  clock: Clock = systemClock,
): Promise<JWTPayload | undefined> => {
  const unchecked = uncheckedJwt(token);
  if (!unchecked) return undefined;
  const { header, claims } = unchecked;
  const typ = typeof header.typ === 'string' ? header.typ.toLowerCase() : undefined;
  if (FORBIDDEN_HEADERS.some((name) => name in header) || typeof header.kid !== 'string') return undefined;
  if (!rules.types.includes(typ) || (header.typ !== undefined && typ === undefined)) return undefined;
  const now = Date.parse(clock.now());
  if (claims.aud !== rules.audience || !isInTime(claims, rules, now / 1_000)) return undefined;
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [...keys] }), {
      algorithms: [...rules.algorithms],
      issuer: rules.issuer,
      audience: rules.audience,
      clockTolerance: rules.skewSeconds,
      currentDate: new Date(now),
      requiredClaims: ['iat', 'exp'],
    });
    return payload;
  } catch {
    // Whatever jose finds wrong with it, or cannot read: it is not a token of these keys.
    return undefined;
  }
};
