import { createHash } from 'node:crypto';
import { localDateInOslo, newUuid } from '@kull/kernel';
import { strFromU8, unzipSync } from 'fflate';
import { compactVerify, createLocalJWKSet, importJWK } from 'jose';
import { createTestApi, type TestApi } from '../harness/api';
import { settleCertificates } from '../harness/settled-certificates';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';
import { type CourseRun, runCourseFolder } from './course-run';

interface Certificate {
  readonly certificateNo: string;
  readonly studentNo: string;
  readonly state: string;
  readonly versions: readonly {
    readonly version: number;
    readonly sha256: string;
    readonly file: string;
    readonly issuedAt: string;
  }[];
  readonly revocation?: { readonly revokedAt: string };
}

let api: TestApi;
let client: CourseClient;
let run: CourseRun;

const work = (): Promise<void> => settleCertificates(api, run.id);
const certificates = async () =>
  (await client.get<{ data: Certificate[] }>(`/certificates?class=${run.id}&limit=200`)).json().data;
const bytesAt = async (path: string) => {
  const { rawPayload, headers } = await api.app.inject({
    url: `/api/v1${path}`,
    headers: { authorization: api.authorization },
  });
  return { sha256: createHash('sha256').update(rawPayload).digest('hex'), name: headers['content-disposition'] };
};
const page = (path: string, headers: Record<string, string> = {}) => api.app.inject({ url: path, headers });

beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  run = await runCourseFolder(client, folderNamed('nla-2026-spring'));
});
afterAll(() => api.close());

it('knows what is owed before any worker has looked, and when all is done', async () => {
  const before = (await client.get<{ open: number }>(`/classes/${run.id}/certificate-work`)).json();
  expect(before).toEqual({ due: 10, issued: 0, open: 12, quarantined: 0 });
  await work();
  expect((await client.get(`/classes/${run.id}/certificate-work`)).json()).toEqual({
    due: 10,
    issued: 10,
    open: 0,
    quarantined: 0,
  });
});

it('lists the certificates of the class, and hands out every document as it was issued', async () => {
  const all = await certificates();
  expect(all.map(({ studentNo, state, versions }) => `${studentNo} ${state} ${versions.length}`)).toEqual([
    'S260001 VALID 2',
    'S260002 REVOKED 1',
    'S260003 REVOKED 1',
    'S260004 VALID 1',
    'S260005 VALID 1',
    'S260007 VALID 1',
    'S260011 VALID 1',
    'S260016 VALID 1',
    'S260017 VALID 1',
    'S260018 VALID 1',
    'S260019 VALID 1',
    'S260026 VALID 1',
  ]);
  const first = await client.get<{ data: Certificate[]; nextCursor: string }>(`/certificates?class=${run.id}&limit=5`);
  const { nextCursor } = first.json();
  const rest = await client.get<{ data: Certificate[] }>(
    `/certificates?class=${run.id}&limit=200&cursor=${nextCursor}`,
  );
  expect([...first.json().data, ...rest.json().data]).toEqual(all);
  for (const { certificateNo, versions } of all)
    for (const { version, sha256, file } of versions)
      expect(await bytesAt(`/certificates/${certificateNo}/versions/${version}/document`)).toMatchObject({
        sha256,
        name: expect.stringContaining(file),
      });
  expect((await client.get(`/certificates/${all[1]!.certificateNo}/versions/2/document`)).status).toBe(404);
});

it('lists them as they were on any day (W31)', async () => {
  const all = await certificates();
  const dayOf = (at: string): string => localDateInOslo(at);
  const days = all.flatMap(({ versions, revocation }) => [
    ...versions.map(({ issuedAt }) => dayOf(issuedAt)),
    ...(revocation ? [dayOf(revocation.revokedAt)] : []),
  ]);
  const then = async (day: string) =>
    (await client.get<{ data: Certificate[] }>(`/certificates?class=${run.id}&limit=200&validOn=${day}`))
      .json()
      .data.map(({ certificateNo, state, versions }) => [certificateNo, state, versions.length]);
  for (const day of new Set([...days, '2026-01-01', '2099-12-31'])) {
    const expected = all.flatMap(({ certificateNo, versions, revocation }) => {
      const issued = versions.filter(({ issuedAt }) => dayOf(issuedAt) <= day);
      if (issued.length === 0) return [];
      const isRevoked = revocation !== undefined && dayOf(revocation.revokedAt) <= day;
      return [[certificateNo, isRevoked ? 'REVOKED' : 'VALID', issued.length]];
    });
    expect([day, await then(day)]).toEqual([day, expected]);
  }
});

it('hands out the live certificates of the class in one archive, with a signed list, the same each time', async () => {
  const path = `/api/v1/classes/${run.id}/files/certificates.zip`;
  const ask = () => api.app.inject({ url: path, headers: { authorization: api.authorization } });
  const { rawPayload, headers } = await ask();
  expect(headers['content-disposition']).toContain('certificates.zip');
  expect(Buffer.compare((await ask()).rawPayload, rawPayload)).toBe(0);
  const files = unzipSync(rawPayload);
  const { signature, ...manifest } = JSON.parse(strFromU8(files['manifest.json']!));
  const live = (await certificates()).filter(({ state }) => state === 'VALID');
  expect(manifest.certificates).toEqual(
    live.map(({ certificateNo, studentNo, versions }) => {
      const { version, sha256, file } = versions.at(-1)!;
      return { certificateNo, version, studentNo, sha256, file: `certificates/${file}` };
    }),
  );
  expect(Object.keys(files)).toEqual([
    'manifest.json',
    ...manifest.certificates.map(({ file }: { file: string }) => file),
  ]);
  for (const { file, sha256 } of manifest.certificates)
    expect(createHash('sha256').update(files[file]!).digest('hex')).toBe(sha256);
  const { keys } = (await page('/.well-known/kull-keys.json')).json();
  const code = keys.find(({ use }: { use: string }) => use === 'CODE');
  const { payload, protectedHeader } = await compactVerify(signature, await importJWK(code.jwk, 'EdDSA'));
  expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: code.kid, typ: 'kull-certificates+jws' });
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(manifest);
  const empty = await api.app.inject({
    url: '/api/v1/classes/cls_none/files/certificates.zip',
    headers: { authorization: api.authorization },
  });
  expect(Object.keys(unzipSync(empty.rawPayload))).toEqual(['manifest.json']);
});

it('delivers once what has not left: live ones with their current version, revoked ones not at all', async () => {
  const key = newUuid();
  const delivered = await client.post<{ id: string; addCount: number }>('/exports', { class: run.id }, key);
  expect([delivered.status, delivered.json()]).toMatchObject([201, { seq: 1, recordCount: 10, addCount: 10 }]);
  expect((await client.post('/exports', { class: run.id }, key)).text).toBe(delivered.text);
  expect((await client.post('/exports', { class: run.id })).json()).toEqual({ nothingNew: true, rejected: [] });
  const { id } = delivered.json();
  const events = await client.events();
  for (const part of ['file', 'manifest'])
    expect(await bytesAt(`/exports/${id}/${part}`)).toEqual(await bytesAt(`/exports/${id}/${part}`));
  expect(await client.events()).toBe(events);
  const { lines } = (await client.get<{ lines: { version: number }[] }>(`/exports/${id}`)).json();
  expect(lines).toHaveLength(10);
  expect(lines[0]).toMatchObject({ version: 2, action: 'ADD' });
  expect((await client.get<{ data: object[] }>(`/exports?class=${run.id}`)).json().data).toHaveLength(1);
  expect((await client.get<{ data: object[] }>('/exports?class=cls_other')).json().data).toEqual([]);
  expect((await client.post('/exports', { class: 'cls_other' })).status).toBe(404);
});

it('publishes the key that a manifest is checked with, to anybody', async () => {
  const [{ id }] = (await client.get<{ data: [{ id: string }] }>(`/exports?class=${run.id}`)).json().data;
  const { signature, ...rest } = (await client.get<{ signature: string }>(`/exports/${id}/manifest`)).json();
  const keySet = (await page('/api/v1/signing-keys')).json();
  const { payload } = await compactVerify(signature, createLocalJWKSet(keySet));
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(rest);
  expect(keySet.keys[0]).not.toHaveProperty('d');
});

it('answers anybody on /v, as a page or as JSON', async () => {
  const [changed, revoked] = (await certificates()) as [Certificate, Certificate];
  const json = { accept: 'application/json' };
  const asked = await page(`/v/${changed.certificateNo}`, json);
  expect([asked.statusCode, asked.json()]).toMatchObject([200, { verification: { answer: 'VALID', version: 2 } }]);
  expect((await page(`/v/${changed.certificateNo}?sha256=${changed.versions[0]!.sha256}`, json)).json()).toMatchObject({
    verification: { answer: 'REPLACED', version: 1, by: 2 },
  });
  expect((await page(`/v/${changed.certificateNo}?sha256=${'0'.repeat(64)}`, json)).json()).toMatchObject({
    verification: { answer: 'ALTERED' },
  });
  expect((await page(`/v/${revoked.certificateNo}`, json)).json()).toMatchObject({
    verification: { answer: 'REVOKED' },
  });
  const html = await page(`/v/check?no=${changed.certificateNo.toLowerCase()}&sha256=`, { 'accept-language': 'nn' });
  expect(html.headers['content-type']).toContain('text/html');
  expect(html.body).toContain('<html lang="nn">');
  const never = await page('/v/0000-0000-X', { accept: 'text/html' });
  expect([never.statusCode, never.body]).toEqual([404, expect.stringContaining('Aldri utstedt')]);
  expect((await page('/v/style.css')).headers['content-type']).toContain('text/css');
});

it('revokes only by two, and the next delivery says so', async () => {
  const { certificateNo } = (await certificates())[3]!;
  const revoke = (approvedBy: string) =>
    client.post(`/certificates/${certificateNo}/revocations`, { reasonCode: 'SUBJECT_REQUEST', approvedBy });
  const alone = await revoke('');
  expect([alone.status, alone.json()]).toMatchObject([422, { code: 'SECOND_APPROVER_REQUIRED' }]);
  expect((await revoke('admin-2')).status).toBe(201);
  expect((await revoke('admin-2')).json()).toMatchObject({ code: 'CERTIFICATE_NOT_LIVE' });
  const delivered = await client.post('/exports', { class: run.id });
  expect(delivered.json()).toMatchObject({ seq: 2, recordCount: 1, revokeCount: 1, pointsTotalAdd: 0 });
  expect((await client.get<{ certificates: object }>('/overview')).json()).toMatchObject({
    certificates: { issued: 13, replaced: 1, revoked: 3 },
    deliveries: [{ sequence: 2 }, { sequence: 1, lines: 10, points: 600 }],
  });
});
