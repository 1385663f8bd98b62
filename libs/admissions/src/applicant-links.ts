import { LinkKey } from '@kull/documents';
import type { Instant } from '@kull/kernel';

/** What a link leads to: an offer to answer, the decision on an application, or what a leader is to confirm. */
export type LinkedPage = 'tilbud' | 'vedtak' | 'bekreft';

/** Whoever has shown who they are may look, and answer, for so long. */
const TICKET_MS = 2 * 3_600_000;

/**
 * The links of applicants: each is good for one thing, and with the birth date it stands for a log-in there. They hold
 * an id and a signature; nobody has to remember them, and the one in the letter works for as long as there is something
 * to see.
 */
export class ApplicantLinks {
  constructor(private readonly key: LinkKey) {}

  /** With the key of the folder, from `applicant-link.key`; made at first use. */
  static async fromFolder(folder: string): Promise<ApplicantLinks> {
    return new ApplicantLinks(await LinkKey.fromFolder(folder, 'applicant-link.key'));
  }

  /** The path under the address of the service: `/tilbud/<token>`. */
  pathTo(page: LinkedPage, id: string): string {
    return `/${page}/${id}.${this.key.mac(linkOf(page, id))}`;
  }

  /** The offer or application that a token of that page is of; undefined when it is none of ours. */
  read(page: LinkedPage, token: string): string | undefined {
    const [, id, mac] = /^(\w{1,64})\.([\w-]{22})$/.exec(token) ?? [];
    return id && mac && this.key.isMac(linkOf(page, id), mac) ? id : undefined;
  }

  /** What shows, until it runs out, that somebody with the link knew the birth date. */
  ticketOf(page: LinkedPage, id: string, shownAt: Instant): string {
    const until = (Date.parse(shownAt) + TICKET_MS).toString(36);
    return `${until}.${this.key.mac(ticketOf(page, id, until))}`;
  }

  /** Whether that is a ticket of this link that has not run out. */
  isTicket(page: LinkedPage, id: string, ticket: string, now: Instant): boolean {
    const [, until, mac] = /^([0-9a-z]{1,11})\.([\w-]{22})$/.exec(ticket) ?? [];
    if (!until || !mac || !this.key.isMac(ticketOf(page, id, until), mac)) return false;
    return Date.parse(now) <= Number.parseInt(until, 36);
  }
}

const linkOf = (page: LinkedPage, id: string): string => `link ${page} ${id}`;
const ticketOf = (page: LinkedPage, id: string, until: string): string => `ticket ${page} ${id} ${until}`;
