import { randomUUID } from 'node:crypto';
import { machineScopes } from '@kull/http';
import { signed, type TestKey } from '../../libs/access/test-model/forged';
import type { TestApi } from './api';

export interface MachineChoice {
  readonly orgNumber?: string;
  readonly scopes?: readonly string[];
  /** Issuer of access tokens: the service's `KULL_BASE_URL`. */
  readonly issuer?: string;
}

/** Registers a machine of an organisation and logs it in: `Bearer …`. */
export const machineToken = async (
  { fastify, authorization }: Pick<TestApi, 'fastify' | 'authorization'>,
  key: TestKey,
  { orgNumber = '960474341', scopes = machineScopes, issuer = 'http://kull.test' }: MachineChoice = {},
): Promise<string> => {
  const registered = await fastify.inject({
    method: 'POST',
    url: '/api/v1/machine-clients',
    headers: { authorization, 'idempotency-key': randomUUID() },
    payload: { orgNumber, scopes, jwks: { keys: [key.publicJwk] } },
  });
  const { clientId } = registered.json() as { clientId: string };
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: clientId, sub: clientId, aud: issuer, iat: now, exp: now + 60, jti: randomUUID() };
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await signed(claims, key),
  });
  const answer = await fastify.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: form.toString(),
  });
  return `Bearer ${(answer.json() as { access_token: string }).access_token}`;
};
