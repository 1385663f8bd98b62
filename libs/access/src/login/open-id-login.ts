import type { JWTPayload } from 'jose';
import * as client from 'openid-client';
import { checkedJwt, uncheckedJwt } from '../jwt/checked-jwt';
import { KeysUnavailable, RemoteKeys } from '../maskinporten/remote-keys';
import { clientAuthOf } from './client-proof';
import type { LoginRefusal } from './login-refusal';
import type { LoginSettings } from './logins';

/** What the provider has to answer; kept here while people are over there. */
export interface Asked {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who came back from the provider. */
export interface Identity {
  /** The provider's own name for them. */
  readonly subject: string;
  /** The session that they have at the provider. */
  readonly providerSession?: string;
  /** What the claim says that this way of logging in goes by. */
  readonly name: string;
  /** As the provider says them, where it does. */
  readonly givenNames?: string;
  readonly familyName?: string;
}

/** Whom a logout at the provider is about; at least one is there. */
export interface LoggedOut {
  readonly subject?: string;
  readonly providerSession?: string;
}

const TIMEOUT_SECONDS = 5;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const SIGNATURES = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const LIFETIME = { lifetimeSeconds: 3_600, skewSeconds: 10 };

const refused = (why: LoginRefusal): { readonly refused: LoginRefusal } => ({ refused: why });

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Whether the provider could not be asked, rather than that its answer is wrong. By name: `fetch` has errors of its own. */
const isAway = (error: unknown): boolean => {
  if (!(error instanceof client.ClientError)) return (error as Error).name === 'TypeError';
  const { name, status } = (error.cause ?? {}) as { readonly name?: string; readonly status?: number };
  return error.code === 'OAUTH_TIMEOUT' || name === 'TypeError' || (status !== undefined && status >= 500);
};

const why = (error: unknown): LoginRefusal => {
  if (error instanceof client.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'CANCELLED' : 'NOT_TRUSTED';
  return isAway(error) ? 'UNAVAILABLE' : 'NOT_TRUSTED';
};

/** Code flow with PKCE at one OpenID provider (RFC 9700, OpenID Connect Core). */
export class OpenIdLogin {
  private found: Promise<client.Configuration> | undefined;
  private keys: RemoteKeys | undefined;

  constructor(
    readonly settings: LoginSettings,
    private readonly root: string,
  ) {}

  private get address(): string {
    return `${this.root}/logg-inn/${this.settings.id}/svar`;
  }

  /** The provider as it describes itself. Asked once; again when it did not answer. */
  private configuration(): Promise<client.Configuration> {
    if (!this.found) {
      this.found = this.discover().catch((error: unknown) => {
        this.found = undefined;
        throw error;
      });
    }
    return this.found;
  }

  private async discover(): Promise<client.Configuration> {
    const { issuer, clientId } = this.settings;
    const isPlain = issuer.startsWith('http:');
    return client.discovery(new URL(issuer), clientId, undefined, await clientAuthOf(this.settings), {
      timeout: TIMEOUT_SECONDS,
      // Settings allow http to this machine only.
      execute: isPlain ? [client.allowInsecureRequests] : [],
    });
  }

  /** Where somebody is sent, and what has to come back. */
  async begin(language: string): Promise<(Asked & { readonly url: string }) | { readonly refused: LoginRefusal }> {
    const { scope, acr } = this.settings;
    const asked = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
    };
    try {
      const url = client.buildAuthorizationUrl(await this.configuration(), {
        redirect_uri: this.address,
        scope,
        state: asked.state,
        nonce: asked.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(asked.codeVerifier),
        code_challenge_method: 'S256',
        ui_locales: language,
        ...(acr.length > 0 && { acr_values: acr[0] }),
      });
      return { ...asked, url: url.href };
    } catch (error) {
      return refused(why(error));
    }
  }

  /** Exchanges the code for who it is. `query` is what stood behind `?` when the browser came back. */
  async finish(query: string, asked: Asked): Promise<Identity | { readonly refused: LoginRefusal }> {
    const { claim, acr } = this.settings;
    let claims: JWTPayload | undefined;
    try {
      const tokens = await client.authorizationCodeGrant(
        await this.configuration(),
        new URL(`${this.address}?${query}`),
        {
          expectedState: asked.state,
          expectedNonce: asked.nonce,
          pkceCodeVerifier: asked.codeVerifier,
          idTokenExpected: true,
        },
      );
      // Checked as every token is here (S11), also where TLS alone would vouch for it.
      claims = await this.checked(tokens.id_token ?? '', ['jwt', undefined]);
    } catch (error) {
      return refused(error instanceof KeysUnavailable ? 'UNAVAILABLE' : why(error));
    }
    const [subject, name] = [text(claims?.sub), text(claims?.[claim])];
    if (subject === undefined || name === undefined) return refused('NOT_TRUSTED');
    if (acr.length > 0 && !acr.includes(String(claims?.acr))) return refused('TOO_WEAK');
    const [givenNames, familyName] = [text(claims?.given_name), text(claims?.family_name)];
    return {
      subject,
      name,
      providerSession: text(claims?.sid),
      ...(givenNames && { givenNames }),
      ...(familyName && { familyName }),
    };
  }

  /** Where the session at the provider is ended; undefined where it has no such page, or does not answer. */
  async endSessionUrl(): Promise<string | undefined> {
    try {
      const configuration = await this.configuration();
      if (!configuration.serverMetadata().end_session_endpoint) return undefined;
      return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${this.root}/logg-inn` }).href;
    } catch {
      return undefined;
    }
  }

  /**
   * Whom a logout token is about (OpenID Connect Back-Channel Logout 1.0, 2.6); undefined when it is none of this
   * provider's for us, `unavailable` when the provider's keys cannot be had.
   */
  async loggedOut(token: string): Promise<LoggedOut | undefined | 'unavailable'> {
    let claims: JWTPayload | undefined;
    try {
      claims = await this.checked(token, ['logout+jwt', 'jwt', undefined]);
    } catch {
      return 'unavailable';
    }
    const events = claims?.events as Record<string, unknown> | undefined;
    const isLogout = typeof events === 'object' && events !== null && LOGOUT_EVENT in events;
    if (!claims || !isLogout || 'nonce' in claims) return undefined;
    const [subject, providerSession] = [text(claims.sub), text(claims.sid)];
    return subject === undefined && providerSession === undefined ? undefined : { subject, providerSession };
  }

  /**
   * The claims of a token that this provider signed for us; undefined for any other.
   * @throws what it is that keeps the provider's keys from us
   */
  private async checked(token: string, types: readonly (string | undefined)[]): Promise<JWTPayload | undefined> {
    const kid = text(uncheckedJwt(token)?.header.kid);
    if (kid === undefined) return undefined;
    const { issuer, jwks_uri = '' } = (await this.configuration()).serverMetadata();
    this.keys ??= new RemoteKeys({ url: jwks_uri });
    const rules = { algorithms: SIGNATURES, types, issuer, audience: this.settings.clientId, ...LIFETIME };
    return checkedJwt(token, await this.keys.find(kid), rules);
  }
}
