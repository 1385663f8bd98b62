import { EventStore, type Sealed } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { assessmentNamed } from './domain/course-terms';
import { groundsPurpose } from './domain/grading-request.events';
import { studentCourse } from './domain/student-course';
import type { GradingRequestKind } from './read-models/grading-request.v1';

/** What a student has asked about a result, and where it stands. */
export interface GradingRequest {
  readonly studentCourseId: string;
  readonly classId: string;
  readonly classCode: string;
  readonly studentNo: string;
  readonly personId: string;
  readonly assessment: string;
  readonly title: string | null;
  readonly kind: GradingRequestKind;
  readonly askedAt: Instant;
  /** Null: it waits for the office. */
  readonly handledAt: Instant | null;
  /** Of an appeal; null once the student was forgotten. */
  readonly grounds: string | null;
}

interface Row {
  readonly id: string;
  readonly assessment: string;
  readonly kind: GradingRequestKind;
  readonly asked_at: Date;
  readonly handled_at: Date | null;
}

const COLUMNS = 'r.student_course_id as id, r.assessment, r.kind, r.asked_at, r.handled_at';

/** Requests for reasons and appeals of results. */
@Injectable()
export class GradingRequests {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  /** Those that wait for the office, the oldest first. */
  async open(): Promise<readonly GradingRequest[]> {
    return this.told(
      await this.events.query<Row>(
        `select ${COLUMNS} from grading_request_v1 r where r.handled_at is null
          order by r.asked_at, r.student_course_id, r.assessment, r.kind`,
      ),
    );
  }

  /** All of one person's, the oldest first. */
  async ofPerson(personId: string): Promise<readonly GradingRequest[]> {
    return this.told(
      await this.events.query<Row>(
        `select ${COLUMNS} from grading_request_v1 r join course_person_v1 c using (student_course_id)
          where c.person_id = $1 order by r.asked_at, r.student_course_id, r.assessment, r.kind`,
        [personId],
      ),
    );
  }

  private async told(rows: readonly Row[]): Promise<readonly GradingRequest[]> {
    const courses = await this.events.loadEach(
      studentCourse,
      rows.map(({ id }) => id),
    );
    const found = rows.flatMap((row, at) => {
      const { state } = courses[at]!;
      return state.status === 'none' ? [] : [{ row, course: state }];
    });
    const sealed = found.flatMap(({ row, course }): readonly Sealed[] => {
      const grounds = row.kind === 'APPEAL' ? course.assessments.get(row.assessment)?.appealed?.grounds : undefined;
      return grounds ? [grounds] : [];
    });
    const opened = await this.people.open<string>(sealed.map((one) => ({ sealed: one, purpose: groundsPurpose })));
    const groundsOf = new Map(sealed.map((one, at) => [one, opened[at]] as const));
    return found.map(({ row, course }) => {
      const { classId, classCode, studentNo, personId, terms, assessments } = course;
      const grounds = assessments.get(row.assessment)?.appealed?.grounds;
      return {
        studentCourseId: row.id,
        classId,
        classCode,
        studentNo,
        personId,
        assessment: row.assessment,
        title: assessmentNamed(terms, row.assessment)?.title ?? null,
        kind: row.kind,
        askedAt: row.asked_at.toISOString(),
        handledAt: row.handled_at?.toISOString() ?? null,
        grounds: (row.kind === 'APPEAL' && grounds && groundsOf.get(grounds)) || null,
      };
    });
  }
}
