import { MailSender, type SendOutcome, TextMessageSender } from './contracts';

const waits: SendOutcome = { outcome: 'deferred' };

/** Where no mail server is set: everything waits. */
export class NoMailSender extends MailSender {
  async send(): Promise<SendOutcome> {
    return waits;
  }
}

/** Where no way to telephones is set: everything waits. */
export class NoTextMessageSender extends TextMessageSender {
  async send(): Promise<SendOutcome> {
    return waits;
  }
}
