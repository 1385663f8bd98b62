import type { ReadModel, Recorded } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import type { GradingReasonsAsked, ResultAppealed, ResultAppealHandled } from '../domain/grading-request.events';
import { studentCourse } from '../domain/student-course';
import type { GradingReasonsGiven } from '../domain/student-course.events';

type Said = GradingReasonsAsked | GradingReasonsGiven | ResultAppealed | ResultAppealHandled;
type Fact = { [Type in Said['type']]: Recorded<Extract<Said, { type: Type }>> }[Said['type']];

/** What a student asked for: the reasons of a result, or another look at it. */
export type GradingRequestKind = 'REASONS' | 'APPEAL';

interface Row {
  readonly id: string;
  readonly assessment: string;
  readonly kind: GradingRequestKind;
  /** Absent: asked before this page of the log. */
  readonly asked_at?: Instant;
  readonly handled_at?: Instant;
}

const rowOf = (fact: Fact): Row => {
  const about = { id: fact.stream.slice(studentCourse.category.length + 1), assessment: fact.data.assessment };
  switch (fact.type) {
    case 'GradingReasonsAsked':
      return { ...about, kind: 'REASONS', asked_at: fact.data.askedAt };
    case 'GradingReasonsGiven':
      return { ...about, kind: 'REASONS', handled_at: fact.data.givenAt };
    case 'ResultAppealed':
      return { ...about, kind: 'APPEAL', asked_at: fact.data.appealedAt };
    case 'ResultAppealHandled':
      return { ...about, kind: 'APPEAL', handled_at: fact.data.handledAt };
  }
};

/** Of several events about one request the last says where it stands: asked anew, it waits anew. */
const rowsOf = (facts: readonly Fact[]): readonly Row[] => {
  const rows = new Map<string, Row>();
  for (const row of facts.map(rowOf)) {
    const key = `${row.id} ${row.assessment} ${row.kind}`;
    rows.set(key, row.asked_at === undefined ? { ...rows.get(key), ...row } : row);
  }
  return [...rows.values()];
};

const RECORDS = `jsonb_to_recordset($1::jsonb)
  as n (id text, assessment text, kind text, asked_at timestamptz, handled_at timestamptz)`;

/** What students have asked about their results, and whether the office has done its part. */
export const gradingRequestReadModel: ReadModel = {
  name: 'grading-request',
  version: 1,
  mode: 'inline',
  handles: ['GradingReasonsAsked', 'GradingReasonsGiven', 'ResultAppealed', 'ResultAppealHandled'],
  tables: ['grading_request_v1'],
  whose: { grading_request_v1: { of: 'course', by: ['student_course_id'] } },
  create: `
    create table grading_request_v1 (
      student_course_id text not null,
      assessment        text not null,
      kind              text not null,
      asked_at          timestamptz not null,
      handled_at        timestamptz,
      primary key (student_course_id, assessment, kind)
    );
    create index grading_request_v1_open on grading_request_v1 (asked_at) where handled_at is null;
  `,
  apply: async (events, tx) => {
    const rows = JSON.stringify(rowsOf(events as readonly Fact[]));
    await tx.query(
      `insert into grading_request_v1 (student_course_id, assessment, kind, asked_at, handled_at)
       select id, assessment, kind, asked_at, handled_at from ${RECORDS} where asked_at is not null
       on conflict (student_course_id, assessment, kind) do update set
         asked_at = excluded.asked_at, handled_at = excluded.handled_at`,
      [rows],
    );
    await tx.query(
      `update grading_request_v1 r set handled_at = n.handled_at from ${RECORDS}
        where r.student_course_id = n.id and r.assessment = n.assessment and r.kind = n.kind and n.asked_at is null`,
      [rows],
    );
  },
};
