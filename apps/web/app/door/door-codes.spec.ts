import { CompactSign, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';
import { decide } from './door-codes';
import type { DoorRoster } from './roster';

const kari = {
  reference: 'dor_kari',
  issue: 2,
  classCode: 'OSLO-1',
  studentNo: 'S1',
  name: 'Kari T',
  listName: 'T, Kari',
};
const roster = {
  class: { id: 'cls_1', code: 'OSLO-1' },
  expected: [kari],
  elsewhere: [{ reference: 'dor_per', issue: 1, classCode: 'OSLO-2' }],
} as unknown as DoorRoster;

let keys: JSONWebKeySet;
let sign: (said: object, typ?: string, kid?: string) => Promise<string>;
beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'door', alg: 'EdDSA' }] };
  sign = (said, typ = 'kull-door', kid = 'door') =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(said)))
      .setProtectedHeader({ alg: 'EdDSA', kid, typ })
      .sign(privateKey);
});

const outcomeOf = async (code: string) => (await decide(roster, code, keys)).outcome;

it('a device decides as the service does', async () => {
  expect(await decide(roster, await sign({ s: 'dor_kari', n: 2 }), keys)).toEqual({
    outcome: 'EXPECTED',
    student: kari,
  });
  expect(await decide(roster, await sign({ s: 'dor_per', n: 1 }), keys)).toEqual({
    outcome: 'OTHER_CLASS',
    class: 'OSLO-2',
  });
  expect(await outcomeOf(await sign({ s: 'dor_kari', n: 1 }))).toBe('REVOKED_CODE');
  expect(await outcomeOf(await sign({ s: 'dor_nobody', n: 1 }))).toBe('UNKNOWN_CODE');
});

it('takes nothing for a code that is not signed as one', async () => {
  const [head, , signature] = (await sign({ s: 'dor_kari', n: 2 })).split('.');
  const body = Buffer.from(JSON.stringify({ s: 'dor_kari', n: 9 })).toString('base64url');
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'kull-door', kid: 'door' })).toString('base64url');
  const wrong = [
    '',
    'https://example.org/',
    'a.b.c',
    `${head}.${body}.${signature}`,
    `${none}.${body}.`,
    `${none}.${body}.${signature}`,
    await sign({ s: 'dor_kari', n: 2 }, 'kull-door-roster'),
    await sign({ s: 'dor_kari', n: 2 }, 'kull-door', 'another'),
  ];
  for (const code of wrong) expect([code, await outcomeOf(code)]).toEqual([code, 'NOT_A_CODE']);
});
