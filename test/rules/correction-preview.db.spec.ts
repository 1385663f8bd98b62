import type { CertificateIssued } from '@kull/certificates/contracts';
import type {
  CorrectionPreview,
  LedgerView,
  RowPreview,
} from '../../apps/api/src/correction-preview/correction-preview';
import { examplePreview } from '../../apps/api/src/correction-preview/example';
import { createTestApi, type TestApi } from '../harness/api';
import { CorrectedCourse, type DeliveredLine, type KeptOutLine } from './corrected-course';
import { correctionPreviewForm as form } from './correction-preview-form';
import { CourseClient } from './course-client';
import type { Imported } from './course-run';
import { aboutOf, ToldStudents } from './told-students';

const PARTICIPANTS = 28;

let api: TestApi;
let client: CourseClient;
let told: ToldStudents;
beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  told = new ToldStudents(api, client);
  await told.tellFrom('NLA', '2026-07-02T00:00:00.000Z', '2026-07-10T10:00:00.000Z');
});
afterAll(() => api.close());

const previewOf = async ({ id, corrections }: CorrectedCourse) => {
  const answer = await client.post<CorrectionPreview>(`/classes/${id}/correction-previews`, corrections);
  expect(answer.status).toBe(200);
  return answer.json();
};
const importOf = ({ id, corrections }: CorrectedCourse, seen: number) => {
  const seenVersion = { 'if-match': `"${seen}"` };
  return client.post<Imported>(`/classes/${id}/correction-imports`, corrections, undefined, seenVersion);
};

const ledgerText = ({ coursePoints, ectsCredits }: RowPreview): string => {
  const points = ({ points, reasons }: LedgerView) => [points, reasons.join(',')];
  const { after } = coursePoints!;
  return [...points(ectsCredits!.after), after.status, ...points(after)].join(';');
};

const lineText = ({ certificateNo, lineNo, action, version, points, reasonCode }: DeliveredLine): string =>
  [certificateNo, lineNo, action, version, points, reasonCode ?? ''].join(' ');

const keptOutText = ({ certificateNo, lineNo, version, codes }: KeptOutLine): string =>
  [certificateNo, lineNo, version, ...codes].join(' ');

const eventTypes = {
  ISSUED: 'CertificateIssued',
  REISSUED: 'CertificateIssued',
  REPLACED: 'CertificateCorrected',
  REVOKED: 'CertificateRevoked',
} as const;

/** All that was previewed, whatever the seed. */
const seen: CorrectionPreview[] = [];

describe.each([11, 12, 13, 14])('corrections of the course invented from %i', (seed) => {
  it('touch exactly what their preview said', async () => {
    const course = await CorrectedCourse.awarded(api, client, seed, PARTICIPANTS);
    await told.declineReplaced(course.id);
    const [ledgers, live, head] = [await course.ledgers(), await course.live(), await client.events()];

    const preview = await previewOf(course);
    expect(await client.events()).toBe(head);
    expect(await previewOf(course)).toEqual(preview);

    seen.push(preview);
    const imported = (await importOf(course, preview.version)).json();
    const refused = preview.rows.filter(({ outcome }) => outcome !== 'APPLIED' && outcome !== 'UNCHANGED');
    expect(imported.rejected.map(({ row, studentNo, code }) => [row, studentNo, code])).toEqual(
      refused.map(({ row, studentNo, outcome }) => [row, studentNo, outcome]),
    );
    const { applied, unchanged } = preview.totals;
    expect([imported.taken, imported.unchanged]).toEqual([applied, unchanged]);

    const lastOf = new Map<string, RowPreview>();
    for (const row of course.inOrderOfTime(preview.rows)) if (row.coursePoints) lastOf.set(row.studentNo, row);
    const expectedLedgers = new Map(ledgers);
    for (const [studentNo, row] of lastOf) expectedLedgers.set(studentNo, ledgerText(row));
    expect(await course.ledgers()).toEqual(expectedLedgers);

    await course.settle();
    const happened = await course.certificateEvents(head);
    const previewed = preview.rows.flatMap(({ studentNo, certificates }) =>
      certificates.map(({ certificateNo, change, version, reasonCode }) =>
        [eventTypes[change], certificateNo, version, reasonCode ?? '', change === 'REVOKED' ? '' : studentNo].join(' '),
      ),
    );
    expect(previewed.sort()).toEqual(
      happened
        .map(({ type, data }) => {
          const { number, version, reasonCode, statement } = data as CertificateIssued['data'] & {
            reasonCode?: string;
          };
          return [type, number, version, reasonCode ?? '', statement?.studentNo ?? ''].join(' ');
        })
        .sort(),
    );

    const said = await course.judgeAttendance();
    const studentOf = new Map(said.map((event) => [aboutOf(event), (event.data as { studentNo: string }).studentNo]));
    const letters = preview.rows.flatMap((row) =>
      row.letters.map((letter) => ({ ...letter, studentNo: row.studentNo })),
    );
    const promised = letters
      .filter(({ notSent }) => notSent === undefined)
      .map((letter) =>
        'award' in letter
          ? `${letter.subject} ${letter.studentNo} ${letter.award}`
          : `${letter.subject} ${letter.certificateNo} ${letter.version}`,
      );
    expect(letters).toHaveLength(happened.length + said.length);
    const sent = (await told.tell([...happened, ...said])).map((name) => {
      const [subject, about] = name.split(' ');
      const studentNo = studentOf.get(about!);
      return studentNo === undefined ? name : `${subject} ${studentNo} ${about!.split('.')[1]}`;
    });
    expect(sent.sort()).toEqual(promised.sort());

    const delivery = await course.deliver();
    const touched = new Set(happened.map(({ data }) => (data as CertificateIssued['data']).number));
    const lines = preview.rows.flatMap((row) => row.lines);
    const keptOut = new Set(delivery.rejected.map(({ certificateNo, version }) => `${certificateNo} ${version}`));
    const leaving = lines.flatMap(({ certificateNo, lineNo, next }) =>
      next && 'action' in next ? [lineText({ certificateNo, lineNo, ...next })] : [],
    );
    const untouched = live
      .filter(({ certificateNo }) => !touched.has(certificateNo) && !course.delivered.has(certificateNo))
      .filter(({ certificateNo, version }) => !keptOut.has(`${certificateNo} ${version}`))
      .map((one) => lineText({ ...one, lineNo: 1, action: 'ADD', points: 40 }));
    expect(delivery.lines.map(lineText).sort()).toEqual([...leaving, ...untouched].sort());
    expect(
      delivery.rejected
        .filter(({ certificateNo }) => touched.has(certificateNo))
        .map(keptOutText)
        .sort(),
    ).toEqual(
      lines
        .flatMap(({ certificateNo, lineNo, next }) =>
          next && 'keptOut' in next
            ? [keptOutText({ certificateNo, lineNo, version: next.version, codes: next.keptOut })]
            : [],
        )
        .sort(),
    );

    const again = await previewOf(course);
    expect(again.totals).toMatchObject({
      applied: 0,
      unchanged: applied + unchanged,
      certificates: { issued: 0, replaced: 0, revoked: 0 },
    });
    expect((await importOf(course, preview.version)).status).toBe(412);
  }, 60_000);
});

it('meet everything that a correction can do', () => {
  const rows = seen.flatMap((preview) => preview.rows);
  const distinct = (items: readonly string[]): readonly string[] => [...new Set(items)].sort();
  const letters = rows.flatMap((row) => row.letters);
  const met = [
    ...rows.map(({ outcome }) => outcome),
    ...rows.flatMap(({ certificates }) => certificates.map(({ change }) => change)),
    ...rows.flatMap((row) =>
      row.lines.map(({ next }) => (next ? ('action' in next ? next.action : 'KEPT_OUT') : 'DROPPED')),
    ),
    ...letters.map((letter) => letter.notSent ?? ('award' in letter ? 'SENT_ON_ATTENDANCE' : 'SENT')),
  ];
  expect(distinct(met)).toEqual([
    'ADD',
    'APPLIED',
    'CORRECT',
    'DECLINED',
    'DROPPED',
    'HOURS_EXCEED_SESSION',
    'INVALID_CORRECTION',
    'ISSUED',
    'KEPT_OUT',
    'MOVED',
    'REISSUED',
    'REPLACED',
    'REVOKE',
    'REVOKED',
    'SECOND_APPROVER_REQUIRED',
    'SENT',
    'SENT_ON_ATTENDANCE',
    'SWITCHED_OFF',
    'TOO_LATE',
    'UNCHANGED',
    'UNKNOWN_SESSION',
    'UNKNOWN_STUDENT',
    'WITHDRAWN',
  ]);
});

describe('the preview of corrections', () => {
  const header = 'at;kind;student_no;value;reason;recorded_by;approved_by\r\n';

  it('answers in the form that is described', async () => {
    for (const preview of seen) expect(form.parse(preview)).toEqual(preview);
    expect(form.parse(examplePreview)).toEqual(examplePreview);
  });

  it('refuses what the import refuses', async () => {
    const unknown = await client.post('/classes/cls_other/correction-previews', Buffer.from(header));
    expect([unknown.status, unknown.json()]).toMatchObject([404, { code: 'CLASS_NOT_PLANNED' }]);
    const broken = await client.post('/classes/cls_other/correction-previews', Buffer.from('at;kind\r\n'));
    expect([broken.status, broken.json()]).toMatchObject([400, { code: 'MISSING_COLUMN' }]);
  });
});
