import { compareWithRebuild } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { CoursePoints, classId, type Student } from '../../../test/harness/course-points';
import { ChangeFeed } from './commands/change-feed';
import { PrepareDraft, type PrepareOutcome } from './commands/prepare-draft';
import { ReceiveAcknowledgements } from './commands/receive-acknowledgements';
import { ReleaseDraft } from './commands/release-draft';
import { SettleDraft } from './commands/settle-draft';
import { feed } from './domain/feed';
import { reconcile } from './domain/reconciliation';
import { deliveriesParts } from './index';
import { BatchReceipts } from './read-models/batch-receipts';
import { EntitlementQueries } from './read-models/entitlement.query';
import { ExportBatchQueries } from './read-models/export-batch.query';
import { ExportDraftQueries } from './read-models/export-draft.query';

const feedOfClass = '971228865-960474341';
let course: CoursePoints;
let batches: ExportBatchQueries;
let students: Student[];
beforeAll(async () => {
  course = await CoursePoints.start();
  batches = new ExportBatchQueries(course.store.events);
  students = await Promise.all([1, 2, 3].map((n) => course.student(n)));
  await course.loadRegister(students);
  for (const student of students) await course.award(student);
  await Promise.all(students.map((student) => course.work(student)));
});
afterAll(() => course.close());

const by = (actor: string, occurredAt = '2026-07-08T06:00:00.000Z') => ({ commandId: newUuid(), actor, occurredAt });
const prepare = (at?: string) => course.deliveries.prepare.execute(new PrepareDraft({}, by('admin-1', at)));
const draftOf = (outcome: PrepareOutcome): string => {
  if (!('prepared' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.prepared;
};
const approve = (draftId: string, approvedBy: string) =>
  course.deliveries.settle.execute(
    new SettleDraft(draftId, { type: 'ApproveDraft', data: { approvedBy } }, by(approvedBy)),
  );
const release = (draftId: string, at?: string) =>
  course.deliveries.release.execute(new ReleaseDraft(draftId, by('admin-3', at)));
const rowFor = (
  line: { readonly certificateNo: string; readonly version: number },
  result: string,
  code = '',
  message = '',
) => ({
  row: 1,
  certificateNo: line.certificateNo,
  lineNo: '1',
  version: String(line.version),
  result,
  code,
  message,
  receivedAt: '2026-07-09T09:12:00+02:00',
});
const receive = (batchId: string, ...rows: ReturnType<typeof rowFor>[]) =>
  course.deliveries.receive.execute(
    new ReceiveAcknowledgements(feedOfClass, batchId, { rows }, by('lf', '2026-07-09T08:00:00.000Z')),
  );
const reconciled = async () => {
  const entitlements = await new EntitlementQueries(course.store.events).ofClasses([classId]);
  const certificates = await course.deliveries.certificates.ofClasses([classId]);
  const { state } = await course.store.events.load(feed, feedOfClass);
  return reconcile(entitlements, certificates, state, '2026-07-10T08:00:00.000Z');
};

it('shows what would leave, and stores nothing', async () => {
  const before = await course.store.events.reader.head();
  const [only] = await course.deliveries.certificates.feeds();
  const plan = await course.deliveries.planner.plan(only!, '2026-07-08T06:00:00.000Z');
  const { counts, lines } = await course.deliveries.previews.of(plan);
  expect(counts).toMatchObject({ addCount: 3, pointsTotalAdd: 180 });
  expect(lines.map(({ record }) => record.holder.familyName)).toEqual(['Testesen 1', 'Testesen 2', 'Testesen 3']);
  expect(await course.store.events.reader.head()).toBe(before);
});

it('leaves no gap when a draft is given up', async () => {
  const first = draftOf(await prepare());
  await course.deliveries.settle.execute(new SettleDraft(first, { type: 'AbandonDraft', data: {} }, by('admin-1')));
  const second = draftOf(await prepare());
  expect(await release(second)).toEqual({ rejected: { code: 'DRAFT_NOT_APPROVED' } });
  await approve(second, 'admin-1');
  const released = await release(second);
  expect(await release(second)).toEqual(released);
  const [batch, another] = await batches.page(undefined, undefined, 10);
  expect(another).toBeUndefined();
  expect(batch).toMatchObject({
    seq: 1,
    createdAt: '2026-07-08T06:00:00.000Z',
    recordCount: 3,
    recipientOrgNumber: '960474341',
  });
  const drafts = await new ExportDraftQueries(course.store.events).page(undefined, undefined, 10);
  expect(drafts.map(({ status, exportId }) => [status, exportId])).toEqual(
    expect.arrayContaining([
      ['ABANDONED', null],
      ['RELEASED', batch!.id],
    ]),
  );
});

it('takes receipts, keeps the words sealed, and sends a rejected line again once it is mended', async () => {
  const [batch] = await batches.page(undefined, undefined, 10);
  const lines = await batches.linesOf(batch!.id);
  const rows = [
    rowFor(lines[0]!, 'ACCEPTED'),
    rowFor(lines[1]!, 'REJECTED', 'E301', 'Dr. Testesen 2 finnes fra før'),
    rowFor(lines[2]!, 'REJECTED'),
  ];
  expect(await receive(batch!.id, ...rows)).toEqual({
    acknowledged: {
      rows: 3,
      taken: 2,
      unchanged: 0,
      rejected: [{ row: 1, certificateNo: lines[2]!.certificateNo, code: 'INVALID_CODE' }],
    },
  });
  expect(await receive(batch!.id, rows[1]!, rows[0]!)).toMatchObject({ acknowledged: { taken: 0, unchanged: 2 } });
  const log = await course.store.events.reader.page(0, 1000);
  expect(JSON.stringify(log)).not.toContain('finnes fra før');
  const shown = await new BatchReceipts(course.store.events, course.people).of(batch!);
  expect(shown.counts).toEqual({ sent: 1, received: 1, rejected: 1, posted: 0 });
  expect(shown.lines[1]).toMatchObject({
    code: 'E301',
    awaitsRepair: true,
    receipts: [{ result: 'REJECTED', message: 'Dr. Testesen 2 finnes fra før' }],
  });
  expect((await reconciled()).sums).toMatchObject({ RECEIVED: 60, REJECTED: 60, SENT: 60 });
  expect(await prepare()).toEqual({ nothingNew: true, rejected: [] });

  const mended = { number: lines[1]!.certificateNo, lineNo: 1 };
  await course.deliveries.change.execute(
    new ChangeFeed(
      feedOfClass,
      { type: 'RequeueRecords', data: { batchId: batch!.id, lines: [mended] } },
      by('admin-1'),
    ),
  );
  expect((await reconciled()).sums).toMatchObject({ RECEIVED: 60, DUE: 60, SENT: 60 });
  const again = draftOf(await prepare('2026-07-10T06:00:00.000Z'));
  await approve(again, 'admin-1');
  const released = await release(again, '2026-07-10T06:30:00.000Z');
  const [, second] = await batches.page(undefined, undefined, 10);
  expect(released).toEqual({ released: second!.id });
  expect(await batches.linesOf(second!.id)).toMatchObject([
    { certificateNo: mended.number, version: 1, action: 'ADD' },
  ]);
});

it('shows a correction old beside new, lets a revocation wait for the student, and asks for a second person', async () => {
  const [renamed, revoked] = students as [Student, Student, Student];
  await course.correct(renamed, '2026-07-11T07:00:00.000Z', {
    changed: 'NAME',
    reasonCode: 'NAME_CHANGE',
    holder: { familyName: 'Prøve' },
  });
  await course.takeBack(revoked, '2026-07-11T08:00:00.000Z');
  for (const student of students) await course.work(student);
  const [only] = await course.deliveries.certificates.feeds();
  const plan = await course.deliveries.planner.plan(only!, '2026-07-12T06:00:00.000Z');
  const preview = await course.deliveries.previews.of(plan);
  expect(preview.lines.map(({ changes }) => changes)).toEqual([
    [{ column: 'family_name', before: 'Testesen 1', after: 'Prøve' }],
  ]);
  expect(preview.awaitComment).toMatchObject([{ until: '2026-07-25T22:00:00.000Z' }]);

  const draftId = draftOf(await prepare('2026-07-26T06:00:00.000Z'));
  expect(await approve(draftId, 'admin-1')).toEqual({ rejected: { code: 'SECOND_APPROVER_REQUIRED' } });
  await approve(draftId, 'admin-2');
  await course.correct(renamed, '2026-07-26T07:00:00.000Z', {
    changed: 'NAME',
    reasonCode: 'NAME_CHANGE',
    holder: { familyName: 'Prøve Prøvesen' },
  });
  await course.work(renamed);
  expect(await release(draftId, '2026-07-26T08:00:00.000Z')).toMatchObject({
    overtaken: [{ version: 2, action: 'CORRECT' }],
  });
  const fresh = draftOf(await prepare('2026-07-26T08:00:00.000Z'));
  await approve(fresh, 'admin-2');
  await release(fresh, '2026-07-26T08:00:00.000Z');
  const [, , third] = await batches.page(undefined, undefined, 10);
  expect(third).toMatchObject({ seq: 3, correctCount: 1, revokeCount: 1 });
  const { sums, entitlement } = await reconciled();
  expect(entitlement).toBe(120);
  expect(sums).toMatchObject({ CORRECTED: 60, SENT: 60, DUE: 0, REJECTED: 0 });
});

it('has read models that equal their rebuild', async () => {
  for (const model of deliveriesParts.readModels) {
    const { live, rebuilt } = await compareWithRebuild(model, course.store.codecs, course.store.owner);
    expect(rebuilt).toEqual(live);
  }
});
