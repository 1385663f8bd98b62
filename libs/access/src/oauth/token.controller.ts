import { FormBody, Public } from '@kull/http';
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBadRequestResponse, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens';
import { ClientAssertions } from './client-assertion';
import { tokenRequest } from './token-request';

/** Of one address, by each process: counted in its memory, so that it holds without Redis (S14). */
const LOGINS_PER_MINUTE = 120;

interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

/** RFC 6749 5.2. */
interface TokenRefusal {
  readonly error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';
  readonly error_description: string;
}

const example: TokenAnswer = {
  access_token: 'eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJpc3MiOiIuLi4ifQ.c2lnbmF0dXJl',
  token_type: 'Bearer',
  expires_in: ACCESS_TOKEN_SECONDS,
  scope: 'bi:kull/certificates.read',
};
const refusalExample: TokenRefusal = {
  error: 'invalid_client',
  error_description: 'the assertion is not valid, was used before, or the client is not known',
};

/** OAuth 2.0 client credentials with `private_key_jwt`: the one grant, the one way to log in (ADR 0008). */
@ApiTags('oauth')
@Controller('oauth')
export class TokenController {
  constructor(
    private readonly assertions: ClientAssertions,
    private readonly tokens: AccessTokens,
  ) {}

  @Post('token')
  @Public()
  @HttpCode(200)
  @FormBody({ formAsText: true, rateLimit: { max: LOGINS_PER_MINUTE, timeWindow: 60_000 } })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiOperation({ operationId: 'issueToken', summary: 'Tilgangstoken for et maskinelt program (RFC 6749, RFC 7523)' })
  @ApiOkResponse({ example })
  @ApiBadRequestResponse({ description: 'RFC 6749 5.2', example: refusalExample })
  async issue(
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenAnswer | TokenRefusal> {
    void reply.header('Pragma', 'no-cache');
    const asked = tokenRequest(body);
    if ('error' in asked) return refuse(reply, 400, asked.error, asked.description);
    const client = await this.assertions.clientOf(asked.assertion);
    if (!client || (asked.clientId !== undefined && asked.clientId !== client.clientId))
      return refuse(reply, 401, 'invalid_client', refusalExample.error_description);
    const scopes = asked.scopes ?? client.scopes;
    if (!scopes.every((scope) => client.scopes.includes(scope)))
      return refuse(reply, 400, 'invalid_scope', 'the client may not have one of the scopes');
    const scope = scopes.join(' ');
    return {
      access_token: await this.tokens.issue(client, scope),
      token_type: 'Bearer',
      expires_in: ACCESS_TOKEN_SECONDS,
      scope,
    };
  }
}

const refuse = (
  reply: FastifyReply,
  status: 400 | 401,
  error: TokenRefusal['error'],
  error_description: string,
): TokenRefusal => {
  void reply.status(status);
  return { error, error_description };
};
