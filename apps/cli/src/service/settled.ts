import { setTimeout as pause } from 'node:timers/promises';
import { NotDone } from '../terminal/failures';

/** How far work that the service does by itself has come. */
export interface Standing {
  readonly done: number;
  readonly open: number;
  /** Why some of it will not be done without a person; ends the waiting. */
  readonly stuck?: readonly string[];
}

/** With nothing moving for this long, waiting longer is no use. */
const patience = 120_000;

/** Waits until nothing is open. Gives up when work is stuck, or when nothing moves any more, and says what is left. */
export const untilSettled = async (
  what: string,
  look: () => Promise<Standing>,
  tell: (text: string) => void,
): Promise<Standing> => {
  let standing = await look();
  let moved = performance.now();
  for (let waits = 0; standing.open > 0; waits++) {
    if (standing.stuck && standing.stuck.length > 0)
      throw new NotDone(`${what}: ${standing.open} gjenstår, og noe må ses på av et menneske.`, standing.stuck);
    if (performance.now() - moved > patience)
      throw new NotDone(
        `${what}: ${standing.open} gjenstår, og ingenting har skjedd på ${patience / 1_000} sekunder.`,
        ['Kjører arbeideren? Kjør det samme igjen: det som er gjort, blir ikke gjort på nytt.'],
      );
    tell(`${standing.done} av ${standing.done + standing.open}`);
    await pause(Math.min(500, 25 * (waits + 1)));
    const now = await look();
    if (now.done !== standing.done || now.open !== standing.open) moved = performance.now();
    standing = now;
  }
  return standing;
};
