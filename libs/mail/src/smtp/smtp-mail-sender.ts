import { parseAddress } from '../address';
import { type Envelope, type Letter, MailSender, type SendOutcome } from '../contracts';
import { composed, type Sender } from '../letter/compose';
import { attempt } from './attempt';
import { dial } from './dial';
import { type SmtpPatience, type SmtpServer, smtpPatience } from './smtp-options';

/** Sends by SMTP, one connection for each letter, and says what is known of the outcome. */
export class SmtpMailSender extends MailSender {
  constructor(
    private readonly server: SmtpServer,
    private readonly sender: Sender,
    private readonly patience: SmtpPatience = smtpPatience,
  ) {
    super();
  }

  /** Throws `UnsendableLetter` before anything is sent; otherwise it always has an outcome. */
  async send(letter: Letter, envelope: Envelope): Promise<SendOutcome> {
    const to = parseAddress(envelope.to.address);
    if (to === undefined) return { outcome: 'refused', because: 'ADDRESS' };
    const message = await composed(letter, envelope, to, this.sender);
    const socket = await dial(this.server, this.patience);
    if (socket === undefined) return { outcome: 'deferred' };
    return attempt(socket, this.server, { from: this.sender.from.address, to }, message, this.patience);
  }
}
