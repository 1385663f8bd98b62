import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { ClientMetadata, Configuration, Provider } from 'oidc-provider';
import { errorPage, loggedOutPage, logoutPage } from './story-pages';
import type { StoryPerson } from './story-persons';

/** A way to log in, as Kull's own settings have it. */
export interface StoryLogin {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly clientKey?: JWK;
  readonly claim: string;
}

const FEIDE_NAME = 'https://n.feide.no/claims/eduPersonPrincipalName';

/** What a client with a key has given the provider: its public half. */
const publicHalf = ({ kty, kid, alg, n, e, crv, x, y }: JWK): JWK => ({ kty, kid, alg, n, e, crv, x, y });

const clientOf = ({ id, clientId, clientSecret, clientKey }: StoryLogin, kull: string): ClientMetadata => ({
  client_id: clientId,
  ...(clientKey
    ? { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [publicHalf(clientKey)] } }
    : { client_secret: clientSecret }),
  redirect_uris: [`${kull}/logg-inn/${id}/svar`],
  post_logout_redirect_uris: [`${kull}/logg-inn`],
  backchannel_logout_uri: `${kull}/logg-inn/${id}/utlogging`,
  backchannel_logout_session_required: true,
  grant_types: ['authorization_code'],
  response_types: ['code'],
});

/**
 * A real OpenID provider, in memory: code flow with PKCE, ID tokens signed by a key of this start, log-out that tells
 * the client (back-channel). Whom one logs in as is chosen, not proved: for demonstrations and tests only.
 */
export const storyProvider = async (
  issuer: string,
  kull: string,
  logins: readonly StoryLogin[],
  persons: readonly StoryPerson[],
): Promise<Provider> => {
  // An ES module; loaded when it is needed, since the rest is CommonJS.
  const { Provider } = await import('oidc-provider');
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const byId = new Map(persons.map((person) => [person.id, person]));
  const loginOf = new Map(logins.map((login) => [login.clientId, login]));
  const configuration: Configuration = {
    clients: logins.map((login) => clientOf(login, kull)),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'story-1' }] },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: `story-${new URL(issuer).pathname.slice(1)}` },
    },
    pkce: { required: () => true },
    acrValues: ['idporten-loa-substantial', 'idporten-loa-high'],
    claims: {
      openid: ['sub', 'pid', FEIDE_NAME],
      profile: ['given_name', 'family_name'],
      acr: null,
      sid: null,
      auth_time: null,
    },
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile'],
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = logoutPage(form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = loggedOutPage();
        },
      },
    },
    interactions: { url: (_ctx, { uid }) => `${new URL(issuer).pathname}/velg/${uid}` },
    ttl: { Interaction: 600, Session: 7_200, Grant: 7_200, IdToken: 600, AccessToken: 600 },
    findAccount: (ctx, id) => {
      const person = byId.get(id);
      if (!person) return undefined;
      const claim = loginOf.get(ctx.oidc.client?.clientId ?? '')?.claim;
      const { givenNames, familyName, loginName } = person;
      const names = { ...(givenNames && { given_name: givenNames }), ...(familyName && { family_name: familyName }) };
      return { accountId: id, claims: () => ({ sub: id, ...names, ...(claim && { [claim]: loginName }) }) };
    },
    // The client is this machine; the dispatcher that comes along refuses such addresses.
    fetch: (url, { method, headers, body, redirect, signal } = {}) =>
      fetch(url, { method, headers, body, redirect, signal }),
    // Nobody is asked for consent: the only client is Kull.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = 'html';
      ctx.body = errorPage(String(error), String(error_description ?? ''));
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.on('server_error', (_ctx, error) => tell('SERVER_ERROR', error));
  provider.on('backchannel.error', (_ctx, error) => tell('BACKCHANNEL_ERROR', error));
  return provider;
};

const tell = (what: string, error: Error): void => {
  process.stderr.write(`${what} ${error.message} ${error.cause ?? ''}\n`);
};
