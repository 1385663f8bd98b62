import type { AwardReversed, CoursePointsAwardCorrected, CoursePointsAwarded } from '@kull/credits/contracts';
import type { ReadModel, Recorded, Tx } from '@kull/event-store';

type PointsEvent = Recorded<CoursePointsAwarded> | Recorded<CoursePointsAwardCorrected> | Recorded<AwardReversed>;

const STREAM = 'student-course-';

const rowOf = ({ stream, position, type, data }: PointsEvent) => {
  const id = { student_course_id: stream.slice(STREAM.length), position };
  if (type === 'AwardReversed') return { ...id, stands: false };
  const { classId, studentNo, completionDate, lines } = data;
  return {
    ...id,
    stands: true,
    class_id: classId,
    student_no: studentNo,
    completion_date: completionDate,
    lines: lines.map(({ lineNo, points }) => ({ lineNo, points })),
  };
};

const isOfPoints = (event: PointsEvent): boolean =>
  event.type !== 'AwardReversed' || event.data.award === 'coursePoints';

/** The last that happened to each entitlement within the page; a reversal keeps what the award said. */
const UPSERT = `
  with told as (
    select distinct on (student_course_id) student_course_id, class_id, student_no, completion_date, lines
      from jsonb_to_recordset($1::jsonb) as r (student_course_id text, position bigint, class_id text, student_no text,
        completion_date date, lines jsonb)
     where class_id is not null order by student_course_id, position desc
  )
  insert into entitlement_v1 (student_course_id, class_id, student_no, completion_date, lines, stands)
  select student_course_id, class_id, student_no, completion_date, lines, true from told
  on conflict (student_course_id) do update set class_id = excluded.class_id, student_no = excluded.student_no,
    completion_date = excluded.completion_date, lines = excluded.lines, stands = true`;

const STAND = `
  update entitlement_v1 e set stands = r.stands
    from (select distinct on (student_course_id) student_course_id, stands
            from jsonb_to_recordset($1::jsonb) as r (student_course_id text, position bigint, stands boolean)
           order by student_course_id, position desc) as r
   where e.student_course_id = r.student_course_id`;

const apply = async (page: readonly Recorded[], tx: Tx): Promise<void> => {
  const rows = JSON.stringify((page as readonly PointsEvent[]).filter(isOfPoints).map(rowOf));
  await tx.query(UPSERT, [rows]);
  await tx.query(STAND, [rows]);
};

/** The course points that each student's course has been awarded, and whether they stand: what deliveries add up to. */
export const entitlementReadModel: ReadModel = {
  name: 'entitlement',
  version: 1,
  mode: 'inline',
  handles: ['CoursePointsAwarded', 'CoursePointsAwardCorrected', 'AwardReversed'],
  tables: ['entitlement_v1'],
  whose: { entitlement_v1: { of: 'course', by: ['student_course_id'] } },
  create: `
    create table entitlement_v1 (
      student_course_id text primary key,
      class_id          text not null,
      student_no        text not null,
      completion_date   date not null,
      lines             jsonb not null,
      stands            boolean not null
    );
    create index entitlement_v1_class on entitlement_v1 (class_id, student_no);`,
  apply,
};
