import { z } from 'zod';
import { rosterOf } from '../class/roster';
import type { KullClient } from '../service/client';
import { untilSettled } from '../service/settled';
import type { Progress } from '../terminal/terminal';
import type { IntakeDocument } from './intake-folder';

const listedClass = z.looseObject({ id: z.string(), code: z.string(), placesTaken: z.number() });
type ListedClass = z.infer<typeof listedClass>;

/** How many of the places of a class are taken. */
export interface ClassPlaces {
  readonly code: string;
  readonly capacity: number;
  readonly placesHeld: number;
}

const placesTaken = (classes: readonly ListedClass[]): number =>
  classes.reduce((sum, { placesTaken: taken }) => sum + taken, 0);

/** How many were ever enrolled from outside: those who have left since are on the list of the class as well. */
const everEnrolled = async (client: KullClient, classes: readonly ListedClass[]): Promise<number> => {
  let count = 0;
  for (const { id } of classes) {
    const { students } = await rosterOf(client, `/v1/classes/${id}`);
    count += students.filter(({ transferredFrom }) => transferredFrom === undefined).length;
  }
  return count;
};

/**
 * Those who hold a place are enrolled by the workers; waits for the last of them. In an intake that was completed some
 * time ago, people may have left their places again.
 */
export const untilEnrolled = async (
  client: KullClient,
  document: IntakeDocument,
  { placesHeld, wasCompleted }: { readonly placesHeld: number; readonly wasCompleted: boolean },
  progress: Progress,
): Promise<readonly ClassPlaces[]> => {
  progress.step('Melder opp dem som har plass');
  const capacities = new Map(document.classes.map(({ code, capacity }) => [code, capacity]));
  const look = async (): Promise<readonly ListedClass[]> =>
    (await client.list(`/v1/classes?intake=${encodeURIComponent(document.intake)}`, listedClass)).filter(({ code }) =>
      capacities.has(code),
    );
  let classes: readonly ListedClass[] = [];
  await untilSettled(
    'Oppmelding i klassene',
    async () => {
      classes = await look();
      const taken = placesTaken(classes);
      const done = wasCompleted && taken < placesHeld ? await everEnrolled(client, classes) : taken;
      return { done, open: Math.max(0, placesHeld - done) };
    },
    (text) => progress.count(text),
  );
  return classes.map(({ code, placesTaken: taken }) => ({
    code,
    capacity: capacities.get(code) ?? 0,
    placesHeld: taken,
  }));
};
