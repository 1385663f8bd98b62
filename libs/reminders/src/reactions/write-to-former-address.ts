import { EventStore, type Recorded } from '@kull/event-store';
import { MailSender } from '@kull/mail/contracts';
import { JobHandler } from '@kull/messaging';
import { contactStreamOf, type EmailChanged } from '@kull/people';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Addresses } from '../addresses';
import { formerAddressLetter } from '../former-address-letter';
import { MAIL_DOMAIN, SERVICE_URL } from './send-reminders';

/**
 * Tells an address that letters go elsewhere from now on. A worker that dies after it was sent sends it again: the same
 * letter, under the same message id.
 */
@Injectable()
@JobHandler('write-to-former-address', { concurrency: 2 })
export class WriteToFormerAddress {
  private readonly log = new Logger('reminders');

  constructor(
    private readonly events: EventStore,
    private readonly addresses: Addresses,
    private readonly mail: MailSender,
    @Inject(MAIL_DOMAIN) private readonly mailDomain: string,
    @Inject(SERVICE_URL) private readonly serviceUrl: string,
  ) {}

  async handle({ personId, version }: { readonly personId: string; readonly version: number }): Promise<void> {
    const stream = await this.events.readStream(contactStreamOf(personId));
    const { data, eventId } = stream[version - 1] as Recorded<EmailChanged>;
    const former = data.before && (await this.addresses.former(personId, data.before));
    // Forgotten since.
    if (!former) return;
    const { name, givenNames = name, language, email } = former;
    const letter = formerAddressLetter(language, givenNames, new URL('/min-profil', this.serviceUrl).href);
    const envelope = { messageId: `<former-address-${eventId}@${this.mailDomain}>`, to: { name, address: email } };
    const { outcome } = await this.mail.send(letter, envelope);
    if (outcome === 'deferred') throw new Error('the letter was not accepted now');
    if (outcome !== 'sent') this.log.warn({ message: `letter to a former address ${outcome}`, personId });
  }
}
