import { DatabaseClock } from '@kull/http';
import { MailSender } from '@kull/mail/contracts';
import { JobHandler } from '@kull/messaging';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { EmployerLinks } from '../employer-links';
import { employerLetter } from '../words/employer-letter';

/** Where the service is reached, and the domain of message ids. */
export interface LetterAddresses {
  readonly baseUrl: string;
  readonly mailDomain: string;
}
export const LETTER_ADDRESSES = Symbol('letter addresses');

/**
 * Sends the link, if it is still good. A worker that dies after it was sent sends it again: the same letter, under the
 * same message id, with the same link, which is good once.
 */
@Injectable()
@JobHandler('write-to-employer', { concurrency: 2 })
export class WriteToEmployer {
  private readonly log = new Logger('admissions');

  constructor(
    private readonly links: EmployerLinks,
    private readonly mail: MailSender,
    private readonly clock: DatabaseClock,
    @Inject(LETTER_ADDRESSES) private readonly addresses: LetterAddresses,
  ) {}

  async handle({ draftId, request }: { readonly draftId: string; readonly request: number }): Promise<void> {
    const link = await this.links.ofRequest(draftId, request, await this.clock.now());
    if (!link?.recipient || link.refusal) return;
    const { baseUrl, mailDomain } = this.addresses;
    const url = new URL(this.links.pathTo(draftId, request), baseUrl).href;
    const { name, email } = link.recipient;
    const envelope = {
      messageId: `<employer-${draftId}-${request}@${mailDomain}>`,
      to: { name, address: email },
    };
    const { outcome } = await this.mail.send(employerLetter(link.language, link, url), envelope);
    if (outcome === 'deferred') throw new Error('the letter was not accepted now');
    if (outcome !== 'sent') this.log.warn({ message: `letter to an employer ${outcome}`, draftId, request });
  }
}
