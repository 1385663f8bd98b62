import { z } from 'zod';
import type { Folder } from '../files/folder';
import { rejectedApplication, rejectedRowsFile } from '../files/rejected-rows';
import type { KullClient } from '../service/client';
import type { Progress } from '../terminal/terminal';
import { type ClassPlaces, untilEnrolled } from './enrolment';
import type { IntakeDocument } from './intake-folder';

const opened = z.looseObject({ id: z.string(), code: z.string(), status: z.string() });
const entries = z.looseObject({ entries: z.number() });
const applications = z.looseObject({
  rows: z.number(),
  takenIn: z.number(),
  unchanged: z.number(),
  rejected: z.array(rejectedApplication),
});
const assessments = z.looseObject({ rows: z.number(), passedOver: z.number() });
const ranking = z.looseObject({
  qualified: z.number(),
  notQualified: z.number(),
  needsMore: z.number(),
  superseded: z.number(),
  verifiedPhysicians: z.number(),
});
const release = z.looseObject({
  released: z.array(z.looseObject({ class: z.string(), places: z.number() })),
  refused: z.array(z.looseObject({ class: z.string(), reason: z.string() })),
});
const offers = z.looseObject({ offers: z.number() });
const answers = z.looseObject({
  accepted: z.number(),
  declined: z.number(),
  late: z.number(),
  passedOver: z.number(),
});
const closing = z.looseObject({ lapsed: z.number() });
const completion = z.looseObject({ placesHeld: z.number(), waiting: z.number(), decisions: z.number() });

/** What became of one round. */
export interface RoundSummary {
  readonly round: number;
  readonly offers: number;
  readonly accepted: number;
  readonly declined: number;
  readonly late: number;
  readonly lapsed: number;
  readonly answersPassedOver: number;
  readonly released: z.infer<typeof release>['released'];
  readonly releaseRefused: z.infer<typeof release>['refused'];
}

/** What became of the folder. */
export interface IntakeSummary {
  readonly intake: string;
  readonly rows: number;
  readonly takenIn: number;
  readonly rejected: number;
  readonly superseded: number;
  readonly qualified: number;
  readonly needsMore: number;
  readonly notQualified: number;
  readonly verifiedPhysicians: number;
  readonly assessmentsPassedOver: number;
  readonly rounds: readonly RoundSummary[];
  readonly classes: readonly ClassPlaces[];
  readonly waiting: number;
  readonly decisions: number;
}

export interface IntakeRun {
  readonly id: string;
  readonly summary: IntakeSummary;
  readonly rejectedRows: Buffer;
}

const nothing = { json: '{}' };

/** Takes a folder through the service: opens, takes in, ranks, offers round by round, completes. Again: changes nothing. */
export const runIntake = async (
  client: KullClient,
  folder: Folder<IntakeDocument>,
  progress: Progress,
): Promise<IntakeRun> => {
  const { document, fingerprint } = folder;
  progress.step(`Åpner opptaket ${document.intake}`);
  const { id } = await client.post('/v1/intakes', { json: folder.documentText }, '', opened);
  const at = `/v1/intakes/${id}`;
  const { status } = await client.get(at, opened);
  await client.put(`${at}/hpr-register`, { csv: folder.table('hpr-register.csv') }, entries);
  await client.put(`${at}/municipalities`, { csv: folder.table('municipalities.csv') }, entries);
  progress.step('Tar inn søknader');
  const taken = await client.post(
    `${at}/application-imports`,
    { csv: folder.table('applications.csv') },
    '',
    applications,
  );
  progress.step('Tar inn vurderinger');
  const assessed = await client.post(
    `${at}/assessment-imports`,
    { csv: folder.table('assessments.csv') },
    '',
    assessments,
  );
  progress.step('Rangerer');
  const ranked = await client.post(`${at}/ranking-runs`, nothing, fingerprint, ranking);
  const rounds: RoundSummary[] = [];
  for (const { round } of [...document.rounds].sort((a, b) => a.round - b.round))
    rounds.push(await runRound(client, `${at}/rounds/${round}`, round, folder, progress));
  progress.step('Fullfører opptaket');
  const completed = await client.post(`${at}/completions`, nothing, fingerprint, completion);
  const { placesHeld } = completed;
  const classes = await untilEnrolled(client, document, { placesHeld, wasCompleted: status === 'completed' }, progress);
  return {
    id,
    rejectedRows: rejectedRowsFile(
      'application_no',
      taken.rejected.map(({ applicationNo, ...rest }) => ({
        file: 'applications.csv',
        subject: applicationNo,
        ...rest,
      })),
    ),
    summary: {
      intake: document.intake,
      rows: taken.rows,
      takenIn: taken.takenIn + taken.unchanged,
      rejected: taken.rejected.length,
      superseded: ranked.superseded,
      qualified: ranked.qualified,
      needsMore: ranked.needsMore,
      notQualified: ranked.notQualified,
      verifiedPhysicians: ranked.verifiedPhysicians,
      assessmentsPassedOver: assessed.passedOver,
      rounds,
      classes,
      waiting: completed.waiting,
      decisions: completed.decisions,
    },
  };
};

const runRound = async (
  client: KullClient,
  at: string,
  round: number,
  { table, fingerprint }: Folder<IntakeDocument>,
  progress: Progress,
): Promise<RoundSummary> => {
  progress.step(`Runde ${round}: gir tilbud`);
  const { released, refused } = await client.post(`${at}/earmarked-releases`, nothing, fingerprint, release);
  const made = await client.post(`${at}/offers`, nothing, fingerprint, offers);
  progress.step(`Runde ${round}: tar inn svar`);
  const { accepted, declined, late, passedOver } = await client.post(
    `${at}/answer-imports`,
    { csv: table('answers.csv') },
    fingerprint,
    answers,
  );
  const { lapsed } = await client.post(`${at}/closings`, nothing, fingerprint, closing);
  return {
    round,
    offers: made.offers,
    accepted,
    declined,
    late,
    lapsed,
    answersPassedOver: passedOver,
    released,
    releaseRefused: refused,
  };
};
