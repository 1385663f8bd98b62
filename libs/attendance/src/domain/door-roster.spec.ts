import { CompactSign, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';
import { type DoorRoster, decideAtDoor, signedAs } from './door-roster';

interface TestKey {
  readonly jwks: JSONWebKeySet;
  sign(payload: object, typ?: string): Promise<string>;
}

const keyNamed = async (kid: string): Promise<TestKey> => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  return {
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' }] },
    sign: (payload, typ = signedAs.code) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'EdDSA', kid, typ })
        .sign(privateKey),
  };
};

const named = (givenNames: string) => ({ name: `${givenNames} Testesen`, listName: `Testesen, ${givenNames}` });
const kari = { reference: 'dor_kari', issue: 2, classCode: 'OSLO-1', studentNo: 'S1', ...named('Kari') };
const guest = { reference: 'dor_guest', issue: 1, classCode: 'OSLO-2', studentNo: 'S2', ...named('Ola') };

/** The roster of OSLO-1, as it was in the morning. */
const roster: DoorRoster = {
  class: { id: 'cls_1', code: 'OSLO-1' },
  gathering: 1,
  issuedAt: '2026-09-16T06:00:00.000Z',
  validUntil: '2026-09-18T14:00:00.000Z',
  sessions: [{ code: 'S1-1', title: 'Ledelse', startsAt: '2026-09-16T07:00:00.000Z', hours: 3.5 }],
  expected: [kari, guest],
  elsewhere: [{ reference: 'dor_per', issue: 1, classCode: 'OSLO-2' }],
};

let key: TestKey;
beforeAll(async () => {
  key = await keyNamed('the-door');
});

const decide = (code: string) => decideAtDoor(roster, code, key.jwks);
const decideOf = async (s: string, n: number) => decide(await key.sign({ s, n }));

describe('a device at the door, with its roster and nothing else', () => {
  it('lets in a student of the class, and a guest of the gathering', async () => {
    expect(await decideOf('dor_kari', 2)).toEqual({ outcome: 'EXPECTED', student: kari });
    expect(await decideOf('dor_guest', 1)).toEqual({ outcome: 'EXPECTED', student: guest });
  });

  it('sends a student of another class there', async () =>
    expect(await decideOf('dor_per', 1)).toEqual({ outcome: 'OTHER_CLASS', class: 'OSLO-2' }));

  it('knows nobody outside the cohort', async () =>
    expect(await decideOf('dor_somebody', 1)).toEqual({ outcome: 'UNKNOWN_CODE' }));

  it('refuses an issue that was revoked, of whichever class', async () => {
    expect(await decideOf('dor_kari', 1)).toEqual({ outcome: 'REVOKED_CODE' });
    const revokedElsewhere = { ...roster, elsewhere: [{ ...roster.elsewhere[0]!, issue: 2 }] };
    const code = await key.sign({ s: 'dor_per', n: 1 });
    expect(await decideAtDoor(revokedElsewhere, code, key.jwks)).toEqual({ outcome: 'REVOKED_CODE' });
  });

  it('takes an issue that came after the roster: only a revocation brings one', async () =>
    expect(await decideOf('dor_kari', 3)).toEqual({ outcome: 'EXPECTED', student: kari }));

  it('decides by the roster it has when a student was transferred after it was made', async () => {
    const code = await key.sign({ s: 'dor_kari', n: 2 });
    const afterwards: DoorRoster = {
      ...roster,
      expected: [guest],
      elsewhere: [...roster.elsewhere, { reference: 'dor_kari', issue: 2, classCode: 'OSLO-2' }],
    };
    expect(await decide(code)).toMatchObject({ outcome: 'EXPECTED' });
    expect(await decideAtDoor(afterwards, code, key.jwks)).toEqual({ outcome: 'OTHER_CLASS', class: 'OSLO-2' });
  });

  it.each([
    ['a text', async () => 'https://example.no/'],
    ['nothing', async () => ''],
    ['three parts that are no signature', async () => 'a.b.c'],
    ['a code of another key', async () => (await keyNamed('elsewhere')).sign({ s: 'dor_kari', n: 2 })],
    ['a code of another key by the same name', async () => (await keyNamed('the-door')).sign({ s: 'dor_kari', n: 2 })],
    ['something else that the key signed', async () => key.sign({ s: 'dor_kari', n: 2 }, signedAs.roster)],
    ['a code that says more', async () => key.sign({ s: 'dor_kari', n: 2, studentNo: 'S1' })],
    ['a code without an issue', async () => key.sign({ s: 'dor_kari' })],
  ])('takes %s for no code', async (_, code) => expect(await decide(await code())).toEqual({ outcome: 'NOT_A_CODE' }));

  it('takes a code whose content or signature was changed for none', async () => {
    const [header, , signature] = (await key.sign({ s: 'dor_kari', n: 1 })).split('.') as [string, string, string];
    const changed = Buffer.from(JSON.stringify({ s: 'dor_kari', n: 2 })).toString('base64url');
    expect(await decide([header, changed, signature].join('.'))).toEqual({ outcome: 'NOT_A_CODE' });
    const good = await key.sign({ s: 'dor_kari', n: 2 });
    const forged = good.slice(0, -86) + good.slice(-86).split('').reverse().join('');
    expect(await decide(forged)).toEqual({ outcome: 'NOT_A_CODE' });
  });

  it('takes no code that says it needs no signature', async () => {
    const parts = [
      { alg: 'none', typ: signedAs.code },
      { s: 'dor_kari', n: 2 },
    ];
    const code = `${parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
    expect(await decide(code)).toEqual({ outcome: 'NOT_A_CODE' });
  });
});
