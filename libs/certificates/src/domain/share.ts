import type { Sealed } from '@kull/event-store/contracts';
import {
  accept,
  addDays,
  type Command,
  type Decider,
  type Decision,
  type DomainEvent,
  type Instant,
  idOf,
  instantInOslo,
  localDateInOslo,
  nothing,
  type Rejection,
  reject,
} from '@kull/kernel';
import type { CertificateNumber } from './certificate-number';

/** How long a link lasts (ux.md 2.2, S9). */
export const SHARE_DAYS = [7, 30, 180] as const;
export type ShareDays = (typeof SHARE_DAYS)[number];

/** Whoever knows the token may see the certificate. The log knows its SHA-256 only. */
export type CertificateShared = DomainEvent<
  'CertificateShared',
  {
    readonly number: CertificateNumber;
    readonly tokenHash: string;
    readonly expiresAt: Instant;
    /** Absent: it may be opened as often as anybody likes. */
    readonly maxOpens?: number;
    /** For whom it was made, under the holder's key. */
    readonly recipient?: Sealed;
  }
>;

/** Somebody looked at it, for the n-th time. */
export type CertificateShareOpened = DomainEvent<'CertificateShareOpened', { readonly open: number }>;

/** The link leads nowhere from now on, for ever. */
export type CertificateShareRevoked = DomainEvent<'CertificateShareRevoked', Record<never, never>>;

export type ShareEvent = CertificateShared | CertificateShareOpened | CertificateShareRevoked;

export type ShareCertificate = Command<'ShareCertificate', CertificateShared['data']>;
export type OpenShare = Command<'OpenShare', { readonly at: Instant }>;
export type RevokeShare = Command<'RevokeShare', Record<never, never>>;
export type ShareCommand = ShareCertificate | OpenShare | RevokeShare;

/**
 * - `SHARE_UNKNOWN`: no link was made under that id.
 * - `SHARE_EXPIRED`, `SHARE_USED_UP`, `SHARE_REVOKED`: it leads nowhere any more, each for its own reason.
 */
export type ShareRejection = Rejection<'SHARE_UNKNOWN' | 'SHARE_EXPIRED' | 'SHARE_USED_UP' | 'SHARE_REVOKED'>;

export interface MadeShare {
  readonly status: 'open' | 'revoked';
  readonly expiresAt: Instant;
  readonly maxOpens?: number;
  readonly opens: number;
}

export type Share = { readonly status: 'unknown' } | MadeShare;

/** The stream of a link is `share-link-<id>`; the command that makes it names it. */
export const shareIdOf = (commandId: string): string => idOf('shr', commandId);

/** Through the last second of the day that is so many days ahead, as every deadline (domain.md 6). */
export const expiryOf = (now: Instant, days: ShareDays): Instant =>
  instantInOslo(addDays(localDateInOslo(now), days), '23:59:59');

/** Why a link leads nowhere now; undefined when it may be opened. */
export const closedBecause = (share: MadeShare, now: Instant): ShareRejection['code'] | undefined => {
  if (share.status === 'revoked') return 'SHARE_REVOKED';
  if (now > share.expiresAt) return 'SHARE_EXPIRED';
  return share.maxOpens !== undefined && share.opens >= share.maxOpens ? 'SHARE_USED_UP' : undefined;
};

const decide = (share: Share, command: ShareCommand): Decision<ShareEvent, ShareRejection> => {
  if (command.type === 'ShareCertificate')
    return share.status === 'unknown' ? accept({ type: 'CertificateShared', data: command.data }) : nothing;
  if (share.status === 'unknown') return reject({ code: 'SHARE_UNKNOWN' });
  switch (command.type) {
    case 'OpenShare': {
      const code = closedBecause(share, command.data.at);
      return code ? reject({ code }) : accept({ type: 'CertificateShareOpened', data: { open: share.opens + 1 } });
    }
    case 'RevokeShare':
      return share.status === 'open' ? accept({ type: 'CertificateShareRevoked', data: {} }) : nothing;
  }
};

const evolve = (share: Share, { type, data }: ShareEvent): Share => {
  if (type === 'CertificateShared') {
    const { expiresAt, maxOpens } = data;
    return { status: 'open', expiresAt, opens: 0, ...(maxOpens !== undefined && { maxOpens }) };
  }
  if (share.status === 'unknown') return share;
  switch (type) {
    case 'CertificateShareOpened':
      return { ...share, opens: data.open };
    case 'CertificateShareRevoked':
      return { ...share, status: 'revoked' };
  }
};

/**
 * A link by which a holder shows a certificate. One stream for each, so that opens that come at once are counted one
 * after the other and never exceed what was allowed.
 */
export const certificateShare: Decider<Share, ShareCommand, ShareEvent, ShareRejection> = {
  category: 'share-link',
  initial: { status: 'unknown' },
  decide,
  evolve,
};
