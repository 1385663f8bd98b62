import { signJws } from '@kull/documents';
import type { Principal } from '@kull/http';
import { type Clock, newUuid, systemClock } from '@kull/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { TokenReader } from '../authenticator';
import { checkedJwt } from '../jwt/checked-jwt';
import { type MachineClient, MachineClientDirectory } from '../machine-client';
import { OAUTH_SETTINGS, type OAuthSettings } from './oauth-settings';

/** How long an access token is good: FAPI 2.0 allows five minutes. */
export const ACCESS_TOKEN_SECONDS = 300;
const SKEW_SECONDS = 5;

/** `typ` of RFC 9068: nothing else that we sign can be taken for an access token. */
const ACCESS_TOKEN_TYPE = 'at+jwt';

/** Access tokens of our own (RFC 9068), for the API and nobody else. */
@Injectable()
export class AccessTokens implements TokenReader {
  constructor(
    private readonly clients: MachineClientDirectory,
    @Inject(OAUTH_SETTINGS) private readonly settings: OAuthSettings,
  ) {}

  issue({ clientId, orgNumber }: MachineClient, scope: string, clock: Clock = systemClock): Promise<string> {
    const { issuer, audience, key } = this.settings;
    const iat = Math.floor(Date.parse(clock.now()) / 1_000);
    return signJws(
      {
        iss: issuer,
        aud: audience,
        sub: clientId,
        client_id: clientId,
        scope,
        consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${orgNumber}` },
        iat,
        exp: iat + ACCESS_TOKEN_SECONDS,
        jti: newUuid(),
      },
      key,
      ACCESS_TOKEN_TYPE,
    );
  }

  /** The client of a token of ours. It is looked up each time: suspension and withdrawn scopes count at once. */
  async read(token: string): Promise<Principal | undefined> {
    const { issuer, audience, key } = this.settings;
    const claims = await checkedJwt(token, [{ ...key.publicJwk, kid: key.kid, alg: 'EdDSA' }], {
      algorithms: ['EdDSA'],
      types: [ACCESS_TOKEN_TYPE],
      issuer,
      audience,
      lifetimeSeconds: ACCESS_TOKEN_SECONDS,
      skewSeconds: SKEW_SECONDS,
    });
    if (typeof claims?.client_id !== 'string' || typeof claims.scope !== 'string') return undefined;
    const client = await this.clients.find(claims.client_id);
    if (!client || client.suspended) return undefined;
    const scopes = claims.scope.split(' ').filter((scope) => client.scopes.includes(scope));
    return { actor: client.clientId, roles: ['association'], orgNumber: client.orgNumber, scopes };
  }
}
