import { given } from '@kull/kernel/given';
import { type MachineClientEvent, machineClient } from './machine-client';
import { areUsableKeys, type PublicKey } from './public-keys';

const ed = (kid: string): PublicKey => ({ kid, kty: 'OKP', alg: 'EdDSA', crv: 'Ed25519', x: 'x'.repeat(43) });
const clientId = 'mcl_1';
const data = { clientId, orgNumber: '960474341', scopes: ['bi:kull/certificates.read'], jwks: [ed('a')] };
const registered: MachineClientEvent = { type: 'MachineClientRegistered', data };
const suspended: MachineClientEvent = { type: 'MachineClientSuspended', data: { clientId } };
const register = { type: 'RegisterMachineClient', data } as const;
const replace = (...jwks: readonly PublicKey[]) =>
  ({ type: 'ReplaceMachineClientKeys', data: { clientId, jwks } }) as const;
const suspend = { type: 'SuspendMachineClient', data: { clientId } } as const;

describe('a machine client', () => {
  it('is registered once', () => {
    given(machineClient)().when(register).then(registered);
    given(machineClient)(registered).when(register).thenNothing();
  });

  it('gets other keys, and the same ones are no news', () => {
    const replaced: MachineClientEvent = { type: 'MachineClientKeyReplaced', data: { clientId, jwks: [ed('b')] } };
    given(machineClient)(registered)
      .when(replace(ed('b')))
      .then(replaced);
    given(machineClient)(registered, replaced)
      .when(replace(ed('b')))
      .thenNothing();
    given(machineClient)(registered).when(replace()).rejectedAs({ code: 'KEYS_UNUSABLE' });
    given(machineClient)()
      .when(replace(ed('b')))
      .rejectedAs({ code: 'MACHINE_CLIENT_UNKNOWN' });
  });

  it('is suspended for good', () => {
    given(machineClient)(registered).when(suspend).then(suspended);
    given(machineClient)(registered, suspended).when(suspend).thenNothing();
    given(machineClient)(registered, suspended)
      .when(replace(ed('b')))
      .rejectedAs({ code: 'MACHINE_CLIENT_SUSPENDED' });
    given(machineClient)(registered, suspended).when(register).thenNothing();
    given(machineClient)().when(suspend).rejectedAs({ code: 'MACHINE_CLIENT_UNKNOWN' });
  });
});

describe('the keys of a client', () => {
  const ec: PublicKey = { kid: 'e', kty: 'EC', alg: 'ES256', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) };
  const rsa: PublicKey = { kid: 'r', kty: 'RSA', alg: 'PS256', n: 'n'.repeat(342), e: 'AQAB' };

  it('may be of three kinds, side by side', () => expect(areUsableKeys([ed('a'), ec, rsa])).toBe(true));

  it.each<readonly [string, readonly PublicKey[]]>([
    ['none', []],
    ['two of one name', [ed('a'), ed('a')]],
    ['a point with one coordinate', [{ ...ec, y: undefined }]],
    ['RSA of 1024 bits', [{ ...rsa, n: 'n'.repeat(171) }]],
    ['an algorithm of another kind', [{ ...rsa, alg: 'ES256' }]],
    ['a short Ed25519 key', [{ ...ed('a'), x: 'x' }]],
  ])('may not be %s', (_, keys) => expect(areUsableKeys(keys)).toBe(false));
});
