import { createHash } from 'node:crypto';
import { SinkFolder, type SunkMessage, type WrittenTextMessage, writtenTextMessages } from '@kull/mail';
import { Injectable } from '@nestjs/common';
import PostalMime, { type Email } from 'postal-mime';

/** Where mail and text messages of a development machine end. Absent: there is no such place, and no page of it. */
export interface OutboxFolders {
  readonly mail?: string;
  readonly textMessages?: string;
}

/** A letter as the list has it. */
export interface ListedLetter {
  readonly id: string;
  readonly at: string;
  readonly subject: string;
  /** Name and address as they stand in the letter. */
  readonly to: string;
}

export interface OpenedLetter extends ListedLetter {
  readonly from: string;
  readonly messageId: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments: readonly string[];
}

export interface OutboxList {
  readonly letters: readonly ListedLetter[];
  readonly letterCount: number;
  readonly textMessages: readonly WrittenTextMessage[];
}

const LISTED = 100;

const idOf = ({ file }: SunkMessage): string => file.replace(/\.eml$/, '');

const written = (people: readonly { readonly name?: string; readonly address?: string }[] = []): string =>
  people.map(({ name, address = '' }) => (name ? `${name} <${address}>` : address)).join(', ');

const listed = (message: SunkMessage, mail: Email): ListedLetter => ({
  id: idOf(message),
  at: message.at,
  subject: mail.subject ?? '',
  to: written(mail.to) || message.to.join(', '),
});

/** What the mail sink of this machine has. */
@Injectable()
export class Outbox {
  private readonly sink: SinkFolder | undefined;

  constructor(private readonly folders: OutboxFolders) {
    this.sink = folders.mail === undefined ? undefined : new SinkFolder(folders.mail);
  }

  get isThere(): boolean {
    return this.sink !== undefined;
  }

  /** The newest letters and text messages, the newest first. */
  async newest(): Promise<OutboxList> {
    const { sink } = this;
    const messages = (await sink?.messages()) ?? [];
    const letters = await Promise.all(
      messages
        .slice(-LISTED)
        .reverse()
        .map(async (message) => listed(message, await PostalMime.parse(await sink!.read(message)))),
    );
    const { textMessages: folder } = this.folders;
    const textMessages = folder === undefined ? [] : await writtenTextMessages(folder);
    return { letters, letterCount: messages.length, textMessages: textMessages.slice(-LISTED).reverse() };
  }

  async open(id: string): Promise<OpenedLetter | undefined> {
    const message = (await this.sink?.messages())?.find((one) => idOf(one) === id);
    if (message === undefined) return undefined;
    const mail = await PostalMime.parse(await this.sink!.read(message));
    return {
      ...listed(message, mail),
      from: written(mail.from ? [mail.from] : []),
      messageId: message.messageId,
      text: mail.text ?? '',
      html: mail.html,
      attachments: mail.attachments.map(({ filename, mimeType }) => `${filename ?? 'uten navn'} (${mimeType})`),
    };
  }
}

/** Hashes of the style sheets in a page, as a content security policy names them. */
export const styleHashes = (html: string): readonly string[] =>
  [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style]) => `'sha256-${createHash('sha256').update(style!).digest('base64')}'`,
  );
