import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mailbox } from '../address';
import type { Envelope, Letter } from '../contracts';
import { checkedLetter, checkMessageIds } from './checked-letter';
import { cleanName } from './clean-text';
import { letterHtml } from './letter-html';
import { letterText } from './letter-text';

/** Who sends, and in whose name. */
export interface Sender {
  readonly from: Mailbox;
  /** Named at the end of every letter. */
  readonly organiser: string;
}

/**
 * The message as it goes over the wire (RFC 5322). `address` has to be one, as `parseAddress` gives it. Throws
 * `UnsendableLetter`.
 */
export const composed = async (
  letter: Letter,
  envelope: Envelope,
  address: string,
  { from, organiser }: Sender,
): Promise<Buffer> => {
  checkMessageIds(envelope);
  const checked = checkedLetter(letter);
  const { messageId, to, inReplyTo } = envelope;
  const { declineUrl } = checked;
  const composer = new MailComposer({
    from,
    to: { name: cleanName(to.name), address },
    subject: checked.subject,
    text: letterText(checked, organiser),
    html: letterHtml(checked, organiser),
    messageId,
    inReplyTo,
    references: inReplyTo,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': checked.language,
      ...(declineUrl && {
        'List-Unsubscribe': { prepared: true, value: `<${declineUrl}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    attachments: checked.attachments?.map(({ filename, mediaType, bytes }) => ({
      filename,
      contentType: mediaType,
      content: Buffer.from(bytes),
      // Text too is to arrive byte for byte.
      contentTransferEncoding: 'base64',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
};
