import { CoursePoints, classId, type Student } from '../../../../test/harness/course-points';
import { certificateStreamId } from '../contracts';
import { CertificateQueries } from '../read-models/certificate.query';
import { checkCertificates, type Finding } from './check';
import { isNumber } from './history';

let course: CoursePoints;
let students: Student[];
beforeAll(async () => {
  course = await CoursePoints.start();
  students = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => course.student(n)));
  await course.loadRegister(students, '9199999');
  for (const student of students) await course.award(student);
  for (const student of students) await course.work(student);
  const [renamed, renumbered, reversed] = students as [Student, Student, Student];
  const at = '2026-07-01T07:00:00.000Z';
  await course.correct(renamed, at, { changed: 'NAME', reasonCode: 'NAME_CHANGE', holder: { familyName: 'Prøve' } });
  await course.correct(renumbered, at, {
    changed: 'HPR_NUMBER',
    reasonCode: 'DATA_ERROR',
    holder: { hprNumber: '9199999' },
  });
  await course.takeBack(reversed, at);
  for (const student of students) await course.work(student);
  await course.deliver();
});
afterAll(() => course.close());

const LATER = '2999-01-01T00:00:00.000Z';

/** What the checker says, as the owner of the database sees it. */
const findings = async (settledBefore = LATER): Promise<string[]> => {
  const found: Finding[] = [];
  await checkCertificates(
    (sql, values) => course.store.owner.query(sql, values),
    settledBefore,
    (one) => found.push(one),
  );
  return found.map(({ rule, about, version }) => `${rule} ${about}${version === undefined ? '' : ` v${version}`}`);
};

/** Does what only a superuser can, looks, and takes it back: nothing is left for the next one. */
const planted = (sql: string, values: readonly unknown[] = []): Promise<string[]> =>
  new Promise((resolve, fail) => {
    course.store.owner
      .transaction(async (tx) => {
        await tx.query("set local session_replication_role = 'replica'");
        await tx.query('alter table documents.document drop constraint if exists document_check');
        await tx.query(sql, values);
        const found: string[] = [];
        await checkCertificates(
          (text, parameters) => tx.query(text, parameters),
          LATER,
          ({ rule, about, version }) => found.push(`${rule} ${about}${version === undefined ? '' : ` v${version}`}`),
        );
        resolve(found.sort());
        throw new Error('taken back');
      })
      .catch((error: Error) => (error.message === 'taken back' ? undefined : fail(error)));
  });

const certificateOf = async (student: Student) =>
  (await new CertificateQueries(course.store.events).ofClass(classId)).find(
    ({ statement }) => statement.studentNo === student.studentNo,
  )!;
const streamOf = ({ id }: Student) => `certificate-${certificateStreamId(id, 'LF-TEST-0001')}`;

it('finds nothing wrong with what was issued, replaced, revoked, issued anew and delivered', async () => {
  const found: Finding[] = [];
  const ask = <Row extends object>(sql: string, values?: readonly unknown[]) =>
    course.store.owner.query<Row>(sql, values);
  const checked = await checkCertificates(ask, LATER, (one) => found.push(one));
  expect(found).toEqual([]);
  expect(checked).toEqual({ entitlements: 6, versions: 8, live: 5, findings: 0 });
});

it('names the document of which one byte was changed', async () => {
  const { number, versions } = await certificateOf(students[3]!);
  const { sha256 } = versions[0]!;
  for (const place of [10, 5_000, 40_000])
    expect(
      await planted(
        'update documents.document set bytes = set_byte(bytes, $2, get_byte(bytes, $2) # 1) where sha256 = $1',
        [sha256, place],
      ),
    ).toEqual([`DOCUMENT_ALTERED ${number} v1`]);
});

it('names the document that was changed with its hash in the log and in the store', async () => {
  const { number, versions } = await certificateOf(students[3]!);
  const { sha256 } = versions[0]!;
  const found = await planted(
    `with changed as (update documents.document d
         set bytes = set_byte(bytes, 5000, get_byte(bytes, 5000) # 1),
             sha256 = encode(sha256(set_byte(bytes, 5000, get_byte(bytes, 5000) # 1)), 'hex')
       where sha256 = $1 returning d.sha256)
     update log.event e set data = replace(e.data::text, $1, (select sha256 from changed))::json
      where type like 'Certificate%' and data::text like '%' || $1 || '%'`,
    [sha256],
  );
  expect(found).toEqual([`DELIVERY_LINE_DIFFERS ${number}`, `SIGNATURE_INVALID ${number} v1`]);
});

it('names the document that is gone', async () => {
  const { number, versions } = await certificateOf(students[3]!);
  expect(await planted('delete from documents.document where sha256 = $1', [versions[0]!.sha256])).toEqual([
    `DOCUMENT_MISSING ${number} v1`,
  ]);
});

it('names the second live certificate that somebody planted', async () => {
  const { number } = await certificateOf(students[3]!);
  const copy = `insert into log.event select position + 100000, $3, version, gen_random_uuid(), type, schema_version,
      replace(data::text, $1, $2)::json, metadata, occurred_at, recorded_at, hash from log.event where stream = $4`;
  const found = await planted(copy, [number, '0000-0000-0', 'certificate-crt_planted', streamOf(students[3]!)]);
  expect(found).toContain(`TWO_LIVE ${['0000-0000-0', number].sort()[0]}`);
  const twice = await planted(copy, [number, number, 'certificate-crt_planted', streamOf(students[3]!)]);
  expect(twice).toContain(`NUMBER_TWICE ${number}`);
});

it('names the version that is missing', async () => {
  const { number } = await certificateOf(students[0]!);
  const found = await planted("delete from log.event where stream = $1 and type = 'CertificateIssued'", [
    streamOf(students[0]!),
  ]);
  expect(found).toContain(`VERSION_GAP ${number} v2`);
});

it('names what states something else than the award, and what was never awarded', async () => {
  const { number } = await certificateOf(students[3]!);
  expect(
    await planted(
      `update log.event set data = replace(data::text, '"attendedHalfHours":117', '"attendedHalfHours":120')::json
        where stream = $1`,
      [streamOf(students[3]!)],
    ),
  ).toEqual([`CONTENT_DIFFERS ${number} v1`, `STATEMENT_DIFFERS ${number} v1`]);
  expect(
    await planted("delete from log.event where stream = $1 and type = 'CoursePointsAwarded'", [
      `student-course-${students[3]!.id}`,
    ]),
  ).toEqual([`NO_AWARD ${number} v1`]);
});

it('names the entitlement without a certificate, and the certificate without an entitlement', async () => {
  const { number } = await certificateOf(students[2]!);
  expect(await planted('delete from log.event where stream = $1', [streamOf(students[3]!)])).toEqual([
    expect.stringMatching(/^CERTIFICATE_MISSING student-course-/),
    expect.stringMatching(/^DELIVERY_LINE_DIFFERS /),
  ]);
  expect(
    await planted("delete from log.event where stream = $1 and type = 'CertificateRevoked'", [streamOf(students[2]!)]),
  ).toEqual([`LIVE_WITHOUT_AWARD ${number} v1`]);
});

it('does not miss what is still being worked on', async () => {
  const late = await course.student(7);
  await course.award(late);
  expect(await findings('2000-01-01T00:00:00.000Z')).toEqual([]);
  expect(await findings()).toEqual([`CERTIFICATE_MISSING student-course-${late.id}`]);
  await course.work(late);
  expect(await findings()).toEqual([]);
});

it('names the delivery of which one byte was changed', async () => {
  const [released] = await course.store.owner.query<{ data: { fileSha256: string; fileName: string } }>(
    "select data from log.event where type = 'ExportBatchReleased'",
  );
  const { fileSha256, fileName } = released!.data;
  expect(
    await planted(
      'update documents.document set bytes = set_byte(bytes, 700, get_byte(bytes, 700) # 1) where sha256 = $1',
      [fileSha256],
    ),
  ).toEqual([`DELIVERY_ALTERED ${fileName}`]);
});

it('knows a number by its check character', async () => {
  const { number } = await certificateOf(students[3]!);
  expect(isNumber(number)).toBe(true);
  for (let place = 0; place < number.length; place++) {
    if (number[place] === '-') continue;
    const other = number[place] === '7' ? '8' : '7';
    expect(isNumber(`${number.slice(0, place)}${other}${number.slice(place + 1)}`)).toBe(false);
  }
});
