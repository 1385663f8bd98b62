import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { certificate } from '../domain/certificate';
import type { CertificateRejection, RevokeCertificate as RevokeOrder } from '../domain/certificate.commands';
import type { CertificateEvent } from '../domain/certificate.events';

/** Two administrators revoke a certificate (credits.md 4). */
export class RevokeCertificate extends Command<Outcome<CertificateEvent, CertificateRejection>> {
  constructor(
    readonly streamId: string,
    readonly data: RevokeOrder['data'],
    readonly context: CommandContext,
    readonly seenVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(RevokeCertificate)
export class RevokeCertificateHandler implements ICommandHandler<RevokeCertificate> {
  constructor(private readonly events: EventStore) {}

  execute({ streamId, data, context, seenVersion }: RevokeCertificate) {
    return this.events.execute(certificate, streamId, { type: 'RevokeCertificate', data }, context, { seenVersion });
  }
}
