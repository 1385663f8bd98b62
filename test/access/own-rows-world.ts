import type { Database } from '@kull/event-store';
import type { World } from './world';

/** A student with an award, a certificate and a delivered line. */
export interface StudentRows {
  readonly personId: string;
  readonly classId: string;
  readonly studentNo: string;
  readonly studentCourseId: string;
  readonly certificateNo: string;
}

/** Two who are not each other, in each of what a person can be here. */
export interface TwoOfEach {
  readonly students: readonly StudentRows[];
  readonly absent: readonly { readonly personId: string; readonly absenceId: string }[];
  readonly applicants: readonly { readonly personId: string; readonly offerId: string; readonly intake: string }[];
}

const CERTIFIED = `select distinct on (p.class_id) c.person_id as "personId", p.class_id as "classId", p.student_no as "studentNo",
    c.student_course_id as "studentCourseId", d.number as "certificateNo"
  from course_person_v1 c join award_v2 p using (student_course_id)
  join certificate_v1 d on d.student_course = c.student_course_id where p.class_id = any ($1) order by p.class_id`;

export const twoOfEach = async (owner: Database, { things, persons }: World): Promise<TwoOfEach> => {
  const students = await owner.query<StudentRows>(CERTIFIED, [[things.class.X!.id, things.class.Y!.id]]);
  const absent = await owner.query<TwoOfEach['absent'][number]>(
    `select reported->>'personId' as "personId", absence_id as "absenceId" from absence_v1 where absence_id = any ($1)`,
    [[things.absence.X!.id, things.absence.Y!.id]],
  );
  const applicants = await owner.query<TwoOfEach['applicants'][number]>(
    'select person as "personId", id as "offerId", intake from offer_v1 where person = any ($1)',
    [[persons.A, persons.B]],
  );
  if (students.length < 2 || absent.length < 2 || applicants.length < 2) throw new Error('fewer than two of each');
  return { students, absent, applicants };
};

type Row = Readonly<Record<string, unknown>>;

const insert = (owner: Database, table: string, row: Row): Promise<unknown> =>
  owner.query(
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((_, at) => `$${at + 1}`)})`,
    Object.values(row),
  );

const AT = '2027-02-01T09:00:00.000Z';
const SEALED = Buffer.from('sealed');

const told = (id: string, recipient: string): Row => ({
  id,
  programme_code: 'NLP',
  subject: 'GATHERING',
  about: 'cls',
  step: 'S',
  version: '1',
  recipient,
  channel: 'EMAIL',
  due_at: AT,
});

/** A row for each of two in the tables that the world leaves empty: what they say is not asked for, only whose it is. */
export const fillTables = async (owner: Database, { students, absent, applicants }: TwoOfEach): Promise<void> => {
  for (const [n, { personId, classId, studentNo, studentCourseId, certificateNo }] of students.entries()) {
    const rows: readonly (readonly [table: string, row: Row])[] = [
      ['people.address_fault', { person_id: personId, kind: 'BOUNCED', code: '5.1.1', at: AT }],
      [
        'read.person_read_v1',
        { person_id: personId, position: n, read_at: AT, reader: 'adm', role: 'x', operation: 'x' },
      ],
      ['read.reminder_v1', { ...told(`sent-${n}`, personId), state: 'SENT', state_at: AT }],
      ['reminders.due', { ...told(`due-${n}`, personId), valid_until: AT, send_after: AT }],
      [
        'read.attendance_standing_v1',
        {
          standing_id: `std-${n}`,
          award: 'ECTS_CREDITS',
          class_id: classId,
          student_no: studentNo,
          status: 'ON_TRACK',
          since: AT,
          total: 1,
          required: 1,
          attended: 1,
          open: 0,
          left_to_lose: 0,
          position: n,
        },
      ],
      [
        'read.grading_request_v1',
        { student_course_id: studentCourseId, assessment: 'EXAM', kind: 'REASONS', asked_at: AT },
      ],
      [
        'read.certificate_share_v1',
        { share_id: `sha-${n}`, token_hash: `hash-${n}`, number: certificateNo, shared_at: AT, expires_at: AT },
      ],
      ['read.overdue_delivery_v2', { number: certificateNo, at: AT }],
      [
        'read.export_receipt_v1',
        {
          batch_id: 'b',
          position: n,
          number: certificateNo,
          line_no: 1,
          result: 'ACCEPTED',
          received_at: AT,
          by: 'x',
          at: AT,
        },
      ],
      [
        'read.calendar_feed_v1',
        { feed_id: `cal-${n}`, token_hash: `token-${n}`, class_id: classId, student_no: studentNo, opened_at: AT },
      ],
    ];
    for (const [table, row] of rows) await insert(owner, table, row);
  }
  for (const { absenceId } of absent)
    await insert(owner, 'attendance.absence_evidence', {
      absence_id: absenceId,
      document_hash: 'hash',
      sealed: SEALED,
    });
  for (const [n, { personId: person, offerId, intake }] of applicants.entries()) {
    const rows: readonly (readonly [table: string, row: Row])[] = [
      ['admissions.letter', { sha256: `letter-${n}`, person, sealed: SEALED }],
      ['admissions.application_document', { draft_id: `dra-${n}`, person, document_hash: 'hash', sealed: SEALED }],
      ['read.application_draft_v1', { id: `dra-${n}`, intake, person, saved_at: AT }],
      ['read.late_answer_v1', { offer: offerId, answer: 'ACCEPT', keep_waiting: false, answered_at: AT }],
      ['read.appeal_v1', { id: `apl-${n}`, intake, application_no: `K-${n}`, person, filed_on: '2027-02-01' }],
    ];
    for (const [table, row] of rows) await insert(owner, table, row);
  }
};
