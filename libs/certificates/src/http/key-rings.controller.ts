import { Allow, answer, Caller, Created, decodeCursor, Page, pageOf } from '@kull/http';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeSigningKey } from '../commands/change-signing-key';
import { IssuedVersionQueries } from '../read-models/issued-version.query';
import { type KnownKey, SigningKeyRings } from '../signing-key-rings';
import { keyProblems, keyUnknown } from './key-problems';
import {
  ActivationBody,
  KeyRevocationBody,
  SignedVersionPage,
  SignedVersionsQuery,
  SignedVersionView,
  SigningKeyList,
  SigningKeyView,
  signedVersionExample,
  signedVersionView,
  signingKeyExample,
  signingKeyView,
} from './signing-key.dto';

/** The keys that sign, for whoever looks after them. The secrets stay in the folder of the service. */
@ApiTags('signing keys')
@Controller()
export class KeyRingsController {
  constructor(
    private readonly keys: SigningKeyRings,
    private readonly versions: IssuedVersionQueries,
    private readonly commands: CommandBus,
  ) {}

  @Get('key-rings')
  @Allow('administrator')
  @ApiOperation({ operationId: 'listKeyRings', summary: 'Alle signeringsnøkler: i bruk, avløst og trukket tilbake' })
  @ApiOkResponse({ type: SigningKeyList, example: { data: [signingKeyExample] } })
  async list(): Promise<SigningKeyList> {
    const [known, counts] = await Promise.all([this.keys.list(), this.versions.countBySigner()]);
    return { data: known.map((one) => signingKeyView(one, counts)) };
  }

  @Post('signing-keys')
  @Allow('administrator')
  @ApiOperation({ operationId: 'activateSigningKey', summary: 'Lag en ny nøkkel og ta den i bruk' })
  @ApiCreatedResponse({ type: SigningKeyView, example: { ...signingKeyExample, signed: 0 } })
  async activate(@Body() { use }: ActivationBody, @Caller() caller: Caller): Promise<Created<SigningKeyView>> {
    const context = caller.context();
    // Named by the command: given again after a crash, it finds the key that it had made.
    const { kid, fingerprint } = await this.keys.add(use, context.commandId);
    const data = { use, kid, fingerprint, at: context.occurredAt };
    answer(
      await this.commands.execute(new ChangeSigningKey({ type: 'ActivateSigningKey', data }, context)),
      keyProblems,
    );
    return new Created(`/api/v1/signing-keys/${kid}/certificates`, await this.viewOf(await this.found(kid)));
  }

  @Post('signing-keys/:kid/revocations')
  @Allow('administrator')
  @ApiOperation({ operationId: 'revokeSigningKey', summary: 'Trekk en nøkkel tilbake, med en annens godkjenning' })
  @ApiCreatedResponse({ type: SigningKeyView, example: { ...signingKeyExample, state: 'REVOKED' } })
  async revoke(
    @Param('kid') name: string,
    @Body() { recordedBy, ...body }: KeyRevocationBody,
    @Caller() caller: Caller,
  ): Promise<Created<SigningKeyView>> {
    const { standing } = await this.found(name);
    const { use, kid } = standing;
    const [first] = await this.keys.all(use);
    const context = caller.context();
    const data = {
      use,
      kid,
      at: context.occurredAt,
      recordedBy: caller.by(recordedBy),
      ...body,
      approvedBy: body.approvedBy && caller.by(body.approvedBy),
      firstKid: first!.kid,
    };
    answer(await this.commands.execute(new ChangeSigningKey({ type: 'RevokeSigningKey', data }, context)), keyProblems);
    return new Created(`/api/v1/signing-keys/${kid}/certificates`, await this.viewOf(await this.found(kid)));
  }

  @Get('signing-keys/:kid/certificates')
  @Allow('administrator')
  @ApiOperation({
    operationId: 'listCertificatesOfKey',
    summary: 'Kursbevisene som er signert med nøkkelen etter at den ikke lenger var til å stole på, eller alle',
  })
  @ApiOkResponse({ type: SignedVersionPage, example: { data: [signedVersionExample], nextCursor: null } })
  async certificates(
    @Param('kid') name: string,
    @Query() query: SignedVersionsQuery,
  ): Promise<Page<SignedVersionView>> {
    const { standing, isFirst } = await this.found(name);
    const since = query.scope === 'affected' ? await this.keys.doubtfulSince(standing) : undefined;
    if (query.scope === 'affected' && !since) return new Page([], undefined);
    const after = Number(decodeCursor(query.cursor)?.[0] ?? 0);
    const question = { fingerprint: standing.fingerprint, isFirst: isFirst && standing.use === 'DOCUMENT', since };
    const page = pageOf(await this.versions.signedBy(question, after, query.limit + 1), query, ({ seq }) => [seq]);
    return new Page(page.data.map(signedVersionView), page.nextCursor);
  }

  private async viewOf(key: KnownKey): Promise<SigningKeyView> {
    return signingKeyView(key, await this.versions.countBySigner());
  }

  private async found(name: string): Promise<KnownKey> {
    const key = await this.keys.find(name);
    if (!key) throw keyUnknown();
    return key;
  }
}
