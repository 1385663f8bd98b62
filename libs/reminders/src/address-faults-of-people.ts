import { People } from '@kull/people';
import { Injectable, Logger } from '@nestjs/common';
import { type AddressFault, AddressFaults } from './addresses';
import { type Recipient, recipientKey } from './domain/occasion';

/** Faults are noted on the person; of staff and the office, whose addresses the office keeps itself, in the log. */
@Injectable()
export class AddressFaultsOfPeople extends AddressFaults {
  private readonly log = new Logger('reminders');

  constructor(private readonly people: People) {
    super();
  }

  async note(recipient: Recipient, { emailFingerprint, ...fault }: AddressFault): Promise<void> {
    if (recipient.kind !== 'person') {
      this.log.warn({ message: 'an address does not work', recipient: recipientKey(recipient), code: fault.code });
      return;
    }
    const { personId } = recipient;
    const address = (await this.people.profiles([personId])).get(personId)?.email;
    if (address === undefined || this.people.fingerprint(address) !== emailFingerprint) return;
    await this.people.noteAddressFault(personId, { ...fault, address });
  }
}
