import { Database } from '@kull/event-store';
import { type Clock, systemClock } from '@kull/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { checkedJwt, uncheckedJwt } from '../jwt/checked-jwt';
import { type MachineClient, MachineClientDirectory } from '../machine-client';
import { OAUTH_SETTINGS, type OAuthSettings } from './oauth-settings';

/** Longest life of an assertion, and how far the client's clock may be from ours (reliability.md 7). */
const LIFETIME_SECONDS = 120;
const SKEW_SECONDS = 10;

/** Signatures of a client: FAPI 2.0's list. `Ed25519` is EdDSA by its newer name (RFC 9864). */
export const assertionAlgorithms = ['ES256', 'PS256', 'EdDSA', 'Ed25519'] as const;

const USE_ONCE = `
  with gone as (delete from access.used_assertion where expires_at < now())
  insert into access.used_assertion (client_id, jti, expires_at) values ($1, $2, to_timestamp($3))
    on conflict do nothing returning jti`;

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\x21-\x7e]{1,255}$/.test(value);

/**
 * Knows a client by its `private_key_jwt` (RFC 7523). `aud` is our issuer and nothing else: RFC 7523bis gave up the
 * token endpoint there, because an assertion meant for one server must be no good at another.
 */
@Injectable()
export class ClientAssertions {
  constructor(
    private readonly clients: MachineClientDirectory,
    private readonly database: Database,
    @Inject(OAUTH_SETTINGS) private readonly settings: OAuthSettings,
  ) {}

  /** The client whose assertion this is; undefined when it is nobody's, was used before, or the client is suspended. */
  async clientOf(assertion: string, clock: Clock = systemClock): Promise<MachineClient | undefined> {
    const clientId = uncheckedJwt(assertion)?.claims.iss;
    const client = isId(clientId) ? await this.clients.find(clientId) : undefined;
    if (!client || client.suspended) return undefined;
    const claims = await checkedJwt(
      assertion,
      client.keys.map(({ alg: _, ...key }) => key),
      {
        algorithms: assertionAlgorithms,
        types: [undefined, 'jwt', 'client-authentication+jwt'],
        issuer: client.clientId,
        audience: this.settings.issuer,
        lifetimeSeconds: LIFETIME_SECONDS,
        skewSeconds: SKEW_SECONDS,
      },
      clock,
    );
    if (claims?.sub !== client.clientId || !isId(claims.jti)) return undefined;
    const first = await this.database.query(USE_ONCE, [client.clientId, claims.jti, claims.exp! + SKEW_SECONDS]);
    return first.length > 0 ? client : undefined;
  }
}
