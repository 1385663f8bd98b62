import { createHash } from 'node:crypto';
import { awardsCsv, withoutMessages } from './expected-course-files';
import { asExpected, deliveriesIn, deliveryColumns, manifestOf, ofTheCourse } from './expected-deliveries';
import { readCourseFolder } from './model/course-folder';
import { type ExpectedCertificate, type ExpectedLine, expectCourse } from './model/course-model';
import { type Row, rowsOf } from './model/tables';

type Files = ReadonlyMap<string, Buffer>;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const studentOf = ({ studentNo }: { readonly studentNo: string }): string => studentNo;

/** The rows of `certificates.csv` beside the certificates that the model expects, both by student and order of issue. */
const pairs = (
  rows: readonly Row[],
  expected: readonly ExpectedCertificate[],
): readonly (readonly [Row, ExpectedCertificate])[] => {
  const sorted = [...expected].sort((a, b) =>
    a.studentNo < b.studentNo ? -1 : a.studentNo > b.studentNo ? 1 : a.ordinal - b.ordinal,
  );
  const rest = [...rows];
  return sorted.map((one) => {
    const at = rest.findIndex(
      (row) => row.student_no === one.studentNo && Number(row.version) === one.version && row.state === one.state,
    );
    if (at < 0) throw new Error(`no certificate of ${one.studentNo} in version ${one.version}, ${one.state}`);
    return [rest.splice(at, 1)[0]!, one] as const;
  });
};

const checkCertificates = (files: Files, expected: readonly ExpectedCertificate[]): void => {
  const rows = rowsOf(files.get('certificates.csv')!);
  expect(rows.map((row) => row.student_no)).toEqual(expected.map(studentOf).sort());
  expect(new Set(rows.map((row) => row.certificate_no)).size).toBe(rows.length);
  const documents = [...files.keys()].filter((name) => name.startsWith('certificates/'));
  expect(documents).toHaveLength(expected.reduce((sum, one) => sum + one.documents, 0));
  for (const [row] of pairs(rows, expected)) {
    const document = files.get(row.file!.startsWith('certificates/') ? row.file! : `certificates/${row.file}`);
    expect(document && sha256(document)).toBe(row.sha256);
  }
};

const checkDelivery = (
  files: Files,
  lines: readonly ExpectedLine[],
  fixed: Readonly<Record<string, string>>,
  bytes: Buffer,
): void => {
  const text = bytes.toString('utf8');
  expect(text.startsWith(`\ufeff${deliveryColumns}\r\n`)).toBe(true);
  const rows = rowsOf(bytes);
  expect(rows.map(asExpected)).toEqual(lines.map(({ studentNo: _, ordinal: __, ...line }) => line));
  const documents = new Set(
    [...files].filter(([name]) => name.endsWith('.pdf')).map(([, document]) => sha256(document)),
  );
  for (const row of rows) {
    expect(row).toMatchObject(fixed);
    expect(documents).toContain(row.certificate_sha256);
    expect(row.hpr_verified_at! <= row.issued_at!).toBe(true);
    expect(row.issued_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    expect(row.verification_url).toMatch(/^https?:\/\/.+/);
  }
};

/** Checks everything that a course run wrote against credits.md, worked out anew from the folder. */
export const checkCourseFiles = (folder: string, files: Files, firstBatch: number): void => {
  const input = readCourseFolder(folder);
  const expected = expectCourse(input);
  expect(withoutMessages(files.get('rejected-rows.csv')!)).toEqual(expected.refused.map((row) => row.map(String)));
  expect(files.get('awards.csv')!.toString('utf8')).toBe(awardsCsv(expected.awards));
  expect(files.get('awards-final.csv')!.toString('utf8')).toBe(awardsCsv(expected.awardsFinal));
  checkCertificates(files, expected.certificates);
  const deliveries = deliveriesIn(files);
  expect(deliveries).toHaveLength(expected.deliveries.length);
  deliveries.forEach((delivery, i) => {
    checkDelivery(files, expected.deliveries[i]!, ofTheCourse(input.course), delivery.bytes);
    expect(delivery.manifest).toMatchObject(manifestOf(input.course, delivery, firstBatch + i));
    expect(delivery.name).toMatch(
      new RegExp(
        `^LF_${input.course.organiser.orgNumber}_${String(firstBatch + i).padStart(6, '0')}_\\d{8}T\\d{6}Z\\.csv$`,
      ),
    );
    if (i > 0) expect(delivery.manifest.previousBatchId).toBe(deliveries[i - 1]!.manifest.batchId);
  });
};
