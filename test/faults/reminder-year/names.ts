import type { Database } from '@kull/event-store';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Persons by their number, courses of students, certificates in the order of their numbers, deliveries by theirs. */
const NAMES = `
  with course as (
    select stream, data->>'personId' as person, data->>'studentNo' as no, data->>'classCode' as class
      from log.event where type = 'StudentCourseOpened'
  )
  select person as id, no as name from course
  union all
  select substr(stream, length('student-course-') + 1), class || '.' || no from course
  union all
  select data->>'number', concat_ws('.', data #>> '{statement,classCode}', data #>> '{statement,studentNo}',
         row_number() over (partition by data #>> '{statement,studentNo}' order by position))
    from log.event where type = 'CertificateIssued'
  union all
  select data->>'batchId', 'D' || (data->>'seq') from log.event where type = 'ExportBatchPrepared'`;

/** How the model calls what the log knows by an id. */
export const namesIn = async (owner: Database): Promise<ReadonlyMap<string, string>> =>
  new Map((await owner.query<Named>(NAMES)).map(({ id, name }) => [id, name]));
