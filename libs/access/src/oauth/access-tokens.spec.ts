import type { webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrCreateJwsKey, signJws } from '@kull/documents';
import { forgeries, type TestKey } from '../../test-model/forged';
import { type MachineClient, MachineClientDirectory } from '../machine-client';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens';
import { oauthSettings } from './oauth-settings';

const read = 'bi:kull/certificates.read';
const client: MachineClient = {
  clientId: 'mcl_1',
  orgNumber: '960474341',
  scopes: [read, 'bi:kull/receipts.write'],
  keys: [],
  suspended: false,
};

class OneClient extends MachineClientDirectory {
  constructor(public known: MachineClient) {
    super();
  }
  async find(clientId: string) {
    return clientId === this.known.clientId ? this.known : undefined;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'kull-test-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const started = async () => {
  const key = await loadOrCreateJwsKey(folder, 'access-token-key.json');
  const other = await loadOrCreateJwsKey(folder, 'door-key.json');
  const settings = oauthSettings('https://kull.example.no/', key);
  const clients = new OneClient(client);
  return { key, other, settings, clients, tokens: new AccessTokens(clients, settings) };
};

it('knows the client of a token that it issued, for as long as it is good', async () => {
  const { tokens } = await started();
  const token = await tokens.issue(client, read);
  expect(await tokens.read(token)).toEqual({
    actor: 'mcl_1',
    roles: ['association'],
    orgNumber: '960474341',
    scopes: [read],
  });
  const ago = (seconds: number) => ({ now: () => new Date(Date.now() - seconds * 1_000).toISOString() });
  expect(await tokens.read(await tokens.issue(client, read, ago(ACCESS_TOKEN_SECONDS - 5)))).toBeDefined();
  expect(await tokens.read(await tokens.issue(client, read, ago(ACCESS_TOKEN_SECONDS + 10)))).toBeUndefined();
});

it('takes a suspended client’s token no more, and a scope that was withdrawn', async () => {
  const { tokens, clients } = await started();
  const token = await tokens.issue(client, client.scopes.join(' '));
  clients.known = { ...client, scopes: [read] };
  expect(await tokens.read(token)).toMatchObject({ scopes: [read] });
  clients.known = { ...client, suspended: true };
  expect(await tokens.read(token)).toBeUndefined();
});

it('refuses whatever is no access token of its own (S11), and asks nobody', async () => {
  const { key, other, settings, tokens } = await started();
  const fetched = jest.spyOn(globalThis, 'fetch');
  const now = Math.floor(Date.now() / 1_000);
  const claims = {
    iss: settings.issuer,
    aud: settings.audience,
    sub: 'mcl_1',
    client_id: 'mcl_1',
    scope: read,
    iat: now,
    exp: now + 60,
    jti: '1',
  };
  expect(await tokens.read(await signJws(claims, key, 'at+jwt'))).toBeDefined();
  const { subtle } = globalThis.crypto;
  const publicKey = await subtle.importKey('jwk', key.publicJwk as webcrypto.JsonWebKey, 'Ed25519', true, ['verify']);
  const spki = Buffer.from(await subtle.exportKey('spki', publicKey)).toString('base64');
  const pem = `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`;
  const asTest: TestKey = { alg: 'EdDSA', kid: key.kid, privateJwk: key.privateJwk, publicJwk: key.publicJwk, pem };
  const ours: readonly (readonly [string, string])[] = [
    ['a door code of ours', await signJws(claims, other, 'kull-door-code')],
    ['an access token by another key of ours', await signJws(claims, other, 'at+jwt')],
    ['a manifest of ours', await signJws(claims, key)],
    ['a badge of ours', await signJws(claims, key, 'vc+jwt')],
    ['a plain JWT', await signJws(claims, key, 'JWT')],
    ['a token of a client that there is not', await signJws({ ...claims, client_id: 'mcl_2' }, key, 'at+jwt')],
    ['a token without a client', await signJws({ ...claims, client_id: undefined }, key, 'at+jwt')],
  ];
  const tried = [...(await forgeries(asTest, claims, { typ: 'at+jwt' })), ...ours];
  const taken = await Promise.all(tried.map(async ([name, token]) => ((await tokens.read(token)) ? [name] : [])));
  expect(taken.flat()).toEqual([]);
  expect(fetched).not.toHaveBeenCalled();
});
