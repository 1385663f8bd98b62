import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { ClassList, type ListedClass, type TimetabledSession } from './contracts/classes';
import { programmeClass } from './domain/class';
import { enrolment, type StudentEnrolled } from './domain/enrolment';
import { isInClass } from './domain/enrolment.state';
import { Classes } from './read-models/classes.query';

interface Row extends Pick<TimetabledSession, 'classId' | 'classCode' | 'session' | 'teachers'> {
  readonly programmeCode: string;
  readonly programmeTitle: string;
  readonly gathering: number | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const SESSIONS = `select t.class_id as "classId", c.code as "classCode", c.programme as "programmeCode",
    c.title as "programmeTitle", t.code as session, t.gathering, t.starts_at as "startsAt", t.ends_at as "endsAt", t.teachers
  from timetable_v1 t join class_v2 c on c.class_id = t.class_id where t.status = 'scheduled' and c.status = 'open'`;

const IN_ORDER = 'order by t.ends_at, c.code, t.class_id, t.code';

const sessionOf = ({
  programmeCode,
  programmeTitle,
  gathering,
  startsAt,
  endsAt,
  ...same
}: Row): TimetabledSession => ({
  ...same,
  programme: { code: programmeCode, title: programmeTitle },
  ...(gathering !== null && { gathering }),
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

/** Many classes at once: which there are from lists, what they are from their streams. */
@Injectable()
export class ClassListOfTeaching extends ClassList {
  constructor(
    private readonly events: EventStore,
    private readonly classes: Classes,
  ) {
    super();
  }

  async ofProgramme(programmeCode: string): Promise<readonly ListedClass[]> {
    return this.named(await this.classes.ofProgramme(programmeCode));
  }

  async named(classIds: readonly string[]): Promise<readonly ListedClass[]> {
    const ids = [...new Set(classIds)];
    const loaded = await this.events.loadEach(programmeClass, ids);
    return ids.flatMap((classId, at) => {
      const { state } = loaded[at]!;
      return state.status === 'unplanned' ? [] : [{ classId, plan: state.plan }];
    });
  }

  async approvedBy(recipientOrgNumber: string): Promise<readonly ListedClass[]> {
    const all = await this.classes.page({});
    const listed = await this.named(all.map(({ classId }) => classId));
    return listed.filter(
      ({ plan: { course } }) =>
        course?.courseApproval !== undefined && course.recipient?.orgNumber === recipientOrgNumber,
    );
  }

  async students(classIds: readonly string[]): Promise<readonly StudentEnrolled['data'][]> {
    const loaded = await this.events.loadEach(enrolment, await this.classes.enrolmentsIn(classIds));
    return loaded.flatMap(({ state }) => (isInClass(state) ? [state] : []));
  }

  async sessionsEnding(programmeCode: string, after: Instant, by: Instant): Promise<readonly TimetabledSession[]> {
    const rows = await this.events.query<Row>(
      `${SESSIONS} and c.programme = $1 and t.ends_at > $2 and t.ends_at <= $3 ${IN_ORDER}`,
      [programmeCode, after, by],
    );
    return rows.map(sessionOf);
  }

  async sessionsBeginning(from: Instant, until: Instant): Promise<readonly TimetabledSession[]> {
    const rows = await this.events.query<Row>(
      `${SESSIONS} and t.starts_at >= $1 and t.starts_at < $2 order by t.starts_at, c.code, t.class_id, t.code`,
      [from, until],
    );
    return rows.map(sessionOf);
  }

  async nextBeginning(after: Instant, among?: readonly string[]): Promise<Instant | undefined> {
    const [row] = await this.events.query<{ startsAt: Date | null }>(
      `select min(t.starts_at) as "startsAt" from timetable_v1 t join class_v2 c on c.class_id = t.class_id
        where t.status = 'scheduled' and c.status = 'open' and t.starts_at >= $1
          and ($2::text[] is null or t.class_id = any ($2))`,
      [after, among ?? null],
    );
    return row?.startsAt?.toISOString();
  }

  async sessionsOf(classIds: readonly string[]): Promise<readonly TimetabledSession[]> {
    const rows = await this.events.query<Row>(`${SESSIONS} and t.class_id = any ($1) ${IN_ORDER}`, [classIds]);
    return rows.map(sessionOf);
  }
}
