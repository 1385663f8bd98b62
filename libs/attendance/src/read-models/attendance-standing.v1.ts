import type { ReadModel, Recorded } from '@kull/event-store';
import { judgedStanding, statusAfter } from '../domain/judged-standing';
import type { StandingEvent } from '../domain/judged-standing.events';

type StandingFact = {
  [Type in StandingEvent['type']]: Recorded<Extract<StandingEvent, { type: Type }>>;
}[StandingEvent['type']];

/** The last that a page says of each standing. */
const lastOfEach = (facts: readonly StandingFact[]): readonly object[] => {
  const last = new Map<string, object>();
  for (const fact of facts) {
    const standing_id = fact.stream.slice(judgedStanding.category.length + 1);
    const { classId, studentNo, award, ...figures } = fact.data;
    last.set(`${standing_id} ${award}`, {
      standing_id,
      award,
      class_id: classId,
      student_no: studentNo,
      status: statusAfter(fact),
      since: fact.occurredAt,
      total: figures.total,
      required: figures.required,
      attended: figures.attended,
      open: figures.open,
      left_to_lose: figures.leftToLose,
      position: figures.position,
    });
  }
  return [...last.values()];
};

/** What was last said of each student's attendance, since when, and by which figures it was judged then. */
export const attendanceStandingReadModel: ReadModel = {
  name: 'attendance_standing',
  version: 1,
  mode: 'following',
  handles: [
    'AttendanceThresholdAtRisk',
    'AttendanceRequirementNotMet',
    'AttendanceRequirementMet',
    'AttendanceRiskPassed',
    'AttendanceRequirementReopened',
  ] satisfies StandingEvent['type'][],
  tables: ['attendance_standing_v1'],
  whose: { attendance_standing_v1: { of: 'student', by: ['class_id', 'student_no'] } },
  create: `
    create table attendance_standing_v1 (
      standing_id  text collate "C",
      award        text,
      class_id     text not null,
      student_no   text collate "C" not null,
      status       text not null,
      since        timestamptz not null,
      total        integer not null,
      required     integer not null,
      attended     integer not null,
      open         integer not null,
      left_to_lose integer not null,
      position     bigint not null,
      primary key (standing_id, award)
    );
    create index attendance_standing_v1_class on attendance_standing_v1 (class_id, student_no);
  `,
  apply: async (events, tx) => {
    await tx.query(
      `insert into attendance_standing_v1
         (standing_id, award, class_id, student_no, status, since, total, required, attended, open, left_to_lose, position)
       select standing_id, award, class_id, student_no, status, since, total, required, attended, open, left_to_lose, position
         from jsonb_to_recordset($1::jsonb) as n
              (standing_id text, award text, class_id text, student_no text, status text, since timestamptz, total integer,
               required integer, attended integer, open integer, left_to_lose integer, position bigint)
       on conflict (standing_id, award) do update set
         class_id = excluded.class_id, student_no = excluded.student_no, status = excluded.status,
         since = excluded.since, total = excluded.total, required = excluded.required, attended = excluded.attended,
         open = excluded.open, left_to_lose = excluded.left_to_lose, position = excluded.position`,
      [JSON.stringify(lastOfEach(events as readonly StandingFact[]))],
    );
  },
};
