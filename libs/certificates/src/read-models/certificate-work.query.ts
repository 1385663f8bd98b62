import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';

/** What stands between the awards of a class and its certificates. */
export interface CertificateWork {
  /** Students who are entitled to a certificate now. */
  readonly due: number;
  /** Certificates that are live now. */
  readonly issued: number;
  /** Students whose last award or correction has not been answered yet, by their student-course ids. */
  readonly open: readonly string[];
}

/** An award that was not answered, or a certificate behind its facts. What cannot change anything is not waited for. */
const IS_OPEN = '(award_version > settled_version or (live and fact_version > settled_version))';

const WORK = `
  select count(*) filter (where entitled)::integer as due, count(*) filter (where live)::integer as issued,
         coalesce(array_agg(student_course order by student_course) filter (where ${IS_OPEN}), '{}') as open
    from certificate_work_v1 where class_id = $1`;

/** What the workers still have to do for certificates. */
@Injectable()
export class CertificateWorkQueries {
  constructor(private readonly events: EventStore) {}

  async ofClass(classId: string): Promise<CertificateWork> {
    const [row] = await this.events.query<CertificateWork>(WORK, [classId]);
    return row!;
  }
}
