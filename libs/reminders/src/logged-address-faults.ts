import { Injectable, Logger } from '@nestjs/common';
import { type AddressFault, AddressFaults } from './addresses';
import { type Recipient, recipientKey } from './domain/occasion';

/** Says in the log whose address does not work, where there is no other place to write it down. */
@Injectable()
export class LoggedAddressFaults extends AddressFaults {
  private readonly log = new Logger('reminders');

  async note(recipient: Recipient, { code }: AddressFault): Promise<void> {
    this.log.warn({ message: 'an address does not work', recipient: recipientKey(recipient), code });
  }
}
