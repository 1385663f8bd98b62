import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { RevocationReason } from '../domain/certificate.events';
import type { CertificateNumber } from '../domain/certificate-number';
import { type CertificateRevocationProposed, revocationRequest } from '../domain/revocation-request';

/** One administrator asks for a certificate to be revoked; another one agrees with `RevokeCertificate`. */
export class ProposeCertificateRevocation extends Command<Outcome<CertificateRevocationProposed, never>> {
  constructor(
    readonly number: CertificateNumber,
    readonly reasonCode: RevocationReason,
    readonly proposedBy: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ProposeCertificateRevocation)
export class ProposeCertificateRevocationHandler implements ICommandHandler<ProposeCertificateRevocation> {
  constructor(private readonly events: EventStore) {}

  execute({ number, reasonCode, proposedBy, context }: ProposeCertificateRevocation) {
    const data = { number, reasonCode, proposedBy, proposedAt: context.occurredAt };
    return this.events.execute(revocationRequest, number, { type: 'ProposeRevocation', data }, context);
  }
}
