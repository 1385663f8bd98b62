import { verifyPdf } from '@kull/documents';
import { compareWithRebuild } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { CoursePoints, classId, type Student } from '../../../test/harness/course-points';
import { RevokeCertificateHandler } from './commands/revoke-certificate';
import { certificateStreamId } from './contracts';
import { certificatesParts } from './index';
import { CertificateQueries, type CertificateRecord } from './read-models/certificate.query';
import { CertificateWorkQueries } from './read-models/certificate-work.query';
import { certificatesFile } from './read-models/certificates-file';
import { VerificationQueries } from './read-models/verification.query';

let course: CoursePoints;
let certificates: CertificateQueries;
let work: CertificateWorkQueries;
beforeAll(async () => {
  course = await CoursePoints.start();
  certificates = new CertificateQueries(course.store.events);
  work = new CertificateWorkQueries(course.store.events);
});
afterAll(() => course.close());

const of = async ({ studentNo }: Student): Promise<CertificateRecord[]> =>
  (await certificates.ofClass(classId)).filter(({ statement }) => statement.studentNo === studentNo);
const streamOf = ({ id }: Student) => `certificate-${certificateStreamId(id, 'LF-TEST-0001')}`;
const typesOf = async (student: Student) =>
  (await course.store.events.readStream(streamOf(student))).map(({ type }) => type);
const issuedOnce = ['CertificatePrepared', 'CertificateIssued'];

it('issues one certificate for an award, whoever works and however often', async () => {
  const student = await course.student(1);
  await course.award(student);
  expect(await work.ofClass(classId)).toEqual({ due: 1, issued: 0, open: [student.id] });
  await Promise.allSettled([course.work(student), course.work(student), course.work(student)]);
  await course.work(student);
  expect(await typesOf(student)).toEqual(issuedOnce);
  expect(await work.ofClass(classId)).toEqual({ due: 1, issued: 1, open: [] });

  const [one] = await of(student);
  expect(one).toMatchObject({ state: 'VALID', versions: [{ version: 1, at: '2026-06-19T10:00:00.000Z' }] });
  const { bytes, contentType } = await course.documents.read(one!.versions[0]!.sha256!);
  expect(contentType).toBe('application/pdf');
  expect(verifyPdf(bytes)).toMatchObject({ signed: true, intact: true, unaltered: true, coversWholeDocument: true });
});

it('goes on where it was stopped: after the intent, the document is the one that was announced', async () => {
  const student = await course.student(2);
  await course.award(student);
  const keep = jest.spyOn(course.documents, 'keep').mockRejectedValueOnce(new Error('killed'));
  await expect(course.work(student)).rejects.toThrow('killed');
  keep.mockRestore();
  expect(await typesOf(student)).toEqual(['CertificatePrepared']);
  await course.work(student);
  expect(await typesOf(student)).toEqual(issuedOnce);
});

it('follows every correction, in order, also when all of them are worked on late', async () => {
  const student = await course.student(3);
  await course.award(student);
  await course.correct(student, '2026-07-01T07:00:00.000Z', {
    changed: 'NAME',
    reasonCode: 'NAME_CHANGE',
    holder: { familyName: 'Testesen Prøve' },
  });
  await course.correct(student, '2026-07-02T07:00:00.000Z', {
    changed: 'HPR_NUMBER',
    reasonCode: 'DATA_ERROR',
    holder: { hprNumber: '9199999' },
  });
  await course.takeBack(student, '2026-07-03T07:00:00.000Z');
  await course.work(student);
  const [first, second] = await of(student);
  expect(first).toMatchObject({
    state: 'REVOKED',
    ordinal: 1,
    versions: [
      { version: 1, at: '2026-06-19T10:00:00.000Z' },
      { version: 2, at: '2026-07-01T07:00:00.000Z', reasonCode: 'NAME_CHANGE' },
      { version: 3, at: '2026-07-02T07:00:00.000Z', reasonCode: 'DATA_ERROR' },
    ],
  });
  expect(second).toMatchObject({
    state: 'REVOKED',
    ordinal: 2,
    versions: [
      { version: 1, at: '2026-07-02T07:00:00.000Z' },
      { version: 2, at: '2026-07-03T07:00:00.000Z', reasonCode: 'RESULT_CHANGED' },
    ],
  });
  expect(second!.number).not.toBe(first!.number);
  expect((await work.ofClass(classId)).open).toEqual([]);
});

it('is revoked by two administrators, and then not brought back by a correction', async () => {
  const student = await course.student(4);
  await course.award(student);
  await course.work(student);
  const [{ number }] = (await of(student)) as [CertificateRecord];
  const revoke = (approvedBy: string) =>
    new RevokeCertificateHandler(course.store.events).execute({
      streamId: certificateStreamId(student.id, 'LF-TEST-0001'),
      data: { number, reasonCode: 'SUBJECT_REQUEST', recordedBy: 'admin-1', approvedBy },
      context: { commandId: newUuid(), actor: 'admin-1', occurredAt: '2026-07-04T07:00:00.000Z' },
    } as Parameters<RevokeCertificateHandler['execute']>[0]);
  expect(await revoke('admin-1')).toEqual({ rejected: { code: 'SECOND_APPROVER_REQUIRED' } });
  expect(await revoke('admin-2')).toHaveProperty('accepted');
  await course.correct(student, '2026-07-05T07:00:00.000Z', { changed: 'NAME', reasonCode: 'NAME_CHANGE' });
  await course.work(student);
  expect(await of(student)).toMatchObject([{ state: 'REVOKED', versions: [{}, { reasonCode: 'SUBJECT_REQUEST' }] }]);
  expect((await work.ofClass(classId)).open).toEqual([]);
});

it('verifies for anybody, with the name masked', async () => {
  const register = new VerificationQueries(certificates, course.people, course.holderKeys);
  const [one] = await of(await course.student(1));
  const report = await register.verify(one!.number.toLowerCase().replaceAll('-', ''), {});
  expect(report).toMatchObject({
    number: one!.number,
    verification: { answer: 'VALID', version: 1 },
    facts: { maskedName: 'K*** T***', coursePoints: 60 },
  });
  expect(JSON.stringify(report)).not.toMatch(/Testesen|1980|9100001/);
  expect((await register.verify(one!.number, { sha256: 'f'.repeat(64) })).verification).toEqual({ answer: 'ALTERED' });
  expect((await register.verify('0000-0000-0', {})).verification).toEqual({ answer: 'NEVER_ISSUED' });
});

it('lists one row per certificate in certificates.csv', async () => {
  const file = certificatesFile(await certificates.ofClass(classId));
  const [header, ...rows] = file.trimEnd().split('\r\n');
  expect(header).toBe('\ufeffstudent_no;certificate_no;version;state;sha256;file');
  expect(
    rows.map((row) =>
      row
        .split(';')
        .filter((_, i) => i === 0 || i === 2 || i === 3)
        .join(' '),
    ),
  ).toEqual(['S260001 1 VALID', 'S260002 1 VALID', 'S260003 3 REVOKED', 'S260003 2 REVOKED', 'S260004 2 REVOKED']);
});

it('pages through a class', async () => {
  const all = await certificates.ofClass(classId);
  const first = await certificates.page({ classId, limit: 3 });
  const rest = await certificates.page({ classId, after: first[2]!.number, limit: 10 });
  expect([...first, ...rest]).toEqual(all);
});

it('never changes a document that was kept', async () => {
  const [one] = await of(await course.student(1));
  const { sha256 } = one!.versions[0]!;
  await expect(
    course.store.owner.query("update documents.document set bytes = '' where sha256 = $1", [sha256]),
  ).rejects.toThrow('insert-only');
  await expect(course.documents.read('0'.repeat(64))).rejects.toThrow('missing');
});

it('has read models that equal their rebuild', async () => {
  for (const model of certificatesParts.readModels) {
    const { live, rebuilt } = await compareWithRebuild(model, course.store.codecs, course.store.owner);
    expect(rebuilt).toEqual(live);
  }
});
