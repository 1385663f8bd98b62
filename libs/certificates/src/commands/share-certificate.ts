import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import type { Sealed } from '@kull/event-store/contracts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  certificateShare,
  expiryOf,
  type ShareDays,
  type ShareEvent,
  type ShareRejection,
  shareIdOf,
} from '../domain/share';
import { ShareTokens, shareTokenHash } from '../share-tokens';

/** What a holder wants of a link. */
export interface ShareWish {
  readonly number: string;
  readonly days: ShareDays;
  readonly maxOpens?: number;
  readonly recipient?: Sealed;
}

/** The link that a command made. The token is told this once; nobody can look it up. */
export interface SharedCertificate {
  readonly shareId: string;
  readonly token: string;
  readonly outcome: Outcome<ShareEvent, ShareRejection>;
}

/** Makes a link by which a certificate is shown to whoever knows it. */
export class ShareCertificate extends Command<SharedCertificate> {
  constructor(
    readonly wish: ShareWish,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ShareCertificate)
export class ShareCertificateHandler implements ICommandHandler<ShareCertificate> {
  constructor(
    private readonly events: EventStore,
    private readonly tokens: ShareTokens,
  ) {}

  async execute({ wish, context }: ShareCertificate): Promise<SharedCertificate> {
    const { number, days, maxOpens, recipient } = wish;
    const token = this.tokens.of(context.commandId);
    const shareId = shareIdOf(context.commandId);
    const data = {
      number,
      tokenHash: shareTokenHash(token),
      expiresAt: expiryOf(context.occurredAt, days),
      ...(maxOpens !== undefined && { maxOpens }),
      ...(recipient && { recipient }),
    };
    const outcome = await this.events.execute(certificateShare, shareId, { type: 'ShareCertificate', data }, context);
    return { shareId, token, outcome };
  }
}
