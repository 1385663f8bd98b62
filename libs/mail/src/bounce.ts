import PostalMime, { type Attachment } from 'postal-mime';

/** A letter that came back for good. */
export interface Bounce {
  /** Of the letter that was sent. */
  readonly messageId: string;
  /** Status of RFC 3463, `5.1.1`. */
  readonly code: string;
}

/** What a bounce may be made of: a server that nests deeper means no good. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 200_000 };

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8');

/** The fields of each group, names in lower case; continued lines are joined (RFC 3464, 2.1). */
const groupsOf = (text: string): readonly ReadonlyMap<string, string>[] =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map(
      (group) =>
        new Map(
          group.split('\n').flatMap((line) => {
            const colon = line.indexOf(':');
            return colon > 0
              ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
              : [];
          }),
        ),
    );

/** The status of the first recipient that failed for good; a delay is none. */
const permanentFailure = (report: string): string | undefined => {
  for (const group of groupsOf(report)) {
    const status = /^5\.\d{1,3}\.\d{1,3}/.exec(group.get('status') ?? '')?.[0];
    if (group.get('action')?.toLowerCase() === 'failed' && status) return status;
  }
  return undefined;
};

const messageIdIn = (headers: string): string | undefined =>
  /^message-id:\s*(<[^<>\s]{1,250}>)/im.exec(headers.replaceAll('\r\n', '\n').split('\n\n', 1)[0] ?? '')?.[1];

/**
 * Reads a delivery status notification (RFC 3464): which of our letters was not delivered, for good. Undefined when it
 * is none, says nothing permanent, or does not name the letter.
 */
export const readBounce = async (bytes: Uint8Array): Promise<Bounce | undefined> => {
  // The returned letter stays an attachment: its headers are looked at, and nothing else of it.
  const mail = await PostalMime.parse(bytes, { ...LIMITS, rfc822Attachments: true, forceRfc822Attachments: true });
  const ofType = (...types: readonly string[]): string | undefined => {
    const part = mail.attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()));
    return part && textOf(part);
  };
  const report = ofType('message/delivery-status', 'message/global-delivery-status');
  const returned = ofType('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers');
  const code = report === undefined ? undefined : permanentFailure(report);
  const messageId = returned === undefined ? undefined : messageIdIn(returned);
  return code && messageId ? { messageId, code } : undefined;
};
