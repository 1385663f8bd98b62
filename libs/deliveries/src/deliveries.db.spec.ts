import { verifyManifest } from '@kull/documents';
import { compareWithRebuild } from '@kull/event-store';
import { CoursePoints, classId, type Student } from '../../../test/harness/course-points';
import { sha256Of } from './domain/batch-file';
import { deliveriesParts } from './index';
import { type ExportBatch, ExportBatchQueries } from './read-models/export-batch.query';

let course: CoursePoints;
let batches: ExportBatchQueries;
let students: Student[];
beforeAll(async () => {
  course = await CoursePoints.start();
  batches = new ExportBatchQueries(course.store.events);
  students = await Promise.all([1, 2, 3, 4].map((n) => course.student(n)));
  await course.loadRegister(students, '9199999');
});
afterAll(() => course.close());

const released = async (): Promise<ExportBatch> => {
  const outcome = await course.deliver();
  if (!('released' in outcome)) throw new Error(JSON.stringify(outcome));
  return (await batches.find(outcome.released))!;
};
const textOf = async (sha256: string) => Buffer.from((await course.documents.read(sha256)).bytes).toString('utf8');
const rowsOf = async ({ fileSha256 }: ExportBatch) =>
  (await textOf(fileSha256))
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(';'));

it('has nothing to deliver before there are certificates', async () => {
  expect(await course.deliver()).toEqual({ nothingNew: true, rejected: [] });
});

it('delivers new certificates once, in a signed batch', async () => {
  for (const student of students) await course.award(student);
  await Promise.all(students.map((student) => course.work(student)));
  const batch = await released();
  expect(batch).toMatchObject({
    seq: 1,
    createdAt: '2026-06-19T10:00:00.000Z',
    fileName: 'LF_971228865_000001_20260619T100000Z.csv',
    recordCount: 4,
    addCount: 4,
    pointsTotalAdd: 240,
  });
  const rows = await rowsOf(batch);
  expect(rows.map(([action, , lineNo, version, hpr]) => [action, lineNo, version, hpr])).toEqual(
    students.map(({ holder }) => ['ADD', '1', '1', holder.hprNumber]),
  );
  const { signature, ...rest } = JSON.parse(await textOf(batch.manifestSha256));
  expect(rest).toMatchObject({ batchSeq: 1, previousBatchId: null, recordCount: 4, sha256: batch.fileSha256 });
  expect(sha256Of((await course.documents.read(batch.fileSha256)).bytes)).toBe(rest.sha256);
  expect(await verifyManifest(signature, course.manifestKey.publicJwk)).toEqual({ valid: true, payload: rest });
  expect(await course.deliver()).toEqual({ nothingNew: true, rejected: [] });
});

it('delivers the last state of what was corrected, and what follows a corrected HPR number', async () => {
  const [renamed, renumbered, revoked] = students as [Student, Student, Student];
  await course.correct(renamed, '2026-07-01T07:00:00.000Z', {
    changed: 'NAME',
    reasonCode: 'NAME_CHANGE',
    holder: { familyName: 'Prøve' },
  });
  await course.correct(renamed, '2026-07-01T08:00:00.000Z', {
    changed: 'ATTENDED_HOURS',
    reasonCode: 'ATTENDANCE_RECOUNT',
    holder: { familyName: 'Prøve' },
    halfHours: 100,
  });
  await course.correct(renumbered, '2026-07-02T07:00:00.000Z', {
    changed: 'HPR_NUMBER',
    reasonCode: 'DATA_ERROR',
    holder: { hprNumber: '9199999' },
  });
  await course.takeBack(revoked, '2026-07-03T07:00:00.000Z');
  for (const student of students) await course.work(student);
  const batch = await released();
  const shown = (await rowsOf(batch)).map((row) => [0, 3, 4, 6, 22, 23, 24, 30].map((i) => row[i]).join(' '));
  expect(shown).toEqual([
    'CORRECT 3 9100001 Prøve 50.0 60 Y ATTENDANCE_RECOUNT',
    'ADD 1 9199999 Testesen 2 58.5 60 Y ',
    'REVOKE 2 9100002 Testesen 2 58.5 0 Y DATA_ERROR',
    'REVOKE 2 9100003 Testesen 3 58.5 0 N RESULT_CHANGED',
  ]);
  expect(batch).toMatchObject({ seq: 2, createdAt: '2026-07-03T07:00:00.000Z', pointsTotalAdd: 60 });
  expect(JSON.parse(await textOf(batch.manifestSha256))).toMatchObject({
    previousBatchId: (await batches.page(classId, undefined, 1))[0]!.id,
  });
});

it('keeps out what is wrong, says so once, and lets the others leave', async () => {
  const [formula, fine] = [await course.student(5), await course.student(6)];
  await course.loadRegister([...students, formula, fine], '9199999');
  await course.award({ ...formula, holder: { ...formula.holder, familyName: '=Testesen' } });
  await course.award(fine);
  await Promise.all([course.work(formula), course.work(fine)]);
  const outcome = await course.deliver();
  expect(outcome).toMatchObject({ rejected: [{ lineNo: 1, version: 1, codes: ['E403'] }] });
  const before = await course.store.events.reader.head();
  expect(await course.deliver()).toMatchObject({ nothingNew: true, rejected: [{ codes: ['E403'] }] });
  expect(await course.store.events.reader.head()).toBe(before);

  await course.correct(formula, '2026-07-06T07:00:00.000Z', { changed: 'NAME', reasonCode: 'NAME_CHANGE' });
  await course.work(formula);
  expect((await rowsOf(await released())).map((row) => row.slice(0, 4).join(' '))).toEqual([
    expect.stringMatching(/^ADD \S+ 1 2$/),
  ]);
});

it('gives no number twice and leaves no gap when many deliver at once', async () => {
  const more = await Promise.all([7, 8, 9].map((n) => course.student(n)));
  await course.loadRegister([...students, ...more], '9199999');
  for (const student of more) await course.award(student);
  await Promise.all(more.map((student) => course.work(student)));
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => course.deliver()));
  expect(outcomes.filter((outcome) => 'released' in outcome)).toHaveLength(1);
  const all = await batches.page(classId, undefined, 50);
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, i) => i + 1));
});

it('has read models that equal their rebuild', async () => {
  for (const model of deliveriesParts.readModels) {
    const { live, rebuilt } = await compareWithRebuild(model, course.store.codecs, course.store.owner);
    expect(rebuilt).toEqual(live);
  }
});
