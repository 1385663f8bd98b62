import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Folder, type FolderForm, readFolder } from '../files/folder';

const session = z.looseObject({ code: z.string(), startsAt: z.string(), hours: z.number() });

const cohortDocument = z.looseObject({
  cohort: z.looseObject({ code: z.string() }),
  classes: z.array(
    z.looseObject({
      code: z.string(),
      gatherings: z.array(z.looseObject({ number: z.number(), sessions: z.array(session).min(1) })),
    }),
  ),
});

export type CohortDocument = z.infer<typeof cohortDocument>;
export type PlannedSession = z.infer<typeof session>;

const about = { at: z.string(), class: z.string(), studentNo: z.string() };

/** What happened to somebody in the year, by the operation of the API that says so. */
const happening = z.discriminatedUnion('kind', [
  z.object({ ...about, kind: z.literal('WITHDRAWAL'), on: z.string(), reasonClass: z.string() }),
  z.object({ ...about, kind: z.literal('TRANSFER'), to: z.string(), on: z.string() }),
  z.object({ ...about, kind: z.literal('LEAVE'), from: z.string(), until: z.string(), reasonClass: z.string() }),
  z.object({ ...about, kind: z.literal('MAKE_UP'), gathering: z.number(), in: z.string() }),
  z.object({
    ...about,
    kind: z.literal('ABSENCE'),
    sessions: z.array(z.string()),
    reason: z.string(),
    decision: z.looseObject({ outcome: z.string() }),
  }),
]);

export type Happening = z.infer<typeof happening>;

const columns = (names: string): readonly string[] => names.split(' ');

const form: FolderForm<CohortDocument> = {
  document: { name: 'cohort.json', schema: cohortDocument },
  tables: {
    'exceptions.csv': columns(
      'class student_no session presence late_hours left_early_hours excuse device observed_by observed_at',
    ),
    'parts.csv': columns('class student_no part fulfilled_at reported_by'),
  },
};

/** The cohort of the demonstration: its plan, and its year so far. */
export interface CohortFolder extends Folder<CohortDocument> {
  readonly happenings: readonly Happening[];
}

export const readCohortFolder = (directory: string): CohortFolder => ({
  ...readFolder(directory, form),
  happenings: z.array(happening).parse(JSON.parse(readFileSync(join(directory, 'happenings.json'), 'utf8'))),
});
