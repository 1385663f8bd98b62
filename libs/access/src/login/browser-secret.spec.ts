import { describe, expect, it } from '@jest/globals';
import { cookieNames, newSecret, secretHash } from './browser-secret';

describe('what a browser holds', () => {
  it('is bound to this host and to TLS, but on a machine of developers', () => {
    expect(cookieNames('https://kull.example.no')).toEqual({
      session: '__Host-kull-session',
      attempt: '__Host-kull-login',
      secure: true,
    });
    expect(cookieNames('http://localhost:3000')).toMatchObject({ session: 'kull-session', secure: false });
  });

  it('is new each time, and stored as a hash of its own', () => {
    const [one, other] = [newSecret(), newSecret()];
    expect(one).toMatch(/^[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(secretHash(one)).toHaveLength(32);
    expect(secretHash(one)).not.toEqual(secretHash(other));
  });

  it.each([undefined, '', 'x', 'x'.repeat(44), `${'x'.repeat(42)}'`])('is not %j', (text) => {
    expect(secretHash(text)).toBeUndefined();
  });
});
