import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forgeries } from '../../test-model/forged';
import { LocalProvider } from '../../test-model/local-provider';
import { OpenIdLogin } from './open-id-login';

let provider: LocalProvider;
let login: OpenIdLogin;
beforeEach(async () => {
  provider = await LocalProvider.start();
  login = new OpenIdLogin(
    {
      id: 'id-porten',
      names: { nb: 'ID-porten', nn: 'ID-porten', en: 'ID-porten' },
      issuer: provider.issuer,
      clientId: 'kull',
      clientSecret: 'secret',
      scope: 'openid',
      acr: ['high'],
      knows: 'person',
      claim: 'pid',
    },
    'https://kull.example.no',
  );
});
afterEach(() => provider.close());

const begun = async () => {
  const asked = await login.begin('nn');
  if ('refused' in asked) throw new Error(asked.refused);
  return asked;
};

/** What becomes of a log-in that the provider answers with this ID token. */
const finished = async (token: (nonce: string) => Promise<string>) => {
  const asked = await begun();
  provider.idToken = await token(asked.nonce);
  return login.finish(`code=c&state=${asked.state}`, asked);
};

const kari = { subject: 'kari', name: '15877512345', providerSession: 's-1' };

describe('a log-in', () => {
  it('asks with PKCE, state, nonce, the level and the language, and for nothing else', async () => {
    const { url, state, nonce } = await begun();
    const { searchParams, origin, pathname } = new URL(url);
    expect(`${origin}${pathname}`).toBe(`${provider.issuer}/authorize`);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'kull',
      redirect_uri: 'https://kull.example.no/logg-inn/id-porten/svar',
      response_type: 'code',
      scope: 'openid',
      state,
      nonce,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      ui_locales: 'nn',
      acr_values: 'high',
    });
  });

  it('gives who the provider says that it is', async () => {
    expect(await finished((nonce) => provider.token({ nonce }))).toEqual(kari);
  });

  it.each([
    ['without the claim', { pid: undefined }],
    ['with an empty claim', { pid: '' }],
    ['without a subject', { sub: undefined }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['for another client', { aud: 'other' }],
    ['for several clients', { aud: ['kull', 'other'] }],
    ['that is over', { exp: 1_000, iat: 900 }],
  ])('is refused with a token %s', async (_, over) => {
    expect(await finished((nonce) => provider.token({ nonce, ...over }))).toEqual({ refused: 'NOT_TRUSTED' });
  });

  it('is refused with another nonce, or none', async () => {
    expect(await finished(() => provider.token({ nonce: 'n'.repeat(43) }))).toEqual({ refused: 'NOT_TRUSTED' });
    expect(await finished(() => provider.token())).toEqual({ refused: 'NOT_TRUSTED' });
  });

  it.each(['low', undefined])('is too weak at level %j', async (acr) => {
    expect(await finished((nonce) => provider.token({ nonce, acr }))).toEqual({ refused: 'TOO_WEAK' });
  });

  it('is refused with every forgery (S11)', async () => {
    const asked = await begun();
    const all = await forgeries(provider.key, provider.claims({ nonce: asked.nonce }));
    expect(all.length).toBeGreaterThan(20);
    const taken: string[] = [];
    for (const [name, token] of all) {
      provider.idToken = token;
      const outcome = await login.finish(`code=c&state=${asked.state}`, asked);
      if (!('refused' in outcome)) taken.push(name);
    }
    expect(taken).toEqual([]);
    provider.idToken = await provider.token({ nonce: asked.nonce });
    expect(await login.finish(`code=c&state=${asked.state}`, asked)).toEqual(kari);
  });

  it.each(['down', 'failing'] as const)('says so when the provider is %s, and works when it is back', async (state) => {
    provider.state = state;
    expect(await login.begin('nb')).toEqual({ refused: 'UNAVAILABLE' });
    expect(await login.endSessionUrl()).toBeUndefined();
    provider.state = 'well';
    const asked = await begun();
    provider.state = state;
    expect(await login.finish(`code=c&state=${asked.state}`, asked)).toEqual({ refused: 'UNAVAILABLE' });
  });
});

describe('a logout token', () => {
  const event = { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } };
  const typ = { typ: 'logout+jwt' };

  it('says whom it is about', async () => {
    expect(await login.loggedOut(await provider.token(event, typ))).toEqual({
      subject: 'kari',
      providerSession: 's-1',
    });
    expect(await login.loggedOut(await provider.token({ ...event, sub: undefined }, typ))).toEqual({
      subject: undefined,
      providerSession: 's-1',
    });
  });

  it.each([
    ['an ID token', {}, {}],
    ['one with a nonce', { ...event, nonce: 'n' }, typ],
    ['one about nobody', { ...event, sub: undefined, sid: undefined }, typ],
    ['one for another client', { ...event, aud: 'other' }, typ],
    ['one of another kind', event, { typ: 'at+jwt' }],
    ['one whose event is no object', { events: 'logout' }, typ],
  ])('is not %s', async (_, over, header) => {
    expect(await login.loggedOut(await provider.token(over, header))).toBeUndefined();
  });

  it('is no forgery (S11)', async () => {
    const all = await forgeries(provider.key, provider.claims(event), typ);
    const taken: string[] = [];
    for (const [name, token] of all) if ((await login.loggedOut(token)) !== undefined) taken.push(name);
    expect(taken).toEqual([]);
  });

  it('is not judged while the keys cannot be had', async () => {
    const token = await provider.token(event, typ);
    provider.state = 'down';
    expect(await login.loggedOut(token)).toBe('unavailable');
    expect(await login.loggedOut('nothing')).toBeUndefined();
  });
});
