import type { Call } from '../command';
import { Unusable } from '../terminal/failures';

/** `MAPPE --out UT` of the two run commands. */
export const folderAndOutput = (call: Call): { readonly directory: string; readonly out: string } => {
  const [directory, ...rest] = call.positionals;
  const out = call.text('out');
  if (!directory || !out || rest.length > 0)
    throw new Unusable('Oppgi én mappe, og hvor filene skal skrives: MAPPE --out UT. Ingenting er endret.');
  return { directory, out };
};
