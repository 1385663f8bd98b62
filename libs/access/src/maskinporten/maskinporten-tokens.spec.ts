import { forgeries, testKey } from '../../test-model/forged';
import { LocalIssuer } from '../../test-model/local-issuer';
import { MaskinportenTokens } from './maskinporten-tokens';
import { RemoteKeys } from './remote-keys';

let issuer: LocalIssuer;
beforeEach(async () => {
  issuer = await LocalIssuer.start();
});
afterEach(() => issuer.close());

/** A clock that is moved by hand: pauses and ages of keys are minutes and hours. */
const movable = () => {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    pass: (ms: number) => {
      ahead += ms;
    },
  };
};
const reader = (clock = movable()) => {
  const { issuer: iss, jwksUrl } = issuer;
  const settings = { issuer: iss, jwksUrl, audience: 'https://kull.example.no/api/v1', consumers: ['960474341'] };
  return new MaskinportenTokens(settings, new RemoteKeys({ url: jwksUrl, timeoutMs: 1_500, clock }));
};

it('knows the organisation that a token was given to, and who acts for it', async () => {
  expect(await reader().read(await issuer.token())).toEqual({
    actor: 'maskinporten:960474341:3a1f0c1e-7d2b-4b2a-9c55-0a4f5f6e7d8c',
    roles: ['association'],
    orgNumber: '960474341',
    scopes: ['bi:kull/certificates.read'],
  });
  const supplier = { authority: 'iso6523-actorid-upis', ID: '0192:987654321' };
  expect(await reader().read(await issuer.token({ supplier }))).toMatchObject({
    actor: 'maskinporten:960474341:supplier-987654321:3a1f0c1e-7d2b-4b2a-9c55-0a4f5f6e7d8c',
    orgNumber: '960474341',
  });
});

it.each(['RS256', 'RS384', 'RS512'])('takes %s', async (alg) => {
  const key = await testKey(alg, 'other');
  issuer.published = [key];
  expect(await reader().read(await issuer.token({}, key))).toBeDefined();
});

it.each(['ES256', 'PS256', 'EdDSA'])('does not take %s', async (alg) => {
  const key = await testKey(alg, 'other');
  issuer.published = [key];
  expect(await reader().read(await issuer.token({}, key))).toBeUndefined();
});

it('gives no more than the token’s scopes, each as a whole (S13)', async () => {
  const scopesOf = async (scope: string) => (await reader().read(await issuer.token({ scope })))?.scopes;
  expect(await scopesOf('bi:kull/certificates.readall')).toEqual([]);
  expect(await scopesOf('bi:kull/certificates')).toEqual([]);
  expect(await scopesOf('other:scope bi:kull/receipts.write')).toEqual(['bi:kull/receipts.write']);
});

it.each([
  ['another organisation', { consumer: { authority: 'iso6523-actorid-upis', ID: '0192:987654321' } }],
  [
    'another organisation that LF acts for',
    {
      consumer: { authority: 'iso6523-actorid-upis', ID: '0192:987654321' },
      supplier: { authority: 'iso6523-actorid-upis', ID: '0192:960474341' },
    },
  ],
])('gives no role to %s (S13)', async (_, over) => {
  expect(await reader().read(await issuer.token(over))).toMatchObject({ roles: [], orgNumber: '987654321' });
});

it.each([
  ['no consumer', undefined],
  ['a consumer of another kind', { authority: 'other', ID: '0192:960474341' }],
  ['a consumer that is text', '0192:960474341'],
  ['a longer number', { authority: 'iso6523-actorid-upis', ID: '0192:9604743411' }],
])('knows nobody by %s', async (_, consumer) => {
  expect(await reader().read(await issuer.token({ consumer }))).toBeUndefined();
});

it('refuses forgeries (S11), and asks nobody but the issuer', async () => {
  const fetched = jest.spyOn(globalThis, 'fetch');
  const tokens = reader();
  const tried = await forgeries(issuer.key, issuer.claims());
  const lifetimes = tried.filter(([name]) => name !== 'another typ');
  const taken = await Promise.all(lifetimes.map(async ([name, token]) => ((await tokens.read(token)) ? [name] : [])));
  expect(taken.flat()).toEqual([]);
  expect(new Set(fetched.mock.calls.map(([url]) => url))).toEqual(new Set([issuer.jwksUrl]));
  fetched.mockRestore();
});

describe('the issuer’s keys', () => {
  it('are asked for once, however many calls and invented kids come in', async () => {
    const tokens = reader();
    const token = await issuer.token();
    const invented = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => issuer.token({}, { ...issuer.key, kid: `invented-${n}` })),
    );
    await Promise.all([token, ...invented, token].map((one) => tokens.read(one)));
    expect(issuer.asked).toBe(1);
  });

  it('are asked for again when a new one comes into use', async () => {
    const clock = movable();
    const tokens = reader(clock);
    expect(await tokens.read(await issuer.token())).toBeDefined();
    const next = await testKey('RS256', 'mp-2');
    issuer.published = [issuer.key, next];
    expect(await tokens.read(await issuer.token({}, next))).toBeUndefined();
    clock.pass(31_000);
    expect(await tokens.read(await issuer.token({}, next))).toBeDefined();
  });

  it.each(['down', 'slow', 'redirecting'] as const)(
    'serve on when the issuer is %s; only new ones wait',
    async (state) => {
      const clock = movable();
      const tokens = reader(clock);
      expect(await tokens.read(await issuer.token())).toBeDefined();
      issuer.state = state;
      clock.pass(3_600_000);
      expect(await tokens.read(await issuer.token())).toBeDefined();
      const next = await testKey('RS256', 'mp-2');
      clock.pass(31_000);
      await expect(tokens.read(await issuer.token({}, next))).rejects.toMatchObject({ status: 503 });
      clock.pass(24 * 3_600_000);
      await expect(tokens.read(await issuer.token())).rejects.toMatchObject({ status: 503 });
    },
  );
});
