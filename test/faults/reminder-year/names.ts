import type { Database } from '@kull/event-store';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Persons by their number, courses of students, certificates and deliveries in their order, what was said of attendance. */
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
  select data->>'personId', data->>'studentNo' from log.event where type = 'StudentEnrolled'
  union all
  select substr(stream, length('attendance-standing-') + 1), data->>'studentNo'
    from log.event where stream like 'attendance-standing-%'
  union all
  select concat(substr(stream, length('attendance-standing-') + 1), '.', data->>'award', ' ', data->>'position'),
         case type when 'AttendanceThresholdAtRisk' then 'AT_RISK' else 'IMPOSSIBLE' end
    from log.event where type in ('AttendanceThresholdAtRisk', 'AttendanceRequirementNotMet')
  union all
  select data->>'personId', split_part(data #>> '{facts,applicationNo}', '-', 1)
    from log.event where type = 'ApplicationSubmitted' and data->>'intake' = $1
  union all
  select substr(stream, length('application-') + 1), data #>> '{facts,applicationNo}'
    from log.event where type = 'ApplicationSubmitted' and data->>'intake' = $1
  union all
  select data->>'batchId', 'D' || (data->>'seq') from log.event where type = 'ExportBatchPrepared'`;

const DRAFTS = `select data->>'personId' as person, substr(stream, length('application-draft-') + 1) as draft
  from log.event where type = 'ApplicationDraftSaved'`;

/** How the model calls what the log knows by an id: in the online course, and in the small intake, whose each draft is. */
export const namesIn = async (
  owner: Database,
  intake: string | undefined,
  drafts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> => {
  const named = await owner.query<Named>(NAMES, [intake]);
  const begun = await owner.query<{ person: string; draft: string }>(DRAFTS);
  return new Map([
    ...named.map(({ id, name }) => [id, name] as const),
    ...begun.flatMap(({ person, draft }) => [person, draft].map((id) => [id, drafts.get(draft) ?? id] as const)),
  ]);
};
