import { EventStore, type Recorded } from '@kull/event-store';
import { MailSender } from '@kull/mail/contracts';
import { JobHandler } from '@kull/messaging';
import { contactStreamOf, type EmailChanged, emailBeforePurpose, People } from '@kull/people';
import { Inject, Injectable, Logger } from '@nestjs/common';
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
    private readonly people: People,
    private readonly mail: MailSender,
    @Inject(MAIL_DOMAIN) private readonly mailDomain: string,
    @Inject(SERVICE_URL) private readonly serviceUrl: string,
  ) {}

  async handle({ personId, version }: { readonly personId: string; readonly version: number }): Promise<void> {
    const stream = await this.events.readStream(contactStreamOf(personId));
    const { data, eventId } = stream[version - 1] as Recorded<EmailChanged>;
    const [profiles, [address]] = await Promise.all([
      this.people.profiles([personId]),
      this.people.open<string>(data.before ? [{ sealed: data.before, purpose: emailBeforePurpose }] : []),
    ]);
    const profile = profiles.get(personId);
    // Forgotten since.
    if (!profile || address === undefined) return;
    const { givenNames, familyName, language } = profile;
    const letter = formerAddressLetter(language, givenNames, new URL('/min-profil', this.serviceUrl).href);
    const envelope = {
      messageId: `<former-address-${eventId}@${this.mailDomain}>`,
      to: { name: `${givenNames} ${familyName}`.trim(), address },
    };
    const { outcome } = await this.mail.send(letter, envelope);
    if (outcome === 'deferred') throw new Error('the letter was not accepted now');
    if (outcome !== 'sent') this.log.warn({ message: `letter to a former address ${outcome}`, personId });
  }
}
