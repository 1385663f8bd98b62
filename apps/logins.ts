import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { LoginSettings } from '@kull/access';
import { isSafeUrl } from '@kull/people';
import { z } from 'zod';

const text = z.string().min(1).max(200);

const isPrivateKey = (jwk: JsonWebKey): boolean => {
  try {
    return createPrivateKey({ key: jwk, format: 'jwk' }).type === 'private';
  } catch {
    return false;
  }
};

const clientKey = z
  .looseObject({ kty: text, kid: text, alg: z.enum(['RS256', 'PS256', 'ES256']), d: z.string() })
  .refine(isPrivateKey, 'must be a private key as JWK');

const settings = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be small letters, digits and -'),
  names: z.strictObject({ nb: text, nn: text, en: text }),
  issuer: z.string().refine(isSafeUrl, 'must be an https address; http only for this machine'),
  clientId: text,
  clientSecret: text.optional(),
  clientKey: clientKey.optional(),
  scope: text.regex(/(^| )openid( |$)/, 'must have openid in it').default('openid'),
  acr: z.array(text).default([]),
  knows: z.enum(['person', 'account']),
  claim: text,
});

const login = settings.refine(
  ({ clientSecret, clientKey: key }) => (clientSecret === undefined) !== (key === undefined),
  'has clientSecret or clientKey, one of them',
);

const logins = z
  .array(login)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two log-ins have one id');

/**
 * The ways in which people log in, from the file that `KULL_LOGINS` names (apps/README.md).
 * @throws Error that names what is wrong, and none of the values
 */
export const loginsIn = (file: string): readonly LoginSettings[] => {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`KULL_LOGINS: ${file} cannot be read as JSON`);
  }
  const parsed = logins.safeParse(content);
  if (parsed.success) return parsed.data as LoginSettings[];
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`);
  throw new Error(`KULL_LOGINS: ${file} does not fit:\n${lines.join('\n')}`);
};
