import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeKey } from '@kull/documents/certificate/code';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { z } from 'zod';
import { readInput } from '../files/input-file';
import { Unusable } from '../terminal/failures';

/** A key that documents are signed with, by the fingerprint of its certificate (SHA-256, hex). */
export interface DocumentKey {
  readonly fingerprint: string;
  readonly revokedAt?: string;
}

/** A key that codes, manifests or badges are signed with. */
export type PublishedKey = CodeKey & { readonly revokedAt?: string };

/** The public keys that a document or a code is held against. */
export interface TrustedKeys {
  /** Where they come from, in words. */
  readonly source: string;
  /** Somebody named them: a document signed with another key is then none to trust. */
  readonly isNamed: boolean;
  readonly documents: readonly DocumentKey[];
  readonly codes: readonly PublishedKey[];
  readonly manifests: readonly PublishedKey[];
  /** Of badges and of the status lists that tell whether they still hold. */
  readonly badges: readonly PublishedKey[];
}

/** What `/.well-known/kull-keys.json` holds. */
const published = z.object({
  keys: z.array(
    z.looseObject({
      use: z.string(),
      kid: z.string(),
      jwk: z.looseObject({ kty: z.string() }).optional(),
      x5c: z.array(z.string()).min(1).optional(),
      revokedAt: z.string().optional(),
    }),
  ),
});

const keyOf = async (jwk: JWK): Promise<CodeKey> => ({ kid: await calculateJwkThumbprint(jwk), publicJwk: jwk });

const fingerprintOf = (der: Buffer): string => createHash('sha256').update(der).digest('hex');

/** The keys of a file that was fetched from `/.well-known/kull-keys.json`. Ids are computed, not believed. */
const keysInFile = async (path: string): Promise<TrustedKeys> => {
  try {
    const { keys } = published.parse(JSON.parse(readInput(path).toString('utf8')));
    const keysFor = (wanted: string): Promise<PublishedKey[]> =>
      Promise.all(
        keys.flatMap(({ use, jwk, revokedAt }) =>
          use === wanted && jwk !== undefined
            ? [keyOf(jwk as JWK).then((key) => ({ ...key, ...(revokedAt && { revokedAt }) }))]
            : [],
        ),
      );
    return {
      source: path,
      isNamed: true,
      documents: keys.flatMap(({ x5c, revokedAt }) =>
        x5c ? [{ fingerprint: fingerprintOf(Buffer.from(x5c[0]!, 'base64')), ...(revokedAt && { revokedAt }) }] : [],
      ),
      codes: await keysFor('CODE'),
      manifests: await keysFor('MANIFEST'),
      badges: await keysFor('BADGE'),
    };
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`${path} er ikke en fil med nøkler fra /.well-known/kull-keys.json.`);
  }
};

/** The keys of an installation on this machine: only what is public of them is kept. */
const keysInFolder = async (folder: string, isNamed: boolean): Promise<TrustedKeys> => {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const textsOf = (form: RegExp): string[] =>
    names.filter((name) => form.test(name)).map((name) => readFileSync(join(folder, name), 'utf8'));
  const jwks = (form: RegExp): Promise<PublishedKey[]> =>
    Promise.all(
      textsOf(form).map((text) => {
        const { kty, crv, x, y } = JSON.parse(text) as JWK;
        return keyOf({ kty, crv, x, ...(y && { y }) });
      }),
    );
  return {
    source: folder,
    isNamed,
    documents: textsOf(/^signing-key(\.[\w-]+)?\.pem$/).map((pem) => ({
      fingerprint: fingerprintOf(new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE'))).raw),
    })),
    codes: await jwks(/^certificate-code-key(\.[\w-]+)?\.json$/),
    manifests: await jwks(/^manifest-key(\.[\w-]+)?\.json$/),
    badges: await jwks(/^badge-key(\.[\w-]+)?\.json$/),
  };
};

/** From the file that was named, else the folder of the installation, else the folder that `npm start` uses. */
export const trustedKeys = (file: string | undefined, env: NodeJS.ProcessEnv): Promise<TrustedKeys> => {
  if (file !== undefined) return keysInFile(file);
  return keysInFolder(env.KULL_KEYS ?? join(env.KULL_DATA_ROOT || '.data', 'keys'), env.KULL_KEYS !== undefined);
};
