import { createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { checkCertificates, type Finding } from '@kull/certificates/checker/check';
import { checkPublished } from '@kull/certificates/checker/published';
import { SettleCertificate } from '@kull/certificates/reactions/settle-certificate';
import { CertificateWorkQueries } from '@kull/certificates/read-models/certificate-work.query';
import { verifyEs256 } from '@kull/documents';
import { Database } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import fc from 'fast-check';
import { type JwtPayload, verify } from 'jsonwebtoken';
import { kull } from '../acceptance/command-line';
import { createTestApi, type TestApi } from '../harness/api';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';
import { type CourseRun, runCourseFolder } from './course-run';

interface Certificate {
  readonly certificateNo: string;
  readonly studentNo: string;
  readonly state: string;
  readonly versions: readonly { readonly version: number; readonly sha256: string }[];
}
interface Key {
  readonly use: string;
  readonly kid: string;
  readonly fingerprint: string;
  readonly state: string;
  readonly signed?: number;
}
interface Method {
  readonly id: string;
  readonly publicKeyJwk: Record<string, string>;
  readonly revoked?: string;
}

let api: TestApi;
let client: CourseClient;
let run: CourseRun;
let all: Certificate[];

const work = async (): Promise<void> => {
  const { open } = await api.app.get(CertificateWorkQueries, { strict: false }).ofClass(run.id);
  const job = { outboxId: newUuid(), key: 'test', fence: { hold: async () => undefined } };
  for (const studentCourseId of open)
    await api.app.get(SettleCertificate, { strict: false }).handle({ studentCourseId }, job);
};
const open = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers });
const badgeOf = (number: string) => client.get(`/certificates/${number}/open-badge`);
const keys = async (use: string) =>
  (await client.get<{ data: Key[] }>('/key-rings')).json().data.filter((one) => one.use === use);
const activate = async (use: string) => (await client.post<Key>('/signing-keys', { use })).json();
const revoke = (kid: string, body: object) => client.post<Key>(`/signing-keys/${kid}/revocations`, body);
const methods = async (): Promise<Method[]> => (await open('/.well-known/did.json')).json().verificationMethod;

/** Verified by a library that did not sign, with nothing but what is public. */
const verified = async (jwt: string): Promise<JwtPayload & Record<string, never>> => {
  const { kid } = JSON.parse(Buffer.from(jwt.split('.')[0]!, 'base64url').toString());
  const method = (await methods()).find(({ id }) => id === kid)!;
  const publicKey = createPublicKey({ key: method.publicKeyJwk as never, format: 'jwk' });
  return verify(jwt, publicKey, { algorithms: ['ES256'] }) as never;
};
const bitsOf = async (url: string): Promise<(index: number) => boolean> => {
  const list = await open(new URL(url).pathname);
  const { credentialSubject } = (await verified(list.body)) as never as { credentialSubject: { encodedList: string } };
  const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'));
  return (index) => ((bits[index >> 3]! >> (7 - (index & 7))) & 1) === 1;
};

beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  run = await runCourseFolder(client, folderNamed('nla-2026-spring'));
  await work();
  all = (await client.get<{ data: Certificate[] }>(`/certificates?class=${run.id}&limit=200`)).json().data;
});
afterAll(() => api.close());

describe('an Open Badge', () => {
  it('is a VC-JWT that another library verifies by the issuer’s did:web, and names nobody', async () => {
    const { certificateNo } = all[0]!;
    const badge = await badgeOf(certificateNo);
    expect(badge.headers['content-type']).toBe('application/vc+jwt');
    const payload = await verified(badge.text);
    expect(payload).toMatchObject({
      iss: 'did:web:kull.example.no',
      jti: payload.id,
      nbf: Math.floor(Date.parse(payload.validFrom!) / 1000),
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        expect.stringMatching(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context/),
      ],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: 'did:web:kull.example.no', type: ['Profile'], name: 'Handelshøyskolen BI' },
      credentialSubject: {
        type: ['AchievementSubject'],
        identifier: [
          { type: 'IdentityObject', hashed: true, identityHash: expect.stringMatching(/^sha256\$[0-9a-f]{64}$/) },
        ],
        achievement: {
          id: expect.stringMatching(/^urn:uuid:/),
          type: ['Achievement'],
          name: expect.any(String),
          description: expect.any(String),
          criteria: { narrative: expect.any(String) },
          creditsAvailable: 60,
        },
      },
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
    });
    expect(payload).not.toHaveProperty('vc');
    expect(payload).not.toHaveProperty('sub');
    expect(JSON.stringify(payload)).not.toMatch(/Testesen|\b91\d{5}\b/);
    expect((await badgeOf(certificateNo)).text).toBe(badge.text);
  });

  it('is not given for a certificate that is revoked, or was never issued', async () => {
    const revoked = all.find(({ state }) => state === 'REVOKED')!;
    expect((await badgeOf(revoked.certificateNo)).json()).toMatchObject({ code: 'CERTIFICATE_NOT_LIVE' });
    expect((await badgeOf('0000-0000-0')).json()).toMatchObject({ code: 'CERTIFICATE_UNKNOWN' });
  });

  it('and the status list tell of every changed character', async () => {
    const list = (await open('/status/certificates/1')).body;
    const known = await methods();
    for (const jwt of [(await badgeOf(all[0]!.certificateNo)).text, list])
      fc.assert(
        fc.property(fc.nat(jwt.length - 1), fc.nat(63), (place, other) => {
          const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
          const changed = `${jwt.slice(0, place)}${alphabet[other]}${jwt.slice(place + 1)}`;
          expect(verifyEs256(changed, known[0]!.publicKeyJwk).valid).toBe(changed === jwt);
        }),
        { numRuns: 100 },
      );
  });
});

describe('the status list', () => {
  it('and a badge are the issuer’s to the command line, with nothing but what is published', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kull-badge-'));
    const kept = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const nowhere = { url: 'http://127.0.0.1:1', token: '', databaseUrl: '' };
    const valid = all.find(({ state, versions }) => state === 'VALID' && versions.length === 1)!;
    const badge = kept('merke.jwt', (await badgeOf(valid.certificateNo)).text);
    const list = kept('liste.jwt', (await open('/status/certificates/1')).body);
    const known = kept('keys.json', (await open('/.well-known/kull-keys.json')).body);
    const verified = async (...files: string[]) => kull(nowhere, 'verify', ...files, '--keys', known);
    expect(await verified(badge, '--status-list', list)).toMatchObject({
      code: 0,
      out: expect.stringContaining(`Kursbevis ${valid.certificateNo}, versjon 1`),
    });
    expect(await verified(list)).toMatchObject({ code: 0, out: expect.stringContaining('Statuslisten er uendret') });
    rmSync(folder, { recursive: true });
  });

  it('is short-lived, large, and the same until something changes', async () => {
    const list = await open('/status/certificates/1');
    expect(list.headers).toMatchObject({
      'content-type': 'application/vc+jwt',
      'cache-control': 'public, max-age=900',
      etag: expect.any(String),
    });
    const payload = (await verified(list.body)) as never as Record<string, never>;
    expect(payload).toMatchObject({
      id: 'https://kull.example.no/status/certificates/1',
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', ttl: 900_000 },
    });
    expect(Date.parse(payload.validUntil!)).toBeGreaterThan(Date.now() + 3_600_000 - 60_000);
    const etag = String(list.headers.etag);
    expect((await open('/status/certificates/1', { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await open('/status/certificates/2')).statusCode).toBe(404);
  });

  it('tells when a certificate is revoked', async () => {
    const { certificateNo } = all.find(({ state, versions }) => state === 'VALID' && versions.length === 1)!;
    const before = await open('/status/certificates/1');
    const { credentialStatus } = (await verified((await badgeOf(certificateNo)).text)) as never as {
      credentialStatus: { statusListIndex: string; statusListCredential: string };
    };
    const isRevoked = async () =>
      (await bitsOf(credentialStatus.statusListCredential))(Number(credentialStatus.statusListIndex));
    expect(await isRevoked()).toBe(false);
    await client.post(`/certificates/${certificateNo}/revocations`, {
      reasonCode: 'SUBJECT_REQUEST',
      approvedBy: 'admin-2',
    });
    expect(await isRevoked()).toBe(true);
    const after = await open('/status/certificates/1', { 'if-none-match': String(before.headers.etag) });
    expect(after.statusCode).toBe(200);
  });
});

describe('the keys', () => {
  it('are published, without their secrets', async () => {
    const { keys: published } = (await open('/.well-known/kull-keys.json')).json();
    expect(published.map(({ use, state }: Key) => `${use} ${state}`)).toEqual([
      'DOCUMENT ACTIVE',
      'MANIFEST ACTIVE',
      'BADGE ACTIVE',
      'CODE ACTIVE',
    ]);
    expect(JSON.stringify(published)).not.toMatch(/"d":|PRIVATE/);
    const [{ fingerprint, x5c }] = published;
    const certificate = new X509Certificate(Buffer.from(x5c[0], 'base64'));
    expect(certificate.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(fingerprint);
  });

  it('of badges change without breaking one; a revoked key signs nothing any more', async () => {
    const valid = all.filter(({ state, versions }) => state === 'VALID' && versions.length === 1)[2]!;
    const before = (await badgeOf(valid.certificateNo)).text;
    const [old] = await keys('BADGE');
    expect((await revoke(old!.kid, { reasonCode: 'LOST', approvedBy: 'admin-2' })).json()).toMatchObject({
      code: 'KEY_ACTIVE',
    });
    const next = await activate('BADGE');
    expect(next).toMatchObject({ use: 'BADGE', state: 'ACTIVE' });
    expect((await badgeOf(valid.certificateNo)).text).toBe(before);
    expect(await verified((await open('/status/certificates/1')).body)).toHaveProperty('id');
    expect((await revoke(old!.kid, { reasonCode: 'LOST', approvedBy: '' })).status).toBe(400);
    const body = { reasonCode: 'LOST', recordedBy: 'admin-1', approvedBy: 'admin-2' };
    expect((await revoke(old!.kid, body)).json()).toMatchObject({ state: 'REVOKED' });
    const after = (await badgeOf(valid.certificateNo)).text;
    expect(after).not.toBe(before);
    expect((await verified(after)).id).toBe((await verified(before)).id);
    expect((await methods()).map(({ revoked }) => revoked !== undefined)).toEqual([true, false]);
  });

  it('of certificates: what a revoked key signed, from when it was lost, is listed', async () => {
    const [first] = await keys('DOCUMENT');
    expect(first).toMatchObject({ signed: 13, state: 'ACTIVE' });
    const listed = async (query = '') =>
      (
        await client.get<{ data: object[]; nextCursor: string | null }>(
          `/signing-keys/${first!.kid}/certificates${query}`,
        )
      ).json();
    expect((await listed()).data).toEqual([]);
    expect((await listed('?scope=all')).data).toHaveLength(13);
    const second = await activate('DOCUMENT');
    expect((await keys('DOCUMENT')).map(({ state }) => state)).toEqual(['RETIRED', 'ACTIVE']);
    expect((await keys('DOCUMENT'))[1]!.fingerprint).toBe(second.fingerprint);
    const body = { reasonCode: 'COMPROMISED', compromisedSince: '2020-01-01T00:00:00Z', approvedBy: 'admin-2' };
    expect((await revoke(first!.kid, body)).status).toBe(201);
    expect((await revoke(first!.kid, body)).json()).toMatchObject({ code: 'KEY_REVOKED' });
    const page = await listed('?limit=10');
    expect(page.data).toHaveLength(10);
    expect((await listed(`?limit=10&cursor=${page.nextCursor}`)).data).toHaveLength(3);
    expect((await revoke('nobody', body)).json()).toMatchObject({ code: 'KEY_UNKNOWN' });
  });

  it('of manifests stay in the key set of the association', async () => {
    await activate('MANIFEST');
    const kids = (await open('/api/v1/signing-keys')).json().keys.map(({ kid }: Key) => kid);
    expect(kids).toEqual((await keys('MANIFEST')).map(({ kid }) => kid));
    expect(kids).toHaveLength(2);
  });
});

it('and all that was issued and published stand before the checker that trusts nobody', async () => {
  await client.post('/exports', { class: run.id });
  const database = await Database.connect({ url: api.databaseUrl });
  const address = await api.fastify.listen({ port: 0, host: '127.0.0.1' });
  const ask = <Row extends object>(sql: string, values?: readonly unknown[]) => database.query<Row>(sql, values);
  const found: Finding[] = [];
  const onFinding = (finding: Finding) => void found.push(finding);
  const token = api.authorization.slice('Bearer '.length);
  try {
    const checked = await checkCertificates(ask, '2999-01-01T00:00:00.000Z', onFinding);
    await checkPublished(ask, { address, token }, onFinding);
    // The first key was given up as lost since 2020: all that it signed is named, and nothing else.
    expect(found.map(({ rule }) => rule)).toEqual(Array.from({ length: 13 }, () => 'SIGNED_AFTER_REVOCATION'));
    expect(checked).toMatchObject({ versions: 13, live: 9 });
    found.length = 0;
    const [planted] = await ask<{ number: string }>('select number from read.issued_version_v1 where ended_at is null');
    await ask('update read.issued_version_v1 set ended_at = now() where number = $1', [planted!.number]);
    await checkPublished(ask, { address, token }, onFinding);
    expect(found.map(({ rule, about }) => `${rule} ${about}`)).toEqual([
      'STATUS_COUNT_DIFFERS status',
      `BADGE_REVOKED ${planted!.number}`,
    ]);
  } finally {
    await database.close();
  }
});
