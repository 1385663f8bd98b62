import { basename } from 'node:path';
import { z } from 'zod';
import type { OutputFiles } from '../files/output';
import type { KullClient } from '../service/client';
import type { Progress } from '../terminal/terminal';
import type { CourseRun } from './course-run';

const certificate = z.looseObject({
  certificateNo: z.string(),
  versions: z.array(z.looseObject({ version: z.number() })),
});
const delivery = z.looseObject({ id: z.string() });

/** The files of credits.md 6. */
export const courseFiles = async (
  client: KullClient,
  { id, awards, rejectedRows }: CourseRun,
  progress: Progress,
): Promise<OutputFiles> => {
  const files = new Map([
    ['rejected-rows.csv', rejectedRows],
    ['awards.csv', awards],
  ]);
  for (const name of ['awards-final.csv', 'certificates.csv'])
    files.set(name, (await client.download(`/v1/classes/${id}/files/${name}`)).bytes);
  const certificates = await client.list(`/v1/certificates?class=${id}`, certificate);
  for (const { certificateNo, versions } of certificates) {
    for (const { version } of versions) {
      progress.count(certificateNo);
      const { name, bytes } = await client.download(`/v1/certificates/${certificateNo}/versions/${version}/document`);
      files.set(`certificates/${basename(name)}`, bytes);
    }
  }
  for (const { id: deliveryId } of await client.list(`/v1/exports?class=${id}`, delivery))
    for (const part of ['file', 'manifest']) {
      const { name, bytes } = await client.download(`/v1/exports/${deliveryId}/${part}`);
      files.set(`deliveries/${basename(name)}`, bytes);
    }
  return files;
};
