import { z } from 'zod';
import type { Folder } from '../files/folder';
import { rejectedRecord, rejectedRowsFile } from '../files/rejected-rows';
import type { KullClient } from '../service/client';
import { type Standing, untilSettled } from '../service/settled';
import type { Progress } from '../terminal/terminal';
import type { CourseDocument } from './course-folder';

const opened = z.looseObject({ id: z.string() });
const entries = z.looseObject({ entries: z.number() });
const participants = z.looseObject({
  rows: z.number(),
  enrolled: z.number(),
  unchanged: z.number(),
  rejected: z.array(rejectedRecord),
});
const taken = z.looseObject({
  rows: z.number(),
  taken: z.number(),
  unchanged: z.number(),
  rejected: z.array(rejectedRecord),
});
const awards = z.looseObject({
  awarded: z.number(),
  held: z.number(),
  notMet: z.number(),
  notApplicable: z.number(),
});
const work = z.looseObject({
  due: z.number(),
  issued: z.number(),
  open: z.number(),
  quarantined: z.number(),
});
const exported = z.looseObject({
  rejected: z.array(
    z.looseObject({ certificateNo: z.string(), lineNo: z.number(), version: z.number(), codes: z.array(z.string()) }),
  ),
});

/** How many rows of one file were taken in. */
export interface FileSummary {
  readonly file: string;
  readonly rows: number;
  readonly taken: number;
  readonly rejected: number;
}

/** What became of the folder. */
export interface CourseSummary {
  readonly class: string;
  readonly files: readonly FileSummary[];
  readonly awarded: number;
  readonly held: number;
  readonly notMet: number;
  readonly notApplicable: number;
  /** Lines that the checks before a delivery kept back. */
  readonly keptBack: z.infer<typeof exported>['rejected'];
}

export interface CourseRun {
  readonly id: string;
  readonly summary: CourseSummary;
  readonly rejectedRows: Buffer;
  /** As the award run left it, before the corrections. */
  readonly awards: Buffer;
}

type Taken = z.infer<typeof taken>;

/** Takes a folder through the service: plans, enrols, records, awards, certifies, delivers, corrects, delivers. Again: changes nothing. */
export const runCourse = async (
  client: KullClient,
  folder: Folder<CourseDocument>,
  progress: Progress,
): Promise<CourseRun> => {
  const { document, documentText, fingerprint, table } = folder;
  progress.step(`Planlegger klassen ${document.class.code}`);
  const { id } = await client.post('/v1/classes', { json: documentText }, '', opened);
  const at = `/v1/classes/${id}`;
  await client.put(`${at}/hpr-register`, { csv: table('hpr-register.csv') }, entries);
  progress.step('Melder opp deltakerne');
  const enrolled = await client.post(`${at}/participant-imports`, { csv: table('participants.csv') }, '', participants);
  const record = (file: string, operation: string): Promise<Taken> =>
    client.post(`${at}/${operation}`, { csv: table(file) }, '', taken);
  progress.step('Fører oppmøte');
  const attendance = await record('attendance.csv', 'attendance-imports');
  progress.step('Fører resultater');
  const results = await record('results.csv', 'result-imports');
  progress.step('Vurderer studiepoeng og kurspoeng');
  const awarded = await client.post(`${at}/award-runs`, { json: '{}' }, fingerprint, awards);
  await untilCertified(client, at, 'Kursbevis', progress);
  const awardsFile = (await client.download(`${at}/files/awards.csv`)).bytes;
  const first = await deliver(client, id, `after the awards ${fingerprint}`, progress);
  progress.step('Fører rettelser');
  const corrections = await record('corrections.csv', 'correction-imports');
  await untilCertified(client, at, 'Kursbevis etter rettelsene', progress);
  const second = await deliver(client, id, `after the corrections ${fingerprint}`, progress);
  const imports = [
    ['attendance.csv', attendance],
    ['results.csv', results],
    ['corrections.csv', corrections],
  ] as const;
  return {
    id,
    awards: awardsFile,
    rejectedRows: rejectedRowsFile(
      'student_no',
      imports.flatMap(([file, { rejected }]) =>
        rejected.map(({ row, studentNo, code, message }) => ({ file, row, subject: studentNo, code, message })),
      ),
    ),
    summary: {
      class: document.class.code,
      files: [
        fileSummary('participants.csv', { ...enrolled, taken: enrolled.enrolled }),
        ...imports.map(([file, answer]) => fileSummary(file, answer)),
      ],
      awarded: awarded.awarded,
      held: awarded.held,
      notMet: awarded.notMet,
      notApplicable: awarded.notApplicable,
      keptBack: [...first.rejected, ...second.rejected],
    },
  };
};

const fileSummary = (file: string, { rows, taken: now, unchanged, rejected }: Taken): FileSummary => ({
  file,
  rows,
  taken: now + unchanged,
  rejected: rejected.length,
});

const deliver = async (
  client: KullClient,
  classId: string,
  occasion: string,
  progress: Progress,
): Promise<z.infer<typeof exported>> => {
  progress.step('Leverer til Legeforeningen');
  return client.post('/v1/exports', { json: JSON.stringify({ class: classId }) }, occasion, exported);
};

const aside = (count: number): string =>
  `${count} ${count === 1 ? 'jobb er' : 'jobber er'} satt til side etter gjentatte feil: se førstesiden og worker.log.`;

/** The workers render and sign the certificates; waits for the last of them. */
const untilCertified = async (client: KullClient, at: string, what: string, progress: Progress): Promise<Standing> => {
  progress.step(`Venter på ${what.toLowerCase()}`);
  return untilSettled(
    what,
    async () => {
      const { issued, open, quarantined } = await client.get(`${at}/certificate-work`, work);
      return { done: issued, open, stuck: quarantined > 0 ? [aside(quarantined)] : [] };
    },
    (text) => progress.count(text),
  );
};
