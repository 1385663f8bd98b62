import { createHmac, type webcrypto } from 'node:crypto';
import { systemClock } from '@kull/kernel';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

/** A key pair of a test, as an issuer or a client would have it. */
export interface TestKey {
  readonly alg: string;
  readonly kid: string;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
  readonly pem: string;
}

export const testKey = async (alg: string, kid: string): Promise<TestKey> => {
  const { publicKey, privateKey } = await generateKeyPair(alg, {
    extractable: true,
    ...(alg === 'EdDSA' && { crv: 'Ed25519' }),
  });
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg };
  return { alg, kid, publicJwk, privateJwk: await exportJWK(privateKey), pem: await exportSPKI(publicKey) };
};

export const encoded = (value: object | string): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Signs these claims; further headers as given. */
export const signed = async (
  claims: Record<string, unknown>,
  key: TestKey,
  header: Record<string, unknown> = {},
): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, ...header })
    .sign(await importJWK(key.privateJwk, key.alg));

/** Takes a signed token's claims and replaces its header, or its claims, by this text, signed anew with the same key. */
export const withText = async (key: TestKey, header: string, claims: string): Promise<string> => {
  const { subtle } = globalThis.crypto;
  const privateKey = (await importJWK(key.privateJwk, key.alg)) as webcrypto.CryptoKey;
  const input = `${encoded(header)}.${encoded(claims)}`;
  const algorithm =
    key.alg === 'EdDSA' ? 'Ed25519' : key.alg === 'ES256' ? { name: 'ECDSA', hash: 'SHA-256' } : 'RSASSA-PKCS1-v1_5';
  const signature = await subtle.sign(algorithm, privateKey, Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
};

/** Signed by HMAC with a secret that is no secret: the public key in one of its spellings. */
export const hmacSigned = (header: object, claims: object, secret: string): string => {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
};

/**
 * What attackers send instead of a token (reliability.md S11). Each is refused, whoever is asked; `claims` are such
 * that a token which `key` signs over them is taken.
 */
export const forgeries = async (
  key: TestKey,
  claims: Readonly<Record<string, unknown>>,
  good: Readonly<Record<string, unknown>> = {},
): Promise<readonly (readonly [string, string])[]> => {
  const now = Math.floor(Date.parse(systemClock.now()) / 1_000);
  const stranger = await testKey(key.alg, key.kid);
  const header = { alg: key.alg, kid: key.kid, ...good };
  const hs = { ...header, alg: 'HS256' };
  const spki = key.pem.replaceAll(/-----[^-]+-----|\s/g, '');
  const sign = (over: Record<string, unknown>, head: Record<string, unknown> = {}) =>
    signed({ ...claims, ...over }, key, { ...good, ...head });
  const without = (name: string) => {
    const { [name]: _, ...rest } = claims;
    return signed(rest, key, good);
  };
  const whole = JSON.stringify(claims);
  return [
    ['no signature, alg none', `${encoded({ ...header, alg: 'none' })}.${encoded(claims)}.`],
    ['alg None with a signature', `${encoded({ ...header, alg: 'None' })}.${encoded(claims)}.AAAA`],
    ['HMAC with the public key as PEM', hmacSigned(hs, claims, key.pem)],
    ['HMAC with the public key as base64', hmacSigned(hs, claims, spki)],
    ['HMAC with the public key as JWK', hmacSigned(hs, claims, JSON.stringify(key.publicJwk))],
    ['another key under the same kid', await signed({ ...claims }, stranger, good)],
    ['a kid that climbs', await sign({}, { kid: '../../../../dev/null' })],
    ['a kid that is SQL', await sign({}, { kid: "x' union select 'key" })],
    ['a kid that is an address', await sign({}, { kid: 'http://127.0.0.1:9/key' })],
    ['a kid that is no text', await withText(key, JSON.stringify({ ...header, kid: 7 }), whole)],
    ['its own key along', await signed({ ...claims }, stranger, { ...good, jwk: stranger.publicJwk })],
    ['the right key along', await sign({}, { jwk: key.publicJwk })],
    ['an address of keys', await sign({}, { jku: 'http://127.0.0.1:9/jwks' })],
    ['an address of certificates', await sign({}, { x5u: 'http://127.0.0.1:9/chain' })],
    ['a certificate chain', await sign({}, { x5c: ['AAAA'] })],
    ['expired', await sign({ iat: now - 90, exp: now - 30 })],
    ['not yet good', await sign({ nbf: now + 60 })],
    ['issued in the future', await sign({ iat: now + 60, exp: now + 100 })],
    ['good for a year', await sign({ exp: now + 31_536_000 })],
    ['without exp', await without('exp')],
    ['without iat', await without('iat')],
    ['exp as text', await withText(key, JSON.stringify(header), JSON.stringify({ ...claims, exp: `${now + 60}` }))],
    ['another issuer', await sign({ iss: 'https://evil.example' })],
    ['another audience', await sign({ aud: 'https://evil.example' })],
    ['audience unspecified', await sign({ aud: 'unspecified' })],
    ['several audiences', await sign({ aud: [claims.aud, 'https://evil.example'] })],
    ['without audience', await without('aud')],
    ['another typ', await sign({}, { typ: 'id_token+jwt' })],
    [
      'a claim twice',
      await withText(key, JSON.stringify(header), whole.replace('{', '{"iss":"https://evil.example",')),
    ],
    ['a header twice', await withText(key, JSON.stringify(header).replace('{', '{"kid":"other",'), whole)],
    ['a claim changed afterwards', (await sign({})).replace(/\.[^.]+\./, `.${encoded({ ...claims, sub: 'other' })}.`)],
    ['four parts', `${await sign({})}.AAAA`],
    ['no JSON', `${encoded('x')}.${encoded('y')}.AAAA`],
    ['a list for claims', await withText(key, JSON.stringify(header), '[]')],
  ];
};
