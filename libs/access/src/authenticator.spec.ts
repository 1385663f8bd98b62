import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { AdminTokenReader, BearerAuthenticator, type TokenReader } from './authenticator';

const machine: TokenReader = {
  read: async (token) => (token === 'a.b.c' ? { actor: 'mcl_1', roles: ['association'] } : undefined),
};
const authenticator = new BearerAuthenticator([new AdminTokenReader('the-right-token-of-32-characters'), machine]);
const calling = (authorization?: string) =>
  authenticator.authenticate({ headers: { authorization } } as unknown as FastifyRequest);

describe('the bearer of a token', () => {
  it('is known when one of the readers knows it', async () => {
    const administrator = { actor: 'admin', roles: ['administrator'], isOperator: true };
    expect(await calling('Bearer the-right-token-of-32-characters')).toEqual(administrator);
    expect(await calling('bearer the-right-token-of-32-characters')).toEqual(administrator);
    expect(await calling('Bearer a.b.c')).toEqual({ actor: 'mcl_1', roles: ['association'] });
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer the-right-token-of-32-character',
    'Bearer the-right-token-of-32-characters2',
    'Bearer the-right-token-of-32-characters x',
    'Basic the-right-token-of-32-characters',
    'Bearer æøå',
    `Bearer ${'x'.repeat(5_000)}`,
  ])('is not %s', async (authorization) => {
    expect(await calling(authorization)).toBeUndefined();
  });
});
