import type { AwardReversed, CoursePointsAwardCorrected, CoursePointsAwarded } from '@kull/credits/contracts';
import { studentCourseCategory } from '@kull/credits/contracts';
import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { CertificateCorrected, CertificateIssued, CertificateRevoked } from '../domain/certificate.events';

type WorkEvent =
  | Recorded<CoursePointsAwarded>
  | Recorded<CoursePointsAwardCorrected>
  | Recorded<AwardReversed>
  | Recorded<CertificateIssued>
  | Recorded<CertificateCorrected>
  | Recorded<CertificateRevoked>;

/** What a page says about one student's course; null: nothing. */
interface WorkRow {
  readonly student_course: string;
  readonly class_id: string | null;
  readonly entitled: boolean | null;
  readonly live: boolean | null;
  readonly award_version: number;
  readonly fact_version: number;
  readonly settled_version: number;
}

const nothingKnown = (student_course: string): WorkRow => ({
  student_course,
  class_id: null,
  entitled: null,
  live: null,
  award_version: 0,
  fact_version: 0,
  settled_version: 0,
});

const studentCourseOf = (event: WorkEvent): string => {
  switch (event.type) {
    case 'CoursePointsAwarded':
    case 'CoursePointsAwardCorrected':
    case 'AwardReversed':
      return event.stream.slice(studentCourseCategory.length + 1);
    case 'CertificateIssued':
    case 'CertificateCorrected':
      return event.data.statement.studentCourseId;
    case 'CertificateRevoked':
      return event.data.studentCourseId;
  }
};

const after = (row: WorkRow, event: WorkEvent): WorkRow => {
  switch (event.type) {
    case 'CoursePointsAwarded': {
      const { version, data } = event;
      return { ...row, class_id: data.classId, entitled: true, award_version: version, fact_version: version };
    }
    case 'CoursePointsAwardCorrected':
      return { ...row, class_id: event.data.classId, entitled: true, fact_version: event.version };
    case 'AwardReversed':
      return { ...row, entitled: false, fact_version: event.version };
    case 'CertificateIssued':
    case 'CertificateCorrected':
      return { ...row, live: true, settled_version: event.data.factVersion };
    case 'CertificateRevoked':
      return { ...row, live: false, settled_version: event.data.factVersion ?? row.settled_version };
  }
};

const isAboutCoursePoints = (event: WorkEvent): boolean =>
  event.type !== 'AwardReversed' || event.data.award === 'coursePoints';

const apply = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const rows = new Map<string, WorkRow>();
  for (const event of (events as readonly WorkEvent[]).filter(isAboutCoursePoints)) {
    const id = studentCourseOf(event);
    rows.set(id, after(rows.get(id) ?? nothingKnown(id), event));
  }
  if (rows.size === 0) return;
  await tx.query(
    `insert into certificate_work_v1
       (student_course, class_id, entitled, live, award_version, fact_version, settled_version)
     select r.student_course, coalesce(r.class_id, w.class_id),
            coalesce(r.entitled, w.entitled, false), coalesce(r.live, w.live, false),
            greatest(r.award_version, w.award_version), greatest(r.fact_version, w.fact_version),
            greatest(r.settled_version, w.settled_version)
       from jsonb_to_recordset($1::jsonb) as r
         (student_course text, class_id text, entitled boolean, live boolean,
          award_version integer, fact_version integer, settled_version integer)
       left join certificate_work_v1 w on w.student_course = r.student_course
     on conflict (student_course) do update set
       class_id = excluded.class_id, entitled = excluded.entitled, live = excluded.live,
       award_version = excluded.award_version, fact_version = excluded.fact_version,
       settled_version = excluded.settled_version`,
    [JSON.stringify([...rows.values()])],
  );
};

/**
 * How far the certificates of each student's course have come, in the transaction of the award: what is open is known
 * before any reaction has seen it.
 */
export const certificateWorkReadModel: ReadModel = {
  name: 'certificate-work',
  version: 1,
  mode: 'inline',
  handles: [
    'CoursePointsAwarded',
    'CoursePointsAwardCorrected',
    'AwardReversed',
    'CertificateIssued',
    'CertificateCorrected',
    'CertificateRevoked',
  ],
  tables: ['certificate_work_v1'],
  whose: { certificate_work_v1: { staff: 'what is still to be issued: work, not news' } },
  create: `
    create table certificate_work_v1 (
      student_course  text primary key,
      class_id        text,
      entitled        boolean not null,
      live            boolean not null,
      award_version   integer not null,
      fact_version    integer not null,
      settled_version integer not null
    );
    create index certificate_work_v1_class on certificate_work_v1 (class_id);`,
  apply,
};
