import type { ReadModel, Recorded } from '@kull/event-store';
import type { GradingRequestEvent } from '../domain/grading-request.events';
import { warningsOf } from '../domain/hpr';
import { studentCourse } from '../domain/student-course';
import type { StudentCourseEvent } from '../domain/student-course.events';

type Shown = Exclude<
  StudentCourseEvent['type'],
  | 'AssessmentResultRegistered'
  | 'AssessmentResultAttested'
  | 'AssessmentResultCorrected'
  | 'GradingReasonsGiven'
  | GradingRequestEvent['type']
  | 'PartFulfilled'
  | 'PartWithdrawn'
  | 'AwardReversed'
  | 'CorrectionApplied'
  | 'CorrectionRefused'
  | 'HprVerificationProposed'
  | 'HprLookUpUnanswered'
>;
type AwardFact = { [Type in Shown]: Recorded<Extract<StudentCourseEvent, { type: Type }>> }[Shown];

/** What a page of events says of one student's course; absent: nothing. */
interface AwardChange {
  readonly class_id?: string;
  readonly class_code?: string;
  readonly student_no?: string;
  readonly gives_points?: boolean;
  readonly attended_half_hours?: number;
  readonly ects_status?: string;
  readonly ects_credits?: number;
  readonly ects_reasons?: readonly string[];
  readonly points_status?: string;
  readonly course_points?: number;
  readonly points_reasons?: readonly string[];
  readonly warnings?: readonly string[];
}

const ectsNotMet = (ects_reasons: readonly string[]): AwardChange => ({
  ects_status: 'NOT_MET',
  ects_credits: 0,
  ects_reasons,
});

const withoutPoints = (points_status: string, points_reasons: readonly string[]): AwardChange => ({
  points_status,
  course_points: 0,
  points_reasons,
});

const saidBy = (fact: AwardFact): AwardChange => {
  switch (fact.type) {
    case 'StudentCourseOpened': {
      const { classId: class_id, classCode: class_code, studentNo: student_no, terms } = fact.data;
      return { class_id, class_code, student_no, gives_points: terms.courseApproval !== undefined };
    }
    case 'CourseTermsRevised': {
      const { classId: class_id, classCode: class_code, terms } = fact.data;
      return { class_id, class_code, gives_points: terms.courseApproval !== undefined };
    }
    case 'AttendanceCounted':
      return { attended_half_hours: fact.data.halfHours };
    case 'HprVerified':
    case 'HprVerificationFailed':
      return { warnings: warningsOf(fact.data.finding).sort() };
    case 'EctsCreditsAwarded':
      return { ects_status: 'AWARDED', ects_credits: fact.data.ectsCredits, ects_reasons: [] };
    case 'CoursePointsAwarded':
    case 'CoursePointsAwardCorrected':
      return { points_status: 'AWARDED', course_points: fact.data.coursePoints, points_reasons: [] };
    case 'AwardHeld':
      return withoutPoints('HELD', fact.data.reasons);
    case 'AwardNotApplicable':
      return withoutPoints('NOT_APPLICABLE', fact.data.reasons);
    case 'AwardNotMet':
      return fact.data.award === 'ectsCredits'
        ? ectsNotMet(fact.data.reasons)
        : withoutPoints('NOT_MET', fact.data.reasons);
  }
};

const changesIn = (facts: readonly AwardFact[]) => {
  const changes = new Map<string, AwardChange>();
  for (const fact of facts) {
    const id = fact.stream.slice(studentCourse.category.length + 1);
    changes.set(id, { ...changes.get(id), ...saidBy(fact) });
  }
  return [...changes].map(([student_course_id, change]) => ({ student_course_id, ...change }));
};

/** How each student's two ledgers stand now: what a list of awards shows. */
export const awardReadModel: ReadModel = {
  name: 'award',
  version: 2,
  mode: 'inline',
  handles: [
    'StudentCourseOpened',
    'CourseTermsRevised',
    'AttendanceCounted',
    'HprVerified',
    'HprVerificationFailed',
    'EctsCreditsAwarded',
    'CoursePointsAwarded',
    'CoursePointsAwardCorrected',
    'AwardHeld',
    'AwardNotMet',
    'AwardNotApplicable',
  ] satisfies Shown[],
  tables: ['award_v2'],
  whose: { award_v2: { of: 'course', by: ['student_course_id'] } },
  create: `
    create table award_v2 (
      student_course_id   text primary key,
      class_id            text,
      class_code          text,
      student_no          text collate "C",
      gives_points        boolean,
      attended_half_hours integer,
      ects_status         text,
      ects_credits        numeric,
      ects_reasons        jsonb,
      points_status       text,
      course_points       numeric,
      points_reasons      jsonb,
      warnings            jsonb
    );
    create index award_v2_class on award_v2 (class_id, student_no);
  `,
  apply: async (events, tx) => {
    await tx.query(
      `insert into award_v2 as a
         (student_course_id, class_id, class_code, student_no, gives_points, attended_half_hours, ects_status, ects_credits,
          ects_reasons, points_status, course_points, points_reasons, warnings)
       select student_course_id, class_id, class_code, student_no, gives_points, attended_half_hours, ects_status, ects_credits,
              ects_reasons, points_status, course_points, points_reasons, warnings
         from jsonb_to_recordset($1::jsonb) as n
              (student_course_id text, class_id text, class_code text, student_no text, gives_points boolean,
               attended_half_hours integer,
               ects_status text, ects_credits numeric, ects_reasons jsonb, points_status text, course_points numeric,
               points_reasons jsonb, warnings jsonb)
       on conflict (student_course_id) do update set
         class_id = coalesce(excluded.class_id, a.class_id),
         class_code = coalesce(excluded.class_code, a.class_code),
         student_no = coalesce(excluded.student_no, a.student_no),
         gives_points = coalesce(excluded.gives_points, a.gives_points),
         attended_half_hours = coalesce(excluded.attended_half_hours, a.attended_half_hours),
         ects_status = coalesce(excluded.ects_status, a.ects_status),
         ects_credits = coalesce(excluded.ects_credits, a.ects_credits),
         ects_reasons = coalesce(excluded.ects_reasons, a.ects_reasons),
         points_status = coalesce(excluded.points_status, a.points_status),
         course_points = coalesce(excluded.course_points, a.course_points),
         points_reasons = coalesce(excluded.points_reasons, a.points_reasons),
         warnings = coalesce(excluded.warnings, a.warnings)`,
      [JSON.stringify(changesIn(events as readonly AwardFact[]))],
    );
  },
};
