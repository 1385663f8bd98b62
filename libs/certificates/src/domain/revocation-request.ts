import { accept, type Command, type Decider, type DomainEvent, type Instant, nothing } from '@kull/kernel';
import type { RevocationReason } from './certificate.events';
import type { CertificateNumber } from './certificate-number';

/** One administrator wants a certificate revoked. Nothing happens to it before another one agrees (credits.md 4). */
export type CertificateRevocationProposed = DomainEvent<
  'CertificateRevocationProposed',
  {
    readonly number: CertificateNumber;
    readonly reasonCode: RevocationReason;
    readonly proposedBy: string;
    readonly proposedAt: Instant;
  }
>;

export type ProposeRevocation = Command<'ProposeRevocation', CertificateRevocationProposed['data']>;

/** What waits for a second person; a later proposal takes the place of one that waits. */
export interface RevocationRequest {
  readonly waiting?: CertificateRevocationProposed['data'];
}

/** The stream of what is asked about one certificate: `revocation-request-<number>`. */
export const revocationRequest: Decider<RevocationRequest, ProposeRevocation, CertificateRevocationProposed, never> = {
  category: 'revocation-request',
  initial: {},
  decide: ({ waiting }, { data }) =>
    waiting?.proposedBy === data.proposedBy && waiting.reasonCode === data.reasonCode
      ? nothing
      : accept({ type: 'CertificateRevocationProposed', data }),
  evolve: (_, { data }) => ({ waiting: data }),
};
