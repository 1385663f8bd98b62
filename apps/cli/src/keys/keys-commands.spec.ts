import { StubService } from '../testing/stub-service';

const service = new StubService();
beforeAll(() => service.start());
afterAll(() => service.stop());
beforeEach(() => {
  service.asked.length = 0;
});

const kid = 'c3'.repeat(32);
const key = {
  use: 'DOCUMENT',
  kid,
  fingerprint: kid,
  state: 'ACTIVE',
  activatedAt: '2026-08-02T08:00:00.000Z',
  signed: 216,
};

it('lists keys with what they are for, and since when', async () => {
  service.answers = {
    'GET /key-rings': {
      data: [
        { ...key, state: 'RETIRED', activatedAt: undefined },
        { ...key, kid: 'ny', signed: 1 },
      ],
    },
  };
  const { code, out } = await service.run('keys', 'list');
  expect(code).toBe(0);
  expect(out).toContain(`document  avløst    ${kid}  fra begynnelsen`);
  expect(out).toMatch(/document {2}i bruk {4}ny +02\.08\.2026 kl\. 10:00 +1 dokument\n/);
});

it('activates a new key of the use that is named, anew each time', async () => {
  service.answers = { 'POST /signing-keys': key };
  for (let time = 0; time < 2; time++) {
    const { code, out } = await service.run('keys', 'activate', '--use', 'document');
    expect([code, out]).toEqual([0, expect.stringContaining(`Ny nøkkel for kursbevis er i bruk: ${kid}`)]);
  }
  expect(service.asked.map(({ body }) => body)).toEqual(['{"use":"DOCUMENT"}', '{"use":"DOCUMENT"}']);
  expect(service.asked[0]!.key).not.toBe(service.asked[1]!.key);
  expect(await service.run('keys', 'activate', '--use', 'pdf')).toMatchObject({
    code: 2,
    err: expect.stringContaining('manifest leveranser'),
  });
});

it('revokes with two names, or not at all', async () => {
  service.answers = { [`POST /signing-keys/${kid}/revocations`]: { ...key, state: 'REVOKED' } };
  const words = ['keys', 'revoke', kid, '--reason', 'COMPROMISED', '--by', 'admin-1'];
  expect(await service.run(...words)).toMatchObject({ code: 2, err: expect.stringContaining('av to') });
  const since = '2026-08-01T00:00:00Z';
  const { code, out } = await service.run(...words, '--approved-by', 'admin-2', '--compromised-since', since);
  expect([code, out]).toEqual([0, expect.stringContaining(`kull keys affected ${kid}`)]);
  expect(service.asked.map(({ body }) => JSON.parse(body))).toEqual([
    { reasonCode: 'COMPROMISED', recordedBy: 'admin-1', approvedBy: 'admin-2', compromisedSince: since },
  ]);
});

it('lists what is affected, and says so in its exit code', async () => {
  const one = {
    certificateNo: '7Q4K-9M2X-T',
    version: 2,
    studentNo: 'S260001',
    recordedAt: '2026-08-03T09:12:00.000Z',
  };
  service.answers = {
    [`GET /signing-keys/${kid}/certificates?scope=affected&limit=200`]: { data: [one], nextCursor: null },
    [`GET /signing-keys/${kid}/certificates?scope=all&limit=200`]: {
      data: [one, { ...one, version: 1 }],
      nextCursor: null,
    },
    'GET /signing-keys/other/certificates?scope=affected&limit=200': { data: [], nextCursor: null },
  };
  expect(await service.run('keys', 'affected', kid)).toMatchObject({
    code: 1,
    out: '1 kursbevis:\n7Q4K-9M2X-T v2  S260001  03.08.2026 kl. 11:12\n',
  });
  expect(await service.run('keys', 'affected', kid, '--all')).toMatchObject({ code: 0 });
  expect(await service.run('keys', 'affected', 'other')).toMatchObject({ code: 0, out: 'Ingen kursbevis.\n' });
});
