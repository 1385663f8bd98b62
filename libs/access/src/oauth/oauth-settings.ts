import type { JwsKey } from '@kull/documents';

/** Who issues access tokens for the association's machines, and for what. */
export interface OAuthSettings {
  /** RFC 8414: the address of this service, without a slash at the end. */
  readonly issuer: string;
  /** `aud` of every access token. */
  readonly audience: string;
  readonly tokenEndpoint: string;
  readonly key: JwsKey;
}

export const OAUTH_SETTINGS = Symbol('oauth settings');

/** Everything follows from where the service is reached. */
export const oauthSettings = (baseUrl: string, key: JwsKey): OAuthSettings => {
  const issuer = baseUrl.replace(/\/+$/, '');
  return { issuer, audience: `${issuer}/api/v1`, tokenEndpoint: `${issuer}/oauth/token`, key };
};
