import { type CryptoKey, importJWK, type JWK } from 'jose';
import * as client from 'openid-client';

/** A private key of ours as a JWK (RFC 7517), by the `kid` and `alg` that the provider has its other half under. */
export interface ClientKey extends JWK {
  readonly kty: string;
  readonly kid: string;
  readonly alg: 'RS256' | 'PS256' | 'ES256';
  readonly d: string;
}

/**
 * What shows a provider that it is us who fetch a token: a secret that both have, or a key whose public half the provider
 * has (`private_key_jwt`, OpenID Connect Core 9), which ID-porten recommends.
 */
export type ClientProof =
  | { readonly clientSecret: string; readonly clientKey?: never }
  | { readonly clientKey: ClientKey; readonly clientSecret?: never };

/** As the library wants it. @throws Error when the key is none of its algorithm */
export const clientAuthOf = async ({ clientSecret, clientKey }: ClientProof): Promise<client.ClientAuth> => {
  if (!clientKey) return client.ClientSecretBasic(clientSecret);
  const key = (await importJWK(clientKey, clientKey.alg)) as CryptoKey;
  return client.PrivateKeyJwt({ key, kid: clientKey.kid });
};
