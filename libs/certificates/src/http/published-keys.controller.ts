import { Public } from '@kull/http';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type PublishedKey, PublishedKeys } from '../published-keys';

const example: { readonly keys: readonly PublishedKey[] } = {
  keys: [
    { use: 'DOCUMENT', kid: 'c'.repeat(64), x5c: ['MIIB…'] },
    {
      use: 'CODE',
      kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
      jwk: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    },
  ],
};

/** What anybody needs to check certificates without asking us again: keep the file, and go offline. */
@ApiTags('verification')
@Controller('.well-known')
@Public()
export class PublishedKeysController {
  constructor(private readonly keys: PublishedKeys) {}

  @Get('kull-keys.json')
  @Header('Cache-Control', 'public, max-age=300')
  @ApiOperation({
    operationId: 'listPublishedKeys',
    summary: 'Nøklene som kursbevis og QR-koder kontrolleres med, også uten nett',
  })
  @ApiOkResponse({ example })
  async list(): Promise<{ readonly keys: readonly PublishedKey[] }> {
    return { keys: await this.keys.all() };
  }
}
