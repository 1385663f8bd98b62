import { classNamed } from '../class/class-name';
import { openClasses, planCohort } from '../class/plan-send';
import { registersOf } from '../class/registers';
import type { KullClient } from '../service/client';
import { clockOf, setClock } from '../service/clock-command';
import { ServiceRefusal } from '../service/problem';
import type { Progress } from '../terminal/terminal';
import type { CohortFolder } from './cohort-folder';
import { yearUntil } from './cohort-year';

/** When the demonstration begins: four of six gatherings are over in every class. */
export const demonstrationBegins = '2027-02-26T08:00:00+01:00';
const plannedAt = '2026-06-22T09:00:00+02:00';

/** The last thing of the demonstration's year is the last register that is locked. */
export const hasCohort = async (client: KullClient, { document }: CohortFolder): Promise<boolean> => {
  const { cohort, classes } = document;
  const ends = classes.flatMap(({ code, gatherings }) =>
    gatherings.flatMap(({ sessions }) => sessions.map((session) => ({ class: code, ...session }))),
  );
  const last = ends
    .filter(({ startsAt }) => Date.parse(startsAt) < Date.parse(demonstrationBegins))
    .reduce((one, other) => (Date.parse(one.startsAt) < Date.parse(other.startsAt) ? other : one));
  const { at } = await classNamed(client, `${cohort.code}/${last.class}`);
  return (await registersOf(client, at)).some(({ session, status }) => session === last.code && status === 'locked');
};

/** Moves the clock of the service through the work, and then to where it shall stand; without it when it cannot be moved. */
const withClock = async (
  client: KullClient,
  afterwards: string | undefined,
  work: (clock: (at: string) => Promise<unknown>) => Promise<void>,
): Promise<boolean> => {
  const { now, moved } = await clockOf(client);
  try {
    await setClock(client, plannedAt);
  } catch (error) {
    if (error instanceof ServiceRefusal && error.code === 'CLOCK_FIXED') return false;
    throw error;
  }
  try {
    await work((at) => setClock(client, at));
  } finally {
    await setClock(client, afterwards ?? (moved ? now : null));
  }
  return true;
};

/**
 * Takes the demonstration's cohort through its year until the demonstration begins, each thing when the clock shows its
 * time. `afterwards`: what the clock shows then; else what it showed before. Answers whether there is a cohort now: where
 * the clock cannot be moved there is none. Again: changes nothing.
 */
export const runCohort = (
  client: KullClient,
  folder: CohortFolder,
  afterwards: string | undefined,
  progress: Progress,
): Promise<boolean> =>
  withClock(client, afterwards, async (clock) => {
    progress.step(`Planlegger kullet ${folder.document.cohort.code}`);
    const cohort = await openClasses(client, await planCohort(client, folder.documentText));
    const classAt = (code: string): string => `/v1/classes/${cohort.classes.find((one) => one.code === code)!.id}`;
    for (const { at, what, take } of yearUntil(demonstrationBegins, client, folder, classAt)) {
      progress.step(what);
      await clock(at);
      await take();
    }
  });
