import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { TokenAuthenticator } from './authenticator';

const authenticator = new TokenAuthenticator('the-right-token-of-32-characters');
const calling = (authorization?: string) =>
  authenticator.authenticate({ headers: { authorization } } as unknown as FastifyRequest);

describe('the administrator’s token', () => {
  it('is known', () => {
    expect(calling('Bearer the-right-token-of-32-characters')).toEqual({ actor: 'admin', roles: ['administrator'] });
    expect(calling('bearer the-right-token-of-32-characters')).toBeDefined();
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
  ])('is not %s', (authorization) => {
    expect(calling(authorization)).toBeUndefined();
  });
});
