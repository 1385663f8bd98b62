import { EventStore } from '@kull/event-store';
import { Allow, answer, Caller, Problem, said } from '@kull/http';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProposeCertificateRevocation } from '../commands/propose-revocation';
import { RevokeCertificate } from '../commands/revoke-certificate';
import { certificateStreamId } from '../contracts';
import { type CertificateNumber, parseCertificateNumber } from '../domain/certificate-number';
import { revocationRequest } from '../domain/revocation-request';
import { CertificateQueries, type CertificateRecord } from '../read-models/certificate.query';
import { CertificateView, certificateExample, certificateView } from './certificate.dto';
import { certificateUnknown, problems } from './problems';
import { ApprovalBody, ProposalBody, type RevocationProposal, RevocationProposals } from './revocation.dto';

const example: RevocationProposal = {
  reasonCode: 'WRONG_PERSON',
  proposedBy: 'mli',
  proposedAt: '2026-07-02T08:00:00.000Z',
};

const notProposed = (): Problem =>
  new Problem({
    status: 404,
    code: 'REVOCATION_NOT_PROPOSED',
    title: said(
      'Ingen har foreslått å trekke beviset tilbake',
      'Ingen har føreslått å trekkje beviset tilbake',
      'Nobody has proposed to revoke the certificate',
    ),
    detail: said(
      'Foreslå det først. En annen administrator må så godkjenne.',
      'Føreslå det først. Ein annan administrator må så godkjenne.',
      'Propose it first. Another administrator then has to approve.',
    ),
  });

/** Two accounts revoke a certificate: one proposes it, another approves (credits.md 4). */
@ApiTags('certificates')
@Controller('certificates/:no')
@Allow('administrator')
export class RevocationProposalsController {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly commands: CommandBus,
    private readonly events: EventStore,
  ) {}

  @Get('revocation-proposals')
  @ApiOperation({ operationId: 'listRevocationProposals', summary: 'Forslag om å trekke beviset tilbake, som venter' })
  @ApiOkResponse({ type: RevocationProposals, example: { data: [example] } })
  async list(@Param('no') no: string): Promise<RevocationProposals> {
    const { number, state } = await this.found(no);
    const waiting = state === 'VALID' ? await this.waiting(number) : undefined;
    return { data: waiting ? [waiting] : [] };
  }

  @Post('revocation-proposals')
  @HttpCode(200)
  @ApiOperation({ operationId: 'proposeRevocation', summary: 'Foreslå å trekke et kursbevis tilbake' })
  @ApiOkResponse({ type: RevocationProposals, example: { data: [example] } })
  async propose(
    @Param('no') no: string,
    @Body() { reasonCode }: ProposalBody,
    @Caller() caller: Caller,
  ): Promise<RevocationProposals> {
    const { number, state } = await this.found(no);
    if (state !== 'VALID') throw new Problem({ code: 'CERTIFICATE_NOT_LIVE', ...problems.CERTIFICATE_NOT_LIVE });
    const command = new ProposeCertificateRevocation(number, reasonCode, caller.actor, caller.context());
    answer(await this.commands.execute(command), {});
    return this.list(no);
  }

  @Post('revocation-approvals')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'approveRevocation',
    summary: 'Godkjenn at et kursbevis trekkes tilbake, som en annen har foreslått',
  })
  @ApiOkResponse({ type: CertificateView, example: { ...certificateExample, state: 'REVOKED', version: 3 } })
  async approve(@Param('no') no: string, @Body() _: ApprovalBody, @Caller() caller: Caller): Promise<CertificateView> {
    const { number, statement } = await this.found(no);
    const waiting = await this.waiting(number);
    if (!waiting) throw notProposed();
    const { reasonCode, proposedBy: recordedBy } = waiting;
    const streamId = certificateStreamId(statement.studentCourseId, statement.approvalId);
    const data = { number, reasonCode, recordedBy, approvedBy: caller.actor };
    answer(await this.commands.execute(new RevokeCertificate(streamId, data, caller.context())), problems);
    return certificateView(await this.found(no));
  }

  private async waiting(number: CertificateNumber): Promise<RevocationProposal | undefined> {
    const { state } = await this.events.load(revocationRequest, number);
    if (!state.waiting) return undefined;
    const { reasonCode, proposedBy, proposedAt } = state.waiting;
    return { reasonCode, proposedBy, proposedAt };
  }

  private async found(text: string): Promise<CertificateRecord & { readonly number: CertificateNumber }> {
    const number = parseCertificateNumber(text);
    const found = number && (await this.certificates.find(number));
    if (!found) throw certificateUnknown();
    return { ...found, number };
  }
}
