import { fold } from '@kull/kernel';
import { given } from '@kull/kernel/given';
import { activeKid, kidFor, signingKeys } from './signing-key';
import type { SigningKeyEvent } from './signing-key.events';

const activated = (kid: string, at: string): SigningKeyEvent => ({
  type: 'SigningKeyActivated',
  data: { use: 'DOCUMENT', kid, fingerprint: kid.repeat(64), at },
});
const withdrawal = {
  use: 'DOCUMENT',
  kid: 'a',
  at: '2026-08-03T08:00:00.000Z',
  reasonCode: 'COMPROMISED',
  compromisedSince: '2026-08-01T00:00:00.000Z',
  recordedBy: 'admin-1',
  approvedBy: 'admin-2',
} as const;
const revoked: SigningKeyEvent = { type: 'SigningKeyRevoked', data: withdrawal };
const second = activated('b', '2026-08-02T08:00:00.000Z');
const revoke = (over: object = {}) =>
  ({ type: 'RevokeSigningKey', data: { ...withdrawal, firstKid: 'a', ...over } }) as const;

describe('a signing key is activated', () => {
  it('in the place of the one before it', () =>
    given(signingKeys)()
      .when({ type: 'ActivateSigningKey', data: second.data as never })
      .then(second));

  it('once', () =>
    given(signingKeys)(second)
      .when({ type: 'ActivateSigningKey', data: second.data as never })
      .thenNothing());

  it('not when it was revoked', () =>
    given(signingKeys)(second, revoked)
      .when({ type: 'ActivateSigningKey', data: activated('a', '2026-08-04T08:00:00.000Z').data as never })
      .rejectedAs({ code: 'KEY_REVOKED' }));
});

describe('a signing key is revoked', () => {
  it('by two people, when another one signs', () => given(signingKeys)(second).when(revoke()).then(revoked));

  it.each(['', 'admin-1'])('not by one of them alone (%p)', (approvedBy) =>
    given(signingKeys)(second).when(revoke({ approvedBy })).rejectedAs({ code: 'SECOND_APPROVER_REQUIRED' }),
  );

  it('not while it is the one that signs', () => {
    given(signingKeys)().when(revoke()).rejectedAs({ code: 'KEY_ACTIVE' });
    given(signingKeys)(second)
      .when(revoke({ kid: 'b' }))
      .rejectedAs({ code: 'KEY_ACTIVE' });
  });

  it('once', () => given(signingKeys)(second, revoked).when(revoke()).rejectedAs({ code: 'KEY_REVOKED' }));

  it('not as lost later than now', () =>
    given(signingKeys)(second)
      .when(revoke({ compromisedSince: '2026-08-03T08:00:00.001Z' }))
      .rejectedAs({ code: 'COMPROMISED_IN_FUTURE' }));
});

describe('the key that signs', () => {
  const record = (...events: SigningKeyEvent[]) => fold(signingKeys, events);

  it('is the first one until another is activated', () => {
    expect(activeKid(record(), 'a')).toBe('a');
    expect(activeKid(record(second), 'a')).toBe('b');
  });

  it('is, for what bears an older date, the one of then, as long as that one is trusted', () => {
    const third = activated('c', '2026-08-05T08:00:00.000Z');
    const dates = ['2026-08-01T08:00:00.000Z', '2026-08-02T08:00:00.000Z', '2026-08-06T08:00:00.000Z'];
    const kids = (...events: SigningKeyEvent[]) => dates.map((date) => kidFor(record(...events), 'a', date));
    expect(kids(second, third)).toEqual(['a', 'b', 'c']);
    expect(kids(second, revoked, third)).toEqual(['c', 'b', 'c']);
  });
});
