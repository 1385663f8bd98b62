import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type JwsKey, keyRingsIn, signEs256 } from '@kull/documents';
import { runCommand } from '../testing/run-command';
import { checkedCredential } from './checked-credential';
import { trustedKeys } from './trusted-keys';

const LIST = 'https://kull.example.no/status/certificates/1';
const PLACE = 94_112;

let folder: string;
let key: JwsKey;
let badge: string;
const at = (name: string): string => join(folder, name);

const verify = (env: NodeJS.ProcessEnv, ...argv: string[]) => runCommand(['verify', ...argv], env);
const ours = () => ({ KULL_KEYS: at('keys') });
const written = (name: string, text: string): string => {
  writeFileSync(at(name), `${text}\n`);
  return at(name);
};
const signed = (payload: object): string =>
  signEs256(payload, key, { typ: 'vc+jwt', cty: 'vc', kid: `did:web:kull.example.no#${key.kid}` });
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

const listWith = (places: readonly number[], more: object = {}): string => {
  const bits = Buffer.alloc(16_384);
  for (const place of places) bits[place >> 3]! |= 0x80 >> (place & 7);
  return signed({
    id: LIST,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    validFrom: inHours(-1),
    validUntil: inHours(1),
    credentialSubject: { type: 'BitstringStatusList', encodedList: `u${gzipSync(bits).toString('base64url')}` },
    ...more,
  });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kull-verify-credential-'));
  key = (await keyRingsIn(at('keys')).BADGE.first()).key;
  await keyRingsIn(at('other')).BADGE.first();
  badge = signed({
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Nettbasert lederutdanning for allmennleger',
    issuer: { id: 'did:web:kull.example.no', type: ['Profile'], name: 'Handelshøyskolen BI' },
    awardedDate: '2026-06-19T00:00:00Z',
    credentialSubject: { type: ['AchievementSubject'], creditsEarned: 60 },
    evidence: [{ type: ['Evidence'], name: 'Kursbevis 7Q4K-9M2X-T, versjon 2' }],
    credentialStatus: {
      type: 'BitstringStatusListEntry',
      statusListIndex: String(PLACE),
      statusListCredential: LIST,
    },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a badge', () => {
  it('is the issuer’s, and says where it is told whether it holds', async () => {
    const { code, out } = await verify(ours(), written('merke.jwt', badge));
    expect(code).toBe(0);
    for (const text of ['Merket er uendret', 'Kursbevis 7Q4K-9M2X-T, versjon 2', '60', '2026-06-19', LIST])
      expect(out).toContain(text);
  });

  it.each([
    ['holds', [PLACE - 1, PLACE + 1], 0, 'merket gjelder'],
    ['was revoked', [PLACE], 1, 'erstattet eller trukket tilbake'],
  ] as const)('%s, by the list beside it', async (_, places, exit, text) => {
    const path = written('merke.jwt', badge);
    const found = await verify(ours(), path, '--status-list', written('liste.jwt', listWith(places)));
    expect([found.code, found.out]).toEqual([exit, expect.stringContaining(text)]);
  });

  it.each([
    ['too old', () => listWith([], { validUntil: inHours(-0.1) }), 'for gammel'],
    ['another', () => listWith([], { id: `${LIST}0` }), 'ikke listen som merket viser til'],
    ['altered', () => listWith([]).replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')), 'ikke en uendret statusliste'],
    ['a badge', () => badge, 'ikke en uendret statusliste'],
  ])('gets no answer from a list that is %s', async (_, list, text) => {
    const path = written('merke.jwt', badge);
    const found = await verify(ours(), path, '--status-list', written('liste.jwt', list()));
    expect([found.code, found.err]).toEqual([2, expect.stringContaining(text)]);
  });
});

describe('a status list', () => {
  it('is the issuer’s, while it may be used', async () => {
    const fresh = await verify(ours(), written('liste.jwt', listWith([])));
    expect([fresh.code, fresh.out]).toEqual([0, expect.stringContaining('Statuslisten er uendret')]);
    const old = await verify(ours(), written('liste.jwt', listWith([], { validUntil: inHours(-0.1) })));
    expect([old.code, old.out]).toEqual([1, expect.stringContaining('for gammel')]);
  });
});

describe('either of them', () => {
  it('is told to be altered whatever bit of whatever byte is another', async () => {
    const { badges } = await trustedKeys(undefined, ours());
    for (const jwt of [badge, listWith([PLACE])]) {
      const bytes = Buffer.from(jwt);
      const outcomes = new Set<string>();
      for (const [place, byte] of bytes.entries())
        for (const bit of place < jwt.lastIndexOf('.') ? [place % 8] : [0, 1, 2, 3, 4, 5, 6, 7])
          outcomes.add(checkedCredential(Buffer.from(bytes.with(place, byte ^ (1 << bit))).toString(), badges).outcome);
      // A changed name of the key is the name of none; a changed full stop leaves two parts.
      expect([...outcomes].sort()).toEqual(['ALTERED', 'NO_CREDENTIAL', 'UNKNOWN_KEY']);
      expect(checkedCredential(jwt, badges).outcome).toBe('GENUINE');
    }
  });

  it('cannot be judged with keys of others, nor trusted with a revoked one', async () => {
    const path = written('merke.jwt', badge);
    expect((await verify({ KULL_KEYS: at('other') }, path)).out).toContain('kan ikke kontrolleres');
    const keys = { keys: [{ use: 'BADGE', kid: 'x', jwk: key.publicJwk, revokedAt: '2026-08-01' }] };
    const old = await verify({}, path, '--keys', written('keys.json', JSON.stringify(keys)));
    expect([old.code, old.out]).toEqual([1, expect.stringContaining('trukket tilbake 2026-08-01')]);
  });

  it('is another thing than any other JWT of the issuer', async () => {
    const found = await verify(ours(), written('annet.jwt', signed({ type: ['VerifiableCredential'] })));
    expect([found.code, found.out]).toEqual([1, expect.stringContaining('verken et merke')]);
  });
});
