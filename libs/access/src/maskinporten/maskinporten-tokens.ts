import { machineScopes, type Principal, Problem, said } from '@kull/http';
import type { JWTPayload } from 'jose';
import type { TokenReader } from '../authenticator';
import { checkedJwt, uncheckedJwt } from '../jwt/checked-jwt';
import { KeysUnavailable, RemoteKeys } from './remote-keys';

/** Whose tokens we take, and which organisations may use them here. */
export interface MaskinportenSettings {
  /** As it stands in `iss`: `https://maskinporten.no/`. */
  readonly issuer: string;
  readonly jwksUrl: string;
  /** Our API as it stands in `aud`; tokens without one ("unspecified") are not taken. */
  readonly audience: string;
  /** Organisation numbers of the consumers that we deliver to. */
  readonly consumers: readonly string[];
}

const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
/** Maskinporten lets the owner of a scope choose up to this. */
const LIFETIME_SECONDS = 3_600;
const SKEW_SECONDS = 10;

interface Organisation {
  readonly authority?: unknown;
  readonly ID?: unknown;
}

/** The nine digits of `{ authority: "iso6523-actorid-upis", ID: "0192:…" }`. */
const orgNumberOf = (value: unknown): string | undefined => {
  const { authority, ID } = (value ?? {}) as Organisation;
  if (authority !== 'iso6523-actorid-upis' || typeof ID !== 'string') return undefined;
  return /^0192:(\d{9})$/.exec(ID)?.[1];
};

/** Who acted, for the log: the consumer, the supplier that acts for it, the client. */
const actorOf = (consumer: string, { supplier, client_id }: JWTPayload): string => {
  const by = orgNumberOf(supplier);
  const client = typeof client_id === 'string' && /^[\w.-]{1,64}$/.test(client_id) ? client_id : 'unknown';
  return `maskinporten:${consumer}${by ? `:supplier-${by}` : ''}:${client}`;
};

const unavailable = (): Problem =>
  new Problem({
    status: 503,
    code: 'TEMPORARILY_UNAVAILABLE',
    title: said('Maskinporten svarer ikke', 'Maskinporten svarar ikkje', 'Maskinporten does not answer'),
    detail: said(
      'Nøkkelen til tokenet kunne ikke hentes. Prøv igjen med det samme tokenet.',
      'Nøkkelen til tokenet kunne ikkje hentast. Prøv igjen med det same tokenet.',
      'The key of the token could not be fetched. Try again with the same token.',
    ),
    retryable: true,
    retryAfterSeconds: 30,
  });

/** Tokens of Maskinporten. What they allow goes by `consumer`, the organisation; `client_id` is only for the log. */
export class MaskinportenTokens implements TokenReader {
  constructor(
    private readonly settings: MaskinportenSettings,
    private readonly keys = new RemoteKeys({ url: settings.jwksUrl }),
  ) {}

  async read(token: string): Promise<Principal | undefined> {
    const { issuer, audience, consumers } = this.settings;
    const unchecked = uncheckedJwt(token);
    const kid = unchecked?.header.kid;
    // Only what says to be of this issuer may make us ask it for a key.
    if (unchecked?.claims.iss !== issuer || unchecked.claims.aud !== audience || typeof kid !== 'string')
      return undefined;
    const claims = await checkedJwt(token, await this.keysWith(kid), {
      algorithms: ALGORITHMS,
      types: [undefined, 'jwt', 'at+jwt'],
      issuer,
      audience,
      lifetimeSeconds: LIFETIME_SECONDS,
      skewSeconds: SKEW_SECONDS,
    });
    const consumer = orgNumberOf(claims?.consumer);
    if (!claims || consumer === undefined || typeof claims.scope !== 'string') return undefined;
    const given = claims.scope.split(' ');
    const scopes = machineScopes.filter((scope) => given.includes(scope));
    const isReceiver = consumers.includes(consumer);
    return {
      actor: actorOf(consumer, claims),
      roles: isReceiver ? ['association'] : [],
      orgNumber: consumer,
      scopes,
    };
  }

  private async keysWith(kid: string) {
    try {
      return await this.keys.find(kid);
    } catch (error) {
      if (error instanceof KeysUnavailable) throw unavailable();
      throw error;
    }
  }
}
