import { Database } from '@kull/event-store';
import type { TestApi } from './api';

/** Work for the certificates of these students' courses that failed five times: what a worker leaves. */
export const setAside = async ({ app }: TestApi, studentCourseIds: readonly string[]): Promise<readonly string[]> => {
  const rows = await app.get(Database).query<{ id: string }>(
    `insert into messaging.outbox (key, reaction, position, job, payload, due_at, errors, last_error, quarantined_at)
     select 'settle-certificate.test.' || course, 'test', 0, 'settle-certificate',
            jsonb_build_object('studentCourseId', course), now(), 5, 'CertificateRefused', now() + nr * interval '1 ms'
       from unnest($1::text[]) with ordinality as c (course, nr) order by nr returning id`,
    [studentCourseIds],
  );
  return rows.map(({ id }) => id);
};
