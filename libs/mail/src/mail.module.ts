import { type DynamicModule, Module } from '@nestjs/common';
import type { Mailbox } from './address';
import { MailSender, TextMessageSender } from './contracts';
import { BouncesController } from './http/bounces.controller';
import { NoMailSender, NoTextMessageSender } from './no-channel';
import { SmtpMailSender } from './smtp/smtp-mail-sender';
import { smtpServerOf } from './smtp/smtp-options';
import { FileTextMessageSender } from './text-messages/file-text-message-sender';

export interface MailOptions {
  /** `smtp://` or `smtps://`. Absent: all mail waits. */
  readonly smtpUrl?: string;
  /** Whether a server that offers no TLS is given nothing. */
  readonly requireTls: boolean;
  readonly from: Mailbox;
  /** Where text messages are handed over. Absent: they wait. */
  readonly textMessageFolder?: string;
}

/** Gives every context `MailSender` and `TextMessageSender`. */
@Module({})
export class MailModule {
  static forRoot({ smtpUrl, requireTls, from, textMessageFolder }: MailOptions): DynamicModule {
    return {
      module: MailModule,
      global: true,
      controllers: [BouncesController],
      providers: [
        {
          provide: MailSender,
          useFactory: () =>
            smtpUrl
              ? new SmtpMailSender(smtpServerOf(smtpUrl, { requireTls }), { from, organiser: from.name })
              : new NoMailSender(),
        },
        {
          provide: TextMessageSender,
          useFactory: () =>
            textMessageFolder ? new FileTextMessageSender(textMessageFolder) : new NoTextMessageSender(),
        },
      ],
      exports: [MailSender, TextMessageSender],
    };
  }
}
