import { given } from '@kull/kernel/given';
import { type CertificateRevocationProposed, revocationRequest } from './revocation-request';

const proposed = (over: Partial<CertificateRevocationProposed['data']> = {}): CertificateRevocationProposed => ({
  type: 'CertificateRevocationProposed',
  data: {
    number: '7Q4K-9M2X-T' as CertificateRevocationProposed['data']['number'],
    reasonCode: 'WRONG_PERSON',
    proposedBy: 'mli',
    proposedAt: '2026-07-02T08:00:00.000Z',
    ...over,
  },
});
const propose = (of: CertificateRevocationProposed) => ({ type: 'ProposeRevocation', data: of.data }) as const;

describe('a request to revoke a certificate', () => {
  it('is put on record', () => given(revocationRequest)().when(propose(proposed())).then(proposed()));

  it('is the same when the same person asks again', () =>
    given(revocationRequest)(proposed())
      .when(propose(proposed({ proposedAt: '2026-07-03T08:00:00.000Z' })))
      .then());

  it('takes the place of one with another reason, or by another person', () => {
    const other = proposed({ reasonCode: 'FRAUD' });
    given(revocationRequest)(proposed()).when(propose(other)).then(other);
    const by = proposed({ proposedBy: 'khe' });
    given(revocationRequest)(proposed()).when(propose(by)).then(by);
  });
});
