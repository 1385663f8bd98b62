import { SettleCertificate } from '@kull/certificates/reactions/settle-certificate';
import { CertificateWorkQueries } from '@kull/certificates/read-models/certificate-work.query';
import { newUuid } from '@kull/kernel';
import type { TestApi } from './api';

/** Issues what is owed in a class, in this process: what the workers would do. */
export const settleCertificates = async ({ app }: TestApi, classId: string): Promise<void> => {
  const { open } = await app.get(CertificateWorkQueries, { strict: false }).ofClass(classId);
  const job = { outboxId: newUuid(), key: 'test', fence: { hold: async () => undefined } };
  for (const studentCourseId of open)
    await app.get(SettleCertificate, { strict: false }).handle({ studentCourseId }, job);
};
