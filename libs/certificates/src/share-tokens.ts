import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type Instant, newUuid, type Uuid } from '@kull/kernel';
import { loadOrCreateHmacKey } from './hmac-key';

/** 192 bits: nobody guesses a link. */
const TOKEN_BYTES = 24;
/** A multiple of three, so that no sign of a ticket has bits to spare. */
const TICKET_BYTES = 18;

/** What was opened may be looked at, and its PDF be fetched, for so long without being counted again. */
const TICKET_MS = 30 * 60_000;

/** What the log and the read model know of a token. */
export const shareTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

const visitedBy = (shareId: string, visit: string): string => `${shareId} visited by ${visit}`;

/** Makes the tokens of share links, and the tickets of those who opened one. */
export class ShareTokens {
  constructor(private readonly key: Uint8Array) {}

  /** With the key of the folder, from `certificate-share.key`; made at first use. */
  static async fromFolder(folder: string): Promise<ShareTokens> {
    return new ShareTokens(await loadOrCreateHmacKey(folder, 'certificate-share.key'));
  }

  /** The token that the command makes a link with: carried out again after a crash, it gives the same. */
  of(commandId: string): string {
    return this.mac(`token ${commandId}`).subarray(0, TOKEN_BYTES).toString('base64url');
  }

  /** What shows, until it runs out, that somebody opened the link. */
  ticketOf(shareId: string, openedAt: Instant): string {
    const until = (Date.parse(openedAt) + TICKET_MS).toString(36);
    return `${until}.${this.ticketMac(shareId, until)}`;
  }

  /** Whether that is a ticket of this link that has not run out. */
  isTicket(shareId: string, ticket: string, now: Instant): boolean {
    const [, until, given] = /^([0-9a-z]{1,11})\.([\w-]{24})$/.exec(ticket) ?? [];
    if (!until || !given) return false;
    const isOurs = timingSafeEqual(Buffer.from(this.ticketMac(shareId, until)), Buffer.from(given));
    return isOurs && Date.parse(now) <= Number.parseInt(until, 36);
  }

  /** What a page that was shown is known by for half an hour: opening the link from it counts once, however often it is sent. */
  visitOf(shareId: string, shownAt: Instant, visit: Uuid = newUuid()): string {
    return `${visit}.${this.ticketOf(visitedBy(shareId, visit), shownAt)}`;
  }

  /** The visit, if it is one of this link that has not run out. */
  visitIn(shareId: string, text: string, now: Instant): Uuid | undefined {
    const [, visit, ticket] = /^([0-9a-f-]{36})\.(.+)$/.exec(text) ?? [];
    return visit && ticket && this.isTicket(visitedBy(shareId, visit), ticket, now) ? visit : undefined;
  }

  private ticketMac(shareId: string, until: string): string {
    return this.mac(`ticket ${shareId} ${until}`).subarray(0, TICKET_BYTES).toString('base64url');
  }

  private mac(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}
