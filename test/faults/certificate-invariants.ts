import type { Database } from '@kull/event-store';
import type { Breaches } from './invariants';

/**
 * I6: of each entitlement no version twice and no hole between them, at most one live; every award has its certificate;
 * every document is there under the hash of its bytes, and none is there that no intent led to.
 */
export const i6 = async (database: Database): Promise<Breaches> => {
  const versions = `select stream, data ->> 'number' as number, (data ->> 'version')::int as version, type,
      coalesce(data -> 'statement' ->> 'studentCourseId', data ->> 'studentCourseId') as student_course,
      data ->> 'sha256' as sha256, log.event.version as at
    from log.event where type in ('CertificateIssued', 'CertificateCorrected', 'CertificateRevoked')`;
  const of = (check: string): Promise<Breaches> => database.query('with v as ('.concat(versions, ') ', check));
  return [
    ...(await of('select number, version as twice from v group by 1, 2 having count(*) > 1')),
    ...(await of('select number as holes from v group by 1 having max(version) <> count(*) or min(version) <> 1')),
    ...(await of(
      `select stream as twice_live from v group by 1 having
         count(*) filter (where type = 'CertificateIssued') - count(*) filter (where type = 'CertificateRevoked') > 1`,
    )),
    ...(await of(
      `select e.stream as without_certificate from log.event e where e.type = 'CoursePointsAwarded'
          and not exists (select from v where e.stream = 'student-course-' || v.student_course)`,
    )),
    ...(await of(
      `select v.number as without_document from v left join documents.document d using (sha256)
        where v.sha256 is not null and (d.sha256 is null or encode(sha256(d.bytes), 'hex') <> v.sha256)`,
    )),
    ...(await of(
      `select v.number as without_intent from v where v.type = 'CertificateIssued' and not exists (
         select from log.event p where p.stream = v.stream and p.type = 'CertificatePrepared' and p.version < v.at)`,
    )),
  ];
};
