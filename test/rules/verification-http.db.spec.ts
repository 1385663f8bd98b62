import { DocumentStore } from '@kull/certificates/contracts';
import { HolderKeys } from '@kull/certificates/holder-keys';
import { LOOKUP_LIMITS } from '@kull/certificates/http/lookup-limits';
import { attachedFacts, verifyCode, verifyPdf } from '@kull/documents';
import { createTestApi, type TestApi } from '../harness/api';
import { settleCertificates } from '../harness/settled-certificates';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';
import { runCourseFolder } from './course-run';

interface Certificate {
  readonly certificateNo: string;
  readonly studentNo: string;
  readonly state: string;
  readonly versions: readonly { readonly version: number; readonly sha256: string }[];
}

let api: TestApi;
let all: readonly Certificate[];
let callers = 0;

/** Asks from an address of its own, so that what one test does wrong is not held against another. */
const ask = (url: string, headers: Record<string, string> = {}, remoteAddress = `10.1.0.${++callers}`) =>
  api.app.inject({ url, headers, remoteAddress });
const json = { accept: 'application/json' };
const answerOf = async (url: string) => {
  const { statusCode, body } = await ask(url, json);
  return { status: statusCode, ...JSON.parse(body) };
};
const keyOf = (number: string, version: number): string =>
  api.app.get(HolderKeys, { strict: false }).of(number, version);

beforeAll(async () => {
  api = await createTestApi();
  const client = new CourseClient(api);
  const { id } = await runCourseFolder(client, folderNamed('nla-2026-spring'));
  await settleCertificates(api, id);
  all = (await client.get<{ data: Certificate[] }>(`/certificates?class=${id}&limit=200`)).json().data;
});
afterAll(() => api.close());

const replaced = () => all.find(({ versions }) => versions.length === 2)!;
const revoked = () => all.find(({ state }) => state === 'REVOKED')!;

describe.each(['nb', 'nn', 'en'] as const)('in %s', (language) => {
  const says = {
    nb: ['✓ Gyldig', '↻ Erstattet', '✗ Trukket tilbake', '≠ Endret', '? Aldri utstedt'],
    nn: ['✓ Gyldig', '↻ Erstatta', '✗ Trekt tilbake', '≠ Endra', '? Aldri utferda'],
    en: ['✓ Valid', '↻ Replaced', '✗ Revoked', '≠ Altered', '? Never issued'],
  }[language];

  it.each([0, 1, 2, 3, 4])(
    'gives answer %s as a page and as JSON, each with its own words and facts',
    async (which) => {
      const { certificateNo: number, versions } = replaced();
      const [url, answer, status] = (
        [
          [`/v/${number}`, 'VALID', 200],
          [`/v/${number}?k=${keyOf(number, 1)}`, 'REPLACED', 200],
          [`/v/${revoked().certificateNo}?sha256=${revoked().versions[0]!.sha256}`, 'REVOKED', 200],
          [`/v/check?no=${number}&sha256=${'0'.repeat(64)}`, 'ALTERED', 200],
          ['/v/0000-0000-0', 'NEVER_ISSUED', 404],
        ] as const
      )[which]!;
      const page = await ask(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`);
      expect([page.statusCode, page.headers['content-language']]).toEqual([status, language]);
      expect(page.body).toContain(says[which]);
      expect(says.filter((other) => page.body.includes(other))).toEqual([says[which]]);
      expect(Buffer.byteLength(page.body)).toBeLessThan(30_000);
      const report = await answerOf(url);
      expect(report).toMatchObject({ status, verification: { answer } });
      if (answer === 'REPLACED')
        expect(report.verification).toMatchObject({ version: 1, by: 2, at: expect.any(String) });
      if (answer === 'REVOKED') expect(report.verification).toHaveProperty('at');
      expect(versions).toHaveLength(2);
    },
  );
});

it('masks the name for whoever has the number alone, and shows it to whoever scanned the code', async () => {
  const { certificateNo: number } = replaced();
  const typed = await answerOf(`/v/${number}`);
  expect(typed.facts).toMatchObject({ maskedName: expect.stringMatching(/^.\*\*\* .\*\*\*$/) });
  expect(typed.facts).not.toHaveProperty('name');
  const scanned = await answerOf(`/v/${number}?k=${keyOf(number, 2)}`);
  expect(scanned).toMatchObject({ verification: { answer: 'VALID', version: 2 } });
  expect(scanned.facts.name).toMatch(/^\S+ .+/);
  expect(scanned.facts).not.toHaveProperty('maskedName');
  const old = await answerOf(`/v/${number}?k=${keyOf(number, 1)}`);
  expect(old.facts.name).not.toBe(scanned.facts.name);
  for (const wrong of [keyOf(number, 2).slice(1), keyOf(revoked().certificateNo, 1), 'A'.repeat(12), ''])
    expect((await answerOf(`/v/${number}?k=${wrong}`)).facts).toEqual(typed.facts);
});

it('hands out documents whose QR code says the same without any network', async () => {
  const { certificateNo, versions } = replaced();
  const { bytes } = await api.app.get(DocumentStore, { strict: false }).read(versions[1]!.sha256);
  expect(verifyPdf(bytes).unaltered).toBe(true);
  const { scanAddress } = attachedFacts(bytes) as { scanAddress: string };
  const { keys } = (await ask('/.well-known/kull-keys.json')).json();
  expect(keys.map(({ use }: { use: string }) => use)).toEqual(['DOCUMENT', 'CODE']);
  expect(keys[0].kid).toBe(verifyPdf(bytes).certificateFingerprint);
  expect(JSON.stringify(keys)).not.toContain('"d"');
  const [code] = keys.filter(({ use }: { use: string }) => use === 'CODE');
  expect(verifyCode(scanAddress, [{ kid: code.kid, publicJwk: code.jwk }])).toMatchObject({
    outcome: 'SIGNED',
    facts: { version: 2, points: 60, approvalId: 'LF-TEST-0001' },
  });
  const { pathname, search } = new URL(scanAddress);
  expect(await answerOf(pathname + search)).toMatchObject({ number: certificateNo, verification: { answer: 'VALID' } });
});

describe('whether the name is right', () => {
  const post = (number: string, form: Record<string, string>, headers = {}, remoteAddress = `10.2.0.${++callers}`) =>
    api.app.inject({
      method: 'POST',
      url: `/v/${number}/name`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(form).toString(),
      remoteAddress,
    });
  const known = async () => {
    const { certificateNo: number, versions } = all.find(({ state }) => state === 'VALID')!;
    const { bytes } = await api.app.get(DocumentStore, { strict: false }).read(versions.at(-1)!.sha256);
    const { holder } = attachedFacts(bytes) as { holder: { givenName: string; familyName: string; birthDate: string } };
    const [, month, day] = holder.birthDate.split('-') as [string, string, string];
    return { number, form: { name: `${holder.givenName} ${holder.familyName}`, day, month } };
  };

  it('is answered with yes or no, as a page and as JSON, and with nothing else', async () => {
    const { number, form } = await known();
    const yes = await post(number, form, json);
    expect([yes.statusCode, yes.json()]).toEqual([200, { matches: true }]);
    const no = await post(number, { ...form, day: form.day === '01' ? '2' : '1' }, json);
    expect([no.statusCode, no.json()]).toEqual([200, { matches: false }]);
    expect((await post('0000-0000-0', form, json)).json()).toEqual({ matches: false });
    const page = await post(number, { ...form, lang: 'en' });
    expect(page.body).toContain('Yes. The name and the birthday');
    expect(page.body).not.toContain(form.name.split(' ').at(-1)!.slice(1));
  });

  it('is asked by a browser from our own page, and from no other', async () => {
    const { number, form } = await known();
    const own = { 'sec-fetch-site': 'same-origin', origin: 'null' };
    expect((await post(number, form, own)).statusCode).toBe(200);
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { origin: 'null' }])
      expect((await post(number, form, headers)).statusCode).toBe(403);
    expect((await post(number, { ...form, day: '32' })).statusCode).toBe(400);
  });

  it('is asked so often and no more: of one caller, and for one certificate from everywhere', async () => {
    const { form } = await known();
    const other = all.filter(({ state }) => state === 'VALID')[1]!.certificateNo;
    const from = async (number: string, address?: string) => (await post(number, form, json, address)).statusCode;
    const caller: number[] = [];
    for (let n = 0; n <= LOOKUP_LIMITS.name.perCaller; n++) caller.push(await from('2222-0000-0', '10.9.0.1'));
    expect(caller.slice(0, -1)).toEqual(Array(LOOKUP_LIMITS.name.perCaller).fill(200));
    expect(caller.at(-1)).toBe(429);
    const everywhere: number[] = [];
    for (let n = 0; n <= LOOKUP_LIMITS.name.perCertificate; n++) everywhere.push(await from(other));
    expect(everywhere.at(-1)).toBe(429);
  });
});

describe('numbers that are tried', () => {
  const numbers = (count: number): string[] => Array.from({ length: count }, (_, n) => `${1000 + n}-0000-0`);

  it('get one caller so many answers, then none for a while, whatever it says of whom it asks for', async () => {
    const right = all[0]!.certificateNo;
    const statuses: number[] = [];
    for (const number of numbers(LOOKUP_LIMITS.unknown.perCaller))
      statuses.push((await ask(`/v/${number}`, json, '10.3.0.1')).statusCode);
    expect(new Set(statuses)).toEqual(new Set([404]));
    const spent = await ask(`/v/${right}`, { ...json, 'x-forwarded-for': '203.0.113.9' }, '10.3.0.1');
    expect([spent.statusCode, spent.json().code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(spent.headers['retry-after'])).toBeGreaterThan(0);
    const page = await ask(`/v/${right}?lang=nn`, {}, '10.3.0.1');
    expect([page.statusCode, page.body.includes('For mange forsøk')]).toEqual([429, true]);
    expect((await ask(`/v/${right}`, json, '10.3.0.2')).statusCode).toBe(200);
  });

  it('look alike, whether they are no number at all or one that was never issued', async () => {
    const [malformed, unknown] = [await ask('/v/1234-5678-9', json), await ask('/v/0000-0000-0', json)];
    expect(Object.keys(malformed.json())).toEqual(['verification']);
    expect(unknown.json()).toEqual({ number: '0000-0000-0', verification: { answer: 'NEVER_ISSUED' } });
    expect(malformed.statusCode).toBe(unknown.statusCode);
  });

  it('from everywhere at once are stopped too, while codes that are scanned are answered', async () => {
    const { certificateNo: number } = replaced();
    let spent = 0;
    for (let n = 0; n < LOOKUP_LIMITS.unknown.ofAll && spent === 0; n++)
      spent = (await ask('/v/0000-0000-0', json, `10.4.${n >> 8}.${n & 255}`)).statusCode === 429 ? n : 0;
    expect(spent).toBeGreaterThan(LOOKUP_LIMITS.unknown.ofAll / 2);
    expect((await ask(`/v/${number}`, json, '10.5.0.1')).statusCode).toBe(429);
    expect((await ask('/v/0000-0000-0', json, '10.5.0.1')).statusCode).toBe(429);
    expect((await ask(`/v/${number}?k=${keyOf(number, 2)}`, json, '10.5.0.1')).statusCode).toBe(200);
  });
});
