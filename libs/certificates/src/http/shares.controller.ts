import { Allow, answer, Caller, Created, Problem, said } from '@kull/http';
import { Clock } from '@kull/kernel';
import { People } from '@kull/people';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RevokeShare } from '../commands/revoke-share';
import { ShareCertificate } from '../commands/share-certificate';
import { parseCertificateNumber } from '../domain/certificate-number';
import { CertificateQueries, type CertificateRecord } from '../read-models/certificate.query';
import { CertificateShares, type ShareRecord } from '../read-models/certificate-shares.query';
import { certificateUnknown, shareProblems } from './problems';
import { MadeShareView, madeShareExample, ShareBody, ShareList, ShareView, shareExample, shareView } from './share.dto';

/** What stands before `/b/<token>`. */
export const SHARE_BASE = Symbol('what stands before the links to certificates');

/** The purpose under which it is sealed for whom a link was made. */
export const recipientPurpose = 'CertificateShared.recipient';

/** Links by which a holder shows a certificate: made, listed, revoked; for now by the office on the holder's behalf. */
@ApiTags('certificates')
@Controller('certificates/:no/shares')
@Allow('administrator')
export class SharesController {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly shares: CertificateShares,
    private readonly people: People,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
    @Inject(SHARE_BASE) private readonly base: string,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'shareCertificate',
    summary: 'Lag en lenke som viser kursbeviset; adressen sies bare nå',
  })
  @ApiCreatedResponse({ type: MadeShareView, example: madeShareExample })
  async share(
    @Param('no') no: string,
    @Body() { expiresInDays, maxOpens, recipient }: ShareBody,
    @Caller() caller: Caller,
  ): Promise<Created<MadeShareView>> {
    const { number, state, statement } = await this.found(no);
    if (state === 'REVOKED')
      throw new Problem({
        status: 409,
        code: 'CERTIFICATE_NOT_LIVE',
        title: said(
          'Kursbeviset er trukket tilbake',
          'Kursbeviset er trekt tilbake',
          'The course certificate has been revoked',
        ),
      });
    const [sealed] =
      recipient === undefined
        ? []
        : await this.people.seal([{ person: statement.personId, purpose: recipientPurpose, value: recipient }]);
    const wish = { number, days: expiresInDays, maxOpens, recipient: sealed };
    const { shareId, token, outcome } = await this.commands.execute(new ShareCertificate(wish, caller.context()));
    answer(outcome, shareProblems);
    const { expiresAt } = await this.ofCertificate(number, shareId);
    return new Created(`/api/v1/certificates/${number}/shares`, {
      id: shareId,
      url: `${this.base}/b/${token}`,
      expiresAt,
    });
  }

  @Get()
  @ApiOperation({
    operationId: 'listShares',
    summary: 'Lenkene til kursbeviset, hvor ofte de er åpnet, og om de fortsatt virker; uten adressene',
  })
  @ApiOkResponse({ type: ShareList, example: { data: [shareExample] } })
  async list(@Param('no') no: string): Promise<ShareList> {
    const { number } = await this.found(no);
    return { data: await this.viewsOf(await this.shares.ofCertificate(number)) };
  }

  @Post(':id/revocations')
  @HttpCode(200)
  @ApiOperation({ operationId: 'revokeShare', summary: 'Ta en lenke ut av bruk' })
  @ApiOkResponse({ type: ShareView, example: { ...shareExample, state: 'REVOKED' } })
  async revoke(@Param('no') no: string, @Param('id') id: string, @Caller() caller: Caller): Promise<ShareView> {
    const { number } = await this.found(no);
    await this.ofCertificate(number, id);
    answer(await this.commands.execute(new RevokeShare(id, caller.context())), shareProblems);
    const [view] = await this.viewsOf([await this.ofCertificate(number, id)]);
    return view!;
  }

  private async viewsOf(records: readonly ShareRecord[]): Promise<ShareView[]> {
    const sealed = records.flatMap(({ id, recipient }) => (recipient ? [{ id, recipient }] : []));
    const opened = await this.people.open<string>(
      sealed.map(({ recipient }) => ({ sealed: recipient, purpose: recipientPurpose })),
    );
    const recipients = new Map(sealed.map(({ id }, at) => [id, opened[at]]));
    const now = this.clock.now();
    return records.map((record) => shareView(record, recipients.get(record.id), now));
  }

  private async ofCertificate(number: string, id: string): Promise<ShareRecord> {
    const found = (await this.shares.ofCertificate(number)).find((one) => one.id === id);
    if (!found) throw Problem.notFound(shareProblems.SHARE_UNKNOWN.title, 'SHARE_UNKNOWN');
    return found;
  }

  private async found(text: string): Promise<CertificateRecord> {
    const number = parseCertificateNumber(text);
    const found = number && (await this.certificates.find(number));
    if (!found) throw certificateUnknown();
    return found;
  }
}
