import { fold, isRejected } from '@kull/kernel';
import { given } from '@kull/kernel/given';
import fc from 'fast-check';
import { certificateShare, expiryOf, type ShareEvent } from './share';

const data = { number: '7Q4K-9M2X-T', tokenHash: 'a'.repeat(64), expiresAt: '2026-07-09T21:59:59.000Z' } as const;
const shared: ShareEvent = { type: 'CertificateShared', data };
const twice: ShareEvent = { type: 'CertificateShared', data: { ...data, maxOpens: 2 } };
const opened = (open: number): ShareEvent => ({ type: 'CertificateShareOpened', data: { open } });
const revoked: ShareEvent = { type: 'CertificateShareRevoked', data: {} };
const open = (at = '2026-07-09T12:00:00.000Z') => ({ type: 'OpenShare', data: { at } }) as const;
const revoke = { type: 'RevokeShare', data: {} } as const;

describe('a link to a certificate', () => {
  it('is made once, whoever repeats the command', () => {
    given(certificateShare)().when({ type: 'ShareCertificate', data }).then(shared);
    given(certificateShare)(shared).when({ type: 'ShareCertificate', data }).thenNothing();
  });

  it('is opened as often as was said, and no more', () => {
    given(certificateShare)(shared, opened(1), opened(2)).when(open()).then(opened(3));
    given(certificateShare)(twice, opened(1)).when(open()).then(opened(2));
    given(certificateShare)(twice, opened(1), opened(2)).when(open()).rejectedAs({ code: 'SHARE_USED_UP' });
  });

  it('is open through the last second of its last day', () => {
    given(certificateShare)(shared).when(open('2026-07-09T21:59:59.000Z')).then(opened(1));
    given(certificateShare)(shared).when(open('2026-07-09T22:00:00.000Z')).rejectedAs({ code: 'SHARE_EXPIRED' });
  });

  it('is revoked once, and never opened again', () => {
    given(certificateShare)(shared).when(revoke).then(revoked);
    given(certificateShare)(shared, revoked).when(revoke).thenNothing();
    given(certificateShare)(shared, revoked).when(open()).rejectedAs({ code: 'SHARE_REVOKED' });
  });

  it('is neither opened nor revoked before it was made', () => {
    given(certificateShare)().when(open()).rejectedAs({ code: 'SHARE_UNKNOWN' });
    given(certificateShare)().when(revoke).rejectedAs({ code: 'SHARE_UNKNOWN' });
  });

  it('has been opened at most as often as was said, whatever is tried in whatever order', () => {
    const act = fc.constantFrom('open', 'late', 'revoke');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(act, { maxLength: 20 }), (maxOpens, acts) => {
        const events: ShareEvent[] = [{ type: 'CertificateShared', data: { ...data, maxOpens } }];
        for (const one of acts) {
          const command = one === 'revoke' ? revoke : open(one === 'late' ? '2026-08-01T00:00:00.000Z' : undefined);
          const decision = certificateShare.decide(fold(certificateShare, events), command);
          if (!isRejected(decision)) events.push(...decision.events);
        }
        const opens = events.filter(({ type }) => type === 'CertificateShareOpened');
        expect(opens.length).toBeLessThanOrEqual(maxOpens);
        expect(opens.map((event) => (event.data as { open: number }).open)).toEqual(opens.map((_, n) => n + 1));
        const end = events.findIndex(({ type }) => type === 'CertificateShareRevoked');
        if (end >= 0) expect(events.slice(end + 1)).toEqual([]);
      }),
    );
  });
});

describe('the last day of a link', () => {
  it.each([
    ['2026-07-02T08:00:00.000Z', 7, '2026-07-09T21:59:59.000Z'],
    ['2026-10-20T22:30:00.000Z', 7, '2026-10-28T22:59:59.000Z'],
    ['2028-02-22T12:00:00.000Z', 7, '2028-02-29T22:59:59.000Z'],
  ] as const)('made at %s for %s days ends at %s', (now, days, end) => expect(expiryOf(now, days)).toBe(end));
});
