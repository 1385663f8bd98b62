import { EventStore } from '@kull/event-store';
import type { ClassReach } from '@kull/http';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';

/** A class as lists show it. */
export interface ClassRow {
  readonly classId: string;
  readonly code: string;
  readonly site: string;
  readonly programme: string;
  readonly title: string;
  /** The intake that fills the class. */
  readonly intake: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly status: 'planned' | 'open';
  readonly capacity: number;
  readonly placesTaken: number;
}

/** Which classes of the list. */
interface ClassPage {
  readonly limit?: number;
  readonly intake?: string;
  /** Of these only. */
  readonly classes?: ClassReach;
  readonly after?: readonly [code: string, classId: string];
}

/** Reads classes and who has a place in them. */
@Injectable()
export class Classes {
  constructor(private readonly events: EventStore) {}

  /** Classes in order of code and id, from behind the one last seen; all of them without a limit. */
  page({ limit, intake, classes = 'all', after = ['', ''] }: ClassPage): Promise<ClassRow[]> {
    const [code, classId] = after;
    return this.events.query<ClassRow>(
      `select class_id as "classId", code, site, programme, title, intake, starts_on::text as "startsOn",
              ends_on::text as "endsOn", status, capacity, places_taken as "placesTaken"
         from class_v2 where (code, class_id) > ($1, $2) and ($4::text is null or intake = $4)
          and ($5::text[] is null or class_id = any ($5))
        order by code, class_id limit $3`,
      [code, classId, limit ?? null, intake ?? null, classes === 'all' ? null : classes],
    );
  }

  async placesTaken(classId: string): Promise<number> {
    const [row] = await this.events.query<{ taken: number }>(
      'select places_taken as taken from class_v2 where class_id = $1',
      [classId],
    );
    return row?.taken ?? 0;
  }

  /** The classes that an intake fills, by code. */
  ofIntake(intake: string): Promise<{ readonly classId: string; readonly code: string }[]> {
    return this.events.query(
      'select class_id as "classId", code from class_v2 where intake = $1 order by code, class_id',
      [intake],
    );
  }

  /** Student numbers of who has a place in a class, in order. */
  studentNumbers(classId: string): Promise<string[]> {
    return this.numbersOf(classId, ['enrolled', 'on_leave']);
  }

  /** Student numbers of who had a place in a class and left, in order. */
  formerStudentNumbers(classId: string): Promise<string[]> {
    return this.numbersOf(classId, ['transferred', 'withdrawn']);
  }

  private async numbersOf(classId: string, standings: readonly string[]): Promise<string[]> {
    const rows = await this.events.query<{ studentNo: string }>(
      `select student_no as "studentNo" from enrolment_v2
        where class_id = $1 and standing = any ($2) order by student_no`,
      [classId, standings],
    );
    return rows.map(({ studentNo }) => studentNo);
  }

  /** The other classes of the intake that each person is or was a student of. */
  otherClasses(
    classId: string,
    intake: string,
    personIds: readonly string[],
  ): Promise<{ readonly personId: string; readonly classId: string }[]> {
    return this.events.query(
      `select person_id as "personId", class_id as "classId" from enrolment_v2
        where person_id = any ($3) and intake = $2 and class_id <> $1 order by person_id, class_id`,
      [classId, intake, personIds],
    );
  }

  /** The enrolments of a person in the classes of an intake, those that have ended too. */
  enrolmentsOf(
    personId: string,
    intake: string,
  ): Promise<{ readonly enrolmentId: string; readonly classId: string }[]> {
    return this.events.query(
      `select enrolment_id as "enrolmentId", class_id as "classId" from enrolment_v2
        where person_id = $1 and intake = $2 order by enrolment_id`,
      [personId, intake],
    );
  }

  /** The enrolments of a person in any class, those that have ended too. */
  async allEnrolmentsOf(personId: string): Promise<string[]> {
    const rows = await this.events.query<{ enrolmentId: string }>(
      'select enrolment_id as "enrolmentId" from enrolment_v2 where person_id = $1 order by class_id, student_no',
      [personId],
    );
    return rows.map(({ enrolmentId }) => enrolmentId);
  }

  /** Where a person has a place now. */
  placesOf(personId: string): Promise<{ readonly classId: string; readonly studentNo: string }[]> {
    return this.events.query(
      `select class_id as "classId", student_no as "studentNo" from enrolment_v2
        where person_id = $1 and standing in ('enrolled', 'on_leave') order by class_id`,
      [personId],
    );
  }

  /** Classes of a programme with a gathering that has a session, cancelled or not, after that and not after `by`. */
  async meeting(programme: string, after: Instant, by: Instant): Promise<string[]> {
    const rows = await this.events.query<{ classId: string }>(
      `select distinct t.class_id as "classId" from timetable_v1 t join class_v2 c on c.class_id = t.class_id
        where c.programme = $1 and t.gathering is not null and t.starts_at > $2
          and t.starts_at <= $3 order by 1`,
      [programme, after, by],
    );
    return rows.map(({ classId }) => classId);
  }

  /** The enrolments of who has a place in one of the classes. */
  async enrolmentsIn(classIds: readonly string[]): Promise<string[]> {
    const rows = await this.events.query<{ enrolmentId: string }>(
      `select enrolment_id as "enrolmentId" from enrolment_v2
        where class_id = any ($1) and standing in ('enrolled', 'on_leave') order by class_id, student_no`,
      [classIds],
    );
    return rows.map(({ enrolmentId }) => enrolmentId);
  }

  /** The classes of a programme, by code. */
  async ofProgramme(programme: string): Promise<string[]> {
    const rows = await this.events.query<{ classId: string }>(
      'select class_id as "classId" from class_v2 where programme = $1 order by code, class_id',
      [programme],
    );
    return rows.map(({ classId }) => classId);
  }
}
