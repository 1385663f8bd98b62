/** The languages that people are written to in. */
export type LetterLanguage = 'nb' | 'nn' | 'en';

/** A part of a letter, in words that are ready to show. */
export type LetterPart =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Terms and their values: `Sted` – `BI Nydalen, rom A2-075`. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [term: string, value: string])[] };

export interface Attachment {
  readonly filename: string;
  /** `text/calendar; method=PUBLISH`, `application/pdf`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * What is written to one person. Text and HTML are made from the same parts. Never a national id; nothing sensitive in
 * the subject, which shows on locked screens.
 */
export interface Letter {
  readonly language: LetterLanguage;
  readonly subject: string;
  /** `Hei, Kari`. Absent: none, as to an office. */
  readonly salutation?: string;
  readonly parts: readonly LetterPart[];
  /** The one thing to do, as a button. */
  readonly action?: { readonly label: string; readonly url: string };
  readonly attachments?: readonly Attachment[];
  /** Where the recipient may decline letters of this kind (RFC 8058). Absent: they may not be declined. */
  readonly declineUrl?: string;
}

/** To whom, under which id: a message that is sent again has the same id. */
export interface Envelope {
  /** `<…@…>`, the same for the same message for ever. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  /** Message id of the first letter of the same matter, so that mail programs show them together. */
  readonly inReplyTo?: string;
}

/**
 * What became of an attempt (reliability.md 2, the SMTP rule). Only a reply of the server at or before the last one to
 * DATA, or a connection that was never opened, says that a message was not accepted.
 */
export type SendOutcome =
  | { readonly outcome: 'sent' }
  /** Not accepted now (4xx, or no connection): it may be tried again. */
  | { readonly outcome: 'deferred'; readonly code?: number }
  /**
   * Not accepted at all (5xx, or an address that is none). `because: 'ADDRESS'`: it is the address that was refused, not
   * the sender or the content.
   */
  | { readonly outcome: 'refused'; readonly code?: number; readonly because?: 'ADDRESS' }
  /** The connection was opened and the last reply was not seen: it may have arrived, and is not sent again. */
  | { readonly outcome: 'unknown' };

/** Sends letters by mail. */
export abstract class MailSender {
  abstract send(letter: Letter, envelope: Envelope): Promise<SendOutcome>;
}

/** Sends short texts to telephones. */
export abstract class TextMessageSender {
  /** @param to E.164; @param reference the same for the same message for ever */
  abstract send(message: {
    readonly to: string;
    readonly text: string;
    readonly reference: string;
  }): Promise<SendOutcome>;
}

/**
 * Takes what came back: whoever sends letters provides it in a global module, and knows by the message id whose letter
 * it was. Without one a bounce is read, and no more.
 */
export abstract class BounceTaker {
  /** @param code status of RFC 3463, `5.1.1`. The same bounce again changes nothing; an unknown message id neither. */
  abstract bounced(messageId: string, code: string): Promise<void>;
}
