import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from './model/course-folder';
import type { ExpectedLine } from './model/course-model';
import { type Row, rowsOf } from './model/tables';

export const deliveryColumns =
  'record_action;certificate_id;line_no;version;hpr_number;hpr_verified_at;family_name;given_names;birth_month_day;member_number;course_approval_id;course_title;organiser_org_no;class_code;delivery_mode;activity_start;activity_end;completion_date;specialty;purpose;category;approved_hours;attended_hours;points;assessment_passed;participant_status;issued_at;certificate_sha256;verification_url;sharing_basis;reason_code;reason_text';

/** A delivered file with its manifest. */
export interface Delivered {
  readonly name: string;
  readonly bytes: Buffer;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** The deliveries among the output files, by sequence number. */
export const deliveriesIn = (files: ReadonlyMap<string, Buffer>): readonly Delivered[] =>
  [...files]
    .filter(([name]) => name.startsWith('deliveries/') && name.endsWith('.csv'))
    .map(([name, bytes]) => ({
      name: name.replace('deliveries/', ''),
      bytes,
      manifest: JSON.parse(files.get(name.replace('.csv', '.manifest.json'))!.toString('utf8')),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** What the model can say of a line: who, what, which version, how many. */
export const asExpected = (row: Row): Omit<ExpectedLine, 'studentNo' | 'ordinal'> => ({
  action: row.record_action as ExpectedLine['action'],
  version: Number(row.version),
  lineNo: Number(row.line_no),
  hprNumber: row.hpr_number!,
  familyName: row.family_name!,
  givenNames: row.given_names!,
  attendedHours: row.attended_hours!,
  points: row.points!,
  reason: row.reason_code!,
});

/** The columns that are the same in every line of a class. */
export const ofTheCourse = (course: Course): Readonly<Record<string, string>> => ({
  course_approval_id: course.courseApproval.id,
  course_title: course.courseApproval.title,
  organiser_org_no: course.organiser.orgNumber,
  class_code: course.class.code,
  delivery_mode: course.courseApproval.deliveryMode,
  activity_start: course.class.startsOn,
  activity_end: course.class.endsOn,
  specialty: course.courseApproval.creditLines[0]!.specialty,
  purpose: course.courseApproval.creditLines[0]!.purpose,
  category: course.courseApproval.creditLines[0]!.category,
  approved_hours: course.courseApproval.creditLines[0]!.approvedHours.toFixed(1),
  participant_status: 'PHYSICIAN',
  sharing_basis: course.sharingBasis,
});

/** What a manifest must say of its file, all but its own ids, time and signature. */
export const manifestOf = (course: Course, { name, bytes }: Pick<Delivered, 'name' | 'bytes'>, batchSeq: number) => {
  const rows = rowsOf(bytes);
  const count = (action: string): number => rows.filter((row) => row.record_action === action).length;
  return {
    batchSeq,
    organiserOrgNo: course.organiser.orgNumber,
    recipientOrgNo: course.recipient.orgNumber,
    recordCount: rows.length,
    addCount: count('ADD'),
    correctCount: count('CORRECT'),
    revokeCount: count('REVOKE'),
    pointsTotalAdd: rows.filter((row) => row.record_action === 'ADD').reduce((sum, row) => sum + Number(row.points), 0),
    dataFile: name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
};

/** What the signature of a manifest covers, if the key of the installation made it; checked without the service's code. */
export const signedContent = (keysFolder: string, jws: string): unknown => {
  const { kty, crv, x } = JSON.parse(readFileSync(join(keysFolder, 'manifest-key.json'), 'utf8'));
  const [header, payload, signature] = jws.split('.') as [string, string, string];
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
  const genuine = verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
  return genuine ? JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) : undefined;
};
