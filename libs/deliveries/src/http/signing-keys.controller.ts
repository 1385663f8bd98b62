import { SigningKeys } from '@kull/certificates/contracts';
import type { ManifestKey } from '@kull/documents';
import { Public } from '@kull/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

/** A public key as RFC 7517 writes it, and what it is for. */
type SigningKey = ManifestKey['publicJwk'] & { readonly kid: string; readonly alg: 'EdDSA'; readonly use: 'sig' };

const example = {
  keys: [
    {
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      kid: 'eak0GKf72qF-1qFb',
      alg: 'EdDSA',
      use: 'sig',
    },
  ],
};

/** What a receiver checks the signature of a manifest with. Public: a key that verifies is no secret. */
@ApiTags('exports')
@Controller('signing-keys')
export class SigningKeysController {
  constructor(private readonly keys: SigningKeys) {}

  @Get()
  @Public()
  @ApiOperation({
    operationId: 'listSigningKeys',
    summary: 'Nøklene som manifestenes signaturer kontrolleres med (JWK Set)',
  })
  @ApiOkResponse({ description: 'JWK Set etter RFC 7517', example })
  async list(): Promise<{ readonly keys: readonly SigningKey[] }> {
    const ring = await this.keys.all('MANIFEST');
    return { keys: ring.map(({ key, kid }) => ({ ...key.publicJwk, kid, alg: 'EdDSA', use: 'sig' })) };
  }
}
