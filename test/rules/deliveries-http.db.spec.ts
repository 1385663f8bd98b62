import { SettleCertificate } from '@kull/certificates/reactions/settle-certificate';
import { CertificateWorkQueries } from '@kull/certificates/read-models/certificate-work.query';
import { AcknowledgementsController } from '@kull/deliveries/http/acknowledgements.controller';
import { CoursePointsController } from '@kull/deliveries/http/course-points.controller';
import type { CoursePointsView } from '@kull/deliveries/http/course-points.dto';
import { NoteOverdueExports } from '@kull/deliveries/reactions/note-overdue-exports';
import { EventStore } from '@kull/event-store';
import type { Caller } from '@kull/http';
import { newUuid, systemClock } from '@kull/kernel';
import { createTestApi, type TestApi } from '../harness/api';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';
import { type CourseRun, runCourseFolder } from './course-run';

interface Line {
  readonly certificateNo: string;
  readonly lineNo: number;
  readonly version: number;
}
interface Points {
  readonly studentNo: string;
  readonly outcome: string;
  readonly blocking: { readonly code: string; readonly text: { readonly nb: string } } | null;
}

let api: TestApi;
let client: CourseClient;
let run: CourseRun;

const certify = async (): Promise<void> => {
  const { open } = await api.app.get(CertificateWorkQueries, { strict: false }).ofClass(run.id);
  const job = { outboxId: newUuid(), key: 'test', fence: { hold: async () => undefined } };
  for (const studentCourseId of open)
    await api.app.get(SettleCertificate, { strict: false }).handle({ studentCourseId }, job);
};
const coursePoints = async (): Promise<Points[]> => {
  const awards = (await client.get<{ data: { id: string }[] }>(`/classes/${run.id}/awards?limit=200`)).json().data;
  const all: Points[] = [];
  for (const { id } of awards) all.push((await client.get<Points>(`/student-courses/${id}/course-points`)).json());
  return all;
};
const reconciled = async () =>
  (
    await client.get<{ sums: Record<string, number>; entitlement: number; addsUp: boolean; lines: Line[] }>(
      `/reconciliation?classId=${run.id}`,
    )
  ).json();
const overdueEvents = async () => {
  const events = await api.app.get(EventStore).readStream('feed-971228865-960474341');
  return events.filter(({ type }) => type === 'ExportOverdue');
};

beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  run = await runCourseFolder(client, folderNamed('nla-2026-spring'));
});
afterAll(() => api.close());

it('says of everybody the one thing that their points wait for, before anything is delivered', async () => {
  const before = await coursePoints();
  expect(before.filter(({ blocking }) => blocking === null)).toEqual([]);
  expect(new Set(before.map(({ blocking }) => blocking!.code))).toContain('CERTIFICATE_NOT_ISSUED');
  expect((await reconciled()).sums).toMatchObject({ NOT_DUE: 600, DUE: 0 });
  await certify();
  expect(await reconciled()).toMatchObject({ sums: { NOT_DUE: 0, DUE: 600 }, entitlement: 600, addsUp: true });
});

it('notes once what was not delivered within 30 days, by the clock of the database', async () => {
  const overdue = api.app.get(NoteOverdueExports, { strict: false });
  expect(await overdue.run()).toBe(10);
  expect(await overdue.run()).toBe(0);
  const events = await overdueEvents();
  expect(new Set(events.map(({ data }) => (data as { number: string }).number)).size).toBe(10);
});

it('goes from preview to delivery in steps, and refuses what is out of order', async () => {
  const head = await client.events();
  const preview = await client.post<{ addCount: number; lines: object[] }>('/export-previews', {});
  expect([preview.status, preview.json()]).toMatchObject([200, { addCount: 10, pointsChange: 600, keptOut: [] }]);
  expect(preview.json().lines[0]).toHaveProperty('familyName');
  expect(await client.events()).toBe(head);

  const prepared = await client.post<{ draftId: string }>('/exports', { classIds: [run.id] });
  expect(prepared.status).toBe(201);
  const { draftId } = prepared.json();
  expect((await client.post(`/export-drafts/${draftId}/releases`, {})).json()).toMatchObject({
    status: 409,
    code: 'DRAFT_NOT_APPROVED',
  });
  expect((await client.post(`/export-drafts/${draftId}/approvals`, {})).json()).toMatchObject({ status: 'APPROVED' });
  const released = await client.post<{ id: string }>(`/export-drafts/${draftId}/releases`, {});
  expect([released.status, released.json()]).toMatchObject([201, { seq: 1, recordCount: 10, pointsTotalAdd: 600 }]);
  expect((await client.get<{ data: object[] }>('/export-drafts?status=RELEASED')).json().data).toMatchObject([
    { id: draftId, exportId: released.json().id },
  ]);
  expect((await client.post('/exports', {})).json()).toEqual({ nothingNew: true, rejected: [] });
  expect((await client.post('/exports', { recipientOrgNo: '999999999' })).json()).toMatchObject({
    code: 'NOTHING_TO_DELIVER',
  });
});

it('takes receipts by API and by file, and ends with points that are posted', async () => {
  const [{ id }] = (await client.get<{ data: [{ id: string }] }>('/exports')).json().data;
  const { lines } = (await client.get<{ lines: Line[] }>(`/exports/${id}`)).json();
  const receivedAt = '2026-07-09T09:12:00+02:00';
  const [first, ...others] = lines as [Line, ...Line[]];
  const records = [
    {
      certificateId: first.certificateNo,
      lineNo: 1,
      version: first.version,
      result: 'REJECTED',
      code: 'E301',
      receivedAt,
    },
    ...others.map(({ certificateNo, lineNo, version }) => ({
      certificateId: certificateNo,
      lineNo,
      version,
      result: 'ACCEPTED',
      receivedAt,
    })),
  ];
  const taken = await client.post(`/exports/${id}/acknowledgements`, { records });
  expect(taken.json()).toEqual({ rows: 10, taken: 10, unchanged: 0, rejected: [] });
  expect(await reconciled()).toMatchObject({ sums: { RECEIVED: 540, REJECTED: 60 }, addsUp: true });
  const shown = (await client.get<{ lines: object[] }>(`/exports/${id}/acknowledgements`)).json();
  expect(shown.lines[0]).toMatchObject({ state: 'REJECTED', code: { code: 'E301' }, awaitsRepair: true });

  const header = 'certificate_id;line_no;version;result;code;message;received_at';
  const rows = lines.map(({ certificateNo, version }) => `${certificateNo};1;${version};POSTED;;;2026-07-12T10:00:00Z`);
  const file = Buffer.from(`${[header, ...rows, 'X-1;1;1;ACCEPTED;;;2026-07-12T10:00:00Z'].join('\r\n')}\r\n`);
  expect((await client.post(`/exports/${id}/acknowledgement-imports`, file)).json()).toMatchObject({
    rows: 11,
    taken: 10,
    rejected: [{ row: 11, code: 'LINE_NOT_IN_BATCH' }],
  });
  expect((await client.post(`/exports/${id}/acknowledgement-imports`, file)).json()).toMatchObject({ unchanged: 10 });
  expect(await reconciled()).toMatchObject({ sums: { POSTED: 600 }, addsUp: true });

  const after = await coursePoints();
  expect(after.filter(({ outcome }) => outcome === 'POSTED')).toHaveLength(10);
  for (const { outcome, blocking } of after) expect(blocking === null).toBe(outcome === 'POSTED');
});

it('answers the association with the same explanation, and only of what is addressed to it', async () => {
  const controller = api.app.get(CoursePointsController, { strict: false });
  const association = (orgNumber: string): Caller => ({
    actor: 'machine-1',
    roles: ['association'],
    orgNumber,
    allowedAs: ['association'],
    classes: [],
    mayClass: () => false,
    by: () => 'machine-1',
    context: () => ({ commandId: newUuid(), actor: 'machine-1', occurredAt: systemClock.now() }),
  });
  const { lines } = await reconciled();
  const certificateNumber = lines.find(({ certificateNo }) => certificateNo)!.certificateNo;
  const found = await controller.lookUp({ certificateNumber }, association('960474341'));
  expect(found.data).toHaveLength(1);
  const asAdministrator = await client.post<{ data: CoursePointsView[] }>('/points-look-ups', { certificateNumber });
  const wordsOf = ({ data }: { readonly data: readonly CoursePointsView[] }) =>
    data.map(({ outcome, text, requirements }) => [outcome, text, requirements.map((one) => [one.code, one.text])]);
  expect(wordsOf(found)).toEqual(wordsOf(asAdministrator.json()));
  expect(asAdministrator.text).toMatch(/"studentNo".*"who"/);
  // By HPR number, and not by ours; and nobody who graded, and no grade (domain.md 9.2).
  expect(JSON.stringify(found)).not.toMatch(/studentNo|studentCourseId|"who"|"RESULT"/);
  expect(await controller.lookUp({ certificateNumber }, association('999999999'))).toEqual({ data: [] });
  expect(await controller.lookUp({ hprNumber: '1' }, association('960474341'))).toEqual({ data: [] });

  const [{ id }] = (await client.get<{ data: [{ id: string }] }>('/exports')).json().data;
  const receipts = api.app.get(AcknowledgementsController, { strict: false });
  await expect(receipts.get(id, association('999999999'))).rejects.toMatchObject({ parts: { code: 'EXPORT_UNKNOWN' } });
  const own = await receipts.get(id, association('960474341'));
  expect((await own.inLanguage('nb')).counts).toMatchObject({ posted: 10 });

  const unknown = { certificateId: 'X', lineNo: 1, version: 1, result: 'POSTED', receivedAt: '2026-07-09T09:12:00Z' };
  const acknowledgement = { records: [unknown] };
  const answer = await client.post<{ rejected: [{ message: string }] }>(
    `/exports/${id}/acknowledgements`,
    acknowledgement,
    newUuid(),
    { 'accept-language': 'nn' },
  );
  expect(answer.json().rejected[0].message).toBe(
    'Leveringa har ikkje denne linja. Kontroller bevisnummer og linjenummer.',
  );
});

it('finds a physician by HPR number, which stands in no address', async () => {
  const answers = await client.post<{ data: Points[] }>('/points-look-ups', { hprNumber: '9801267' });
  expect(answers.json().data.map(({ studentNo, outcome }) => [studentNo, outcome])).toEqual([['S260001', 'POSTED']]);
  const both = await client.post('/points-look-ups', { hprNumber: '9144900', certificateNumber: 'X' });
  expect(both.status).toBe(400);
});

it('sets how deliveries are made, as a fact of the feed', async () => {
  const terms = { commentDays: 21, approval: 'ALWAYS_TWO' };
  const set = await client.put('/feeds/971228865-960474341/terms', terms);
  expect([set.status, set.json()]).toMatchObject([200, { ...terms, lastSeq: 1 }]);
  expect((await client.put('/feeds/1-2/terms', terms)).status).toBe(404);
  expect((await client.get<{ data: object[] }>('/feeds')).json().data).toMatchObject([terms]);
});
