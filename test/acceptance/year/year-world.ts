import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '@kull/event-store';
import { Chance } from '../../data/chance';
import { type InventedPerson, Population } from '../../data/people';
import { type RunningService, startService } from '../../harness/service';
import { type Draft, inRooms, type PlanJson, type Planned } from '../../rules/cohort-json';
import { inputFolder, kull } from '../command-line';
import { Timetable } from './timetable';
import { YearClient } from './year-client';
import { YearLog } from './year-log';
import { YearModel } from './year-model';

export const INTAKE = 'NLP-2026';

/** The service, asked by HTTP, and everything that the test knows of it by itself. */
export interface YearWorld {
  readonly service: RunningService;
  readonly client: YearClient;
  readonly database: Database;
  readonly log: YearLog;
  readonly chance: Chance;
  readonly cohortId: string;
  readonly model: YearModel;
  /** Where anybody has stood with the attendance in the course of the year. */
  readonly standingsSeen: Set<string>;
  /** Where the clock of the service stands. */
  now: number;
  /** Somebody whom the service has not met. */
  newPerson(): InventedPerson;
  close(): Promise<void>;
}

/** Moves the clock on; never back. */
export const moveClockTo = async (world: YearWorld, at: number): Promise<void> => {
  if (at <= world.now) return;
  world.now = at;
  await world.client.moveClock(new Date(at).toISOString());
};

const runIntake = async (service: RunningService): Promise<void> => {
  const out = mkdtempSync(join(tmpdir(), 'kull-year-'));
  try {
    const { code, err } = await kull(service, 'intake', 'run', inputFolder('nlp-2026-intake'), '--out', out);
    if (code !== 0) throw new Error(`the intake ended with ${code}:\n${err}\n${service.complaints()}`);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};

/** Mandatory parts beside the paper and the exam that the draft suggests. */
const parts = [
  { kind: 'PART', code: 'REFLECTION', title: 'Refleksjon', fulfilledBy: 'STUDENT_DECLARATION' },
  { kind: 'PART', code: 'LECTURE', title: 'Forelesning på nett', fulfilledBy: 'LECTURE_WATCHED' },
] as const;

const withParts = (plan: PlanJson): PlanJson => {
  const { course, ...rest } = plan as PlanJson & { course: { requirements: object[] } };
  return { ...rest, course: { ...course, requirements: [...course.requirements, ...parts] } } as PlanJson;
};

/** Runs the intake, and plans the year from its draft: each class in a room and with teachers of its own. */
export const beginYear = async (seed: number): Promise<YearWorld> => {
  const service = await startService();
  await runIntake(service);
  const client = new YearClient(service);
  const database = await Database.connect({ url: service.databaseUrl, poolSize: 2 });
  const now = Date.parse('2026-08-03T10:00:00+02:00');
  await client.moveClock(new Date(now).toISOString());

  const draft = await client.post<Draft>('/cohort-drafts', { from: { intake: INTAKE } });
  expect([draft.warnings, draft.clashes]).toEqual([[], []]);
  const plan = withParts(inRooms(draft.plan));
  const { id: cohortId, classes } = await client.post<Planned>('/cohorts', plan);
  const model = new YearModel(
    plan.classes.map(({ code, capacity, gatherings }, i) => ({
      id: classes[i]!.id,
      code,
      timetable: new Timetable(gatherings),
      capacity,
    })),
    plan.cohort.commissionedPlaces,
  );
  const population = new Population(new Chance(seed + 1));
  return {
    service,
    client,
    database,
    log: new YearLog(database),
    chance: new Chance(seed),
    cohortId,
    model,
    standingsSeen: new Set(),
    now,
    newPerson: () => population.next(),
    close: async () => {
      await database.close();
      await service.stop();
    },
  };
};

/** Opens the classes, and takes into the model who is in them by the intake. */
export const openClasses = async ({ client, model }: YearWorld): Promise<void> => {
  for (const { id } of model.classes) {
    await client.post(`/classes/${id}/openings`);
    const { students } = await client.get<{ students: { studentNo: string }[] }>(`/classes/${id}/roster`);
    for (const { studentNo } of students) model.enrol(studentNo, id);
    await client.post(`/classes/${id}/student-courses`);
  }
};
