import { machineScopes, Public } from '@kull/http';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { assertionAlgorithms } from './client-assertion';
import { OAUTH_SETTINGS, type OAuthSettings } from './oauth-settings';

const example = { issuer: 'https://kull.example.no', token_endpoint: 'https://kull.example.no/oauth/token' };

/** RFC 8414: what an OAuth client library reads before it asks for a token. */
@ApiTags('oauth')
@Controller('.well-known')
export class OAuthMetadataController {
  constructor(@Inject(OAUTH_SETTINGS) private readonly settings: OAuthSettings) {}

  @Get('oauth-authorization-server')
  @Public()
  @ApiOperation({ operationId: 'getOAuthMetadata', summary: 'Hvordan programmer logger inn (RFC 8414)' })
  @ApiOkResponse({ example })
  get() {
    const { issuer, tokenEndpoint } = this.settings;
    return {
      issuer,
      token_endpoint: tokenEndpoint,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
      scopes_supported: machineScopes,
    };
  }
}
